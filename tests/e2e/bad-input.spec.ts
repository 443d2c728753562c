import { chromium } from '@playwright/test'
import { stepHref } from '@/lib/journey/steps'
import { maxTextLength } from '@/lib/summary/names'
import { wholeBrowser } from '@/tests/e2e/browser'
import { siteMap } from '@/tests/e2e/site-map'
import {
  choose,
  fieldsOf,
  follow,
  open,
  pageWithoutScripts,
  part,
  postForm,
  press,
  somethingToSay,
  write,
} from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

test.use(wholeBrowser) // goes back

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 60_000 })

for (const route of siteMap.routes.filter(({ kind }) => kind === 'missing')) {
  test(`${route.name}: a kind 404 with ways on`, async ({ page, request }) => {
    expect(await open(page, route.path)).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('notFound.title'))
    const links = page.getByRole('main').getByRole('link')
    expect(await links.count()).toBeGreaterThan(1)
    for (const link of await links.all()) {
      const target = await link.getAttribute('href')
      expect((await request.get(target ?? '')).status(), `${target}`).toBe(200)
    }
  })
}

/** lib/server/front/form-posts.ts takes forms up to this size. */
const maxFormBytes = 64 * 1024

const [condition] = siteMap.conditions
if (!condition) throw new Error('the content has no condition')
const matters = stepHref('en', condition.id, 'matters')
const check = stepHref('en', condition.id, 'check')
const summary = stepHref('en', condition.id, 'summary')

for (const [path, field, label] of [
  [matters, 'own', t('matters.own')],
  [check, 'unsure', t('check.unsure')],
  [check, 'ownQuestions', t('check.ownQuestions')],
] as const) {
  test(`a text of 3,000 characters in "${field}" comes back whole with a kind error that leads to it`, async ({
    page,
  }) => {
    const text = 'Ünïcödé, "quotes" & <tags>\n'.repeat(200).slice(0, 3_000).trimEnd().padEnd(3_000, '.')
    expect(await postForm(page, path, [[field, text]])).toBe(200)
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText(t('form.tooLong', { max: maxTextLength }))
    await expect(page.getByRole('textbox', { name: label })).toHaveValue(text)
    await alert.getByRole('link').click()
    await expect(page.getByRole('textbox', { name: label })).toBeInViewport()
  })
}

test('a form of 100 kB is refused with 413 and kind words', async ({ page, request }) => {
  const response = await request.post(summary, { form: { own: 'a'.repeat(100_000) } })
  expect(response.status()).toBe(413)
  expect(await response.text()).toContain('too long')
  // In a browser too: the page is shown and not a broken connection.
  expect(await postForm(page, summary, [['own', 'b'.repeat(100_000)]])).toBe(413)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/Back button/)).toBeVisible()
})

test('a form just below the largest size is read', async ({ request }) => {
  const response = await request.post(summary, { form: { own: 'a'.repeat(maxFormBytes - 10) } })
  expect(response.status()).toBe(200)
})

test('hostile fields are shown as plain text, and unknown ones are left out and said so', async ({
  page,
}) => {
  const hostile = `</textarea><script>document.title='owned'</script><img src=x onerror="document.title='owned'">"'`
  const fields: [string, string][] = [
    ['own', hostile],
    ['unsure', `${hostile}\u202Eeuqsib`],
    ['ownQuestions', 'null\u0000byte\u0007bell'],
    ['situation', '\'; DROP TABLE "Words"; --'],
    ['decision', '../../etc/passwd'],
    ['lean', '__proto__'],
    ['m.__proto__', 'a-lot'],
    ['m.constructor', 'a-lot'],
    ['q.constructor', 'x'],
    ['sure.z', 'yes'],
    ['no-such-field', 'x'],
  ]
  for (const path of [matters, check, summary]) {
    expect(await postForm(page, path, fields)).toBe(200)
    await expect(page.getByRole('main').getByRole('alert')).toContainText(t('form.unknownAnswer'))
    await expect(page).toHaveTitle(/Lantern/)
    // The words of the summary travel as data in a script that no browser runs.
    const run = 'main script:not([src]):not([type="application/json"])'
    expect(await page.locator(`main img, ${run}`).count()).toBe(0)
  }
  await expect(part(page, t('summary.matters')).getByText(hostile)).toBeVisible()
  await expect(part(page, t('summary.questions')).getByText('null byte bell')).toBeVisible()
  await expect(part(page, t('summary.compared')).getByText(t('summary.notSaid'))).toBeVisible()
  expect(await part(page, t('summary.lean')).innerText()).not.toMatch(/[\u202a-\u202e]/)
})

test('a form with a broken encoding, no fields, or the same field many times still gets a page', async ({
  request,
}) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const data of ['', '&&&===', '%', 'own=%E0%A4%A', 'own=%00', `${'own=a&'.repeat(5_000)}`]) {
    const response = await request.post(summary, { headers, data: Buffer.from(data, 'latin1') })
    expect(response.status(), data.slice(0, 30)).toBe(200)
    expect(await response.text()).toContain(t('summary.title'))
  }
})

test('a form from another site is refused with 403, and another kind of body with 415', async ({
  request,
}) => {
  const form = { own: 'hello' }
  for (const site of ['cross-site', 'same-site']) {
    const response = await request.post(summary, { form, headers: { 'sec-fetch-site': site } })
    expect(response.status(), site).toBe(403)
  }
  for (const site of ['same-origin', 'none']) {
    const response = await request.post(summary, { form, headers: { 'sec-fetch-site': site } })
    expect(response.status(), site).toBe(200)
  }
  expect((await request.post(summary, { data: { own: 'json' } })).status()).toBe(415)
  expect((await request.post(summary, { multipart: { own: 'x' } })).status()).toBe(415)
})

test('a posted page is kept by nobody but its browser, is not indexed, and its own address shows nobody any answers', async ({
  request,
}) => {
  const form = Object.fromEntries(fieldsOf(somethingToSay(condition)))
  const posted = await request.post(summary, { form })
  // The browser may keep a copy, which it needs for Back; nobody between may, and no copy is shown unasked.
  expect(posted.headers()['cache-control']).toBe('private, no-cache')
  expect(await posted.text()).toContain('quietharbour')
  expect(await posted.text()).toMatch(/<meta name="robots" content="noindex/)
  for (const path of [summary, `${summary}/answered`]) {
    const plain = await request.get(path)
    expect(await plain.text(), path).not.toContain('quietharbour')
  }
})

test('answers of one person never show in the page of another, however close in time', async ({
  request,
}) => {
  const pages = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const response = await request.post(summary, { form: { own: `word-of-person-${index}-end` } })
      return { index, status: response.status(), text: await response.text() }
    }),
  )
  for (const { index, status, text } of pages) {
    // Mixed, lost and "not just now" are three things: on a busy machine a kind 503 may come, and shows nobody's words.
    expect([200, 503], `person ${index}`).toContain(status)
    if (status === 503) expect(text).not.toMatch(/word-of-person-/)
    if (status === 503) continue
    const words = new Set(text.match(/word-of-person-\d+-end/g))
    expect([...words], `person ${index}`).toEqual([`word-of-person-${index}-end`])
  }
  expect(pages.some(({ status }) => status === 200)).toBe(true)
})

test('other methods on a page are refused or read, and never break the server', async ({ request }) => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const response = await request.fetch(summary, { method })
    expect(response.status(), method).toBeLessThan(500)
  }
  expect((await request.post('/en', { form: { own: 'x' } })).status()).toBeLessThan(500)
  expect((await request.post('/en/no-such-illness/summary', { form: { own: 'x' } })).status()).toBe(404)
  expect((await request.post('/xx/heart-failure/summary', { form: { own: 'x' } })).status()).toBe(404)
})

test.describe('with JavaScript off, Back', () => {
  test.use({ javaScriptEnabled: false })
  const given = somethingToSay(condition)

  for (const [name, path, label, button] of [
    ['what matters', matters, t('matters.own'), t('matters.see')],
    ['the check', check, t('check.unsure'), t('check.show')],
    ['the summary', check, t('check.unsure'), t('summary.make')],
  ] as const)
    test(`to the answer of ${name} shows that answer`, async ({ browser, baseURL }) => {
      const page = await pageWithoutScripts(browser, baseURL)
      await open(page, path)
      await write(page, label, given.own)
      await press(page, button)
      const answer = page.getByRole('main').getByText(given.own)
      await expect(answer.first()).toBeVisible()
      await follow(page, t('site.glossary'))
      await expect(page).toHaveURL(/glossary$/)
      await page.goBack({ waitUntil: 'commit' })
      await expect(answer.first()).toBeVisible()
      await page.context().close()
    })

  test('from one answered step to the one before shows its ticks', async ({ browser, baseURL }) => {
    const page = await pageWithoutScripts(browser, baseURL)
    await open(page, matters)
    await choose(page, t('condition.situations'), given.situation.name)
    await press(page, t('matters.see'))
    await press(page, t('steps.next', { name: t('steps.check') }))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('check.title'))
    await page.goBack({ waitUntil: 'commit' })
    await expect(page.getByRole('radio', { name: given.situation.name, exact: true })).toBeChecked()
    await page.context().close()
  })

  for (const keepsPages of [true, false])
    test(`from a refused article shows the text, ${keepsPages ? 'kept whole' : 'loaded again'}`, async ({
      baseURL,
      launchOptions,
    }) => {
      // A phone with little memory keeps no page whole.
      const { ignoreDefaultArgs, ...plain } = launchOptions
      const browser = await chromium.launch(keepsPages ? { ...plain, ignoreDefaultArgs } : plain)
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      const text = 'A cure in seven days. '.repeat(13_000)
      await page.goto(`${baseURL}/en/check-an-article`)
      await write(page, t('articleCheck.form.label'), text)
      await press(page, t('articleCheck.form.send'))
      await expect(page.getByText(/Back button/)).toBeVisible()
      await page.goBack({ waitUntil: 'commit' })
      await expect(page.getByRole('textbox', { name: t('articleCheck.form.label') })).toHaveValue(text)
      await browser.close()
    })
})

for (const [name, refuse] of [
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    },
  ],
  [
    'is closed to us',
    () => {
      for (const store of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, store, {
          get: () => {
            throw new DOMException('closed', 'SecurityError')
          },
        })
    },
  ],
] as const)
  test(`a storage that ${name}: said at once, and the answers go on to the summary by the buttons`, async ({
    page,
  }) => {
    await page.addInitScript(refuse)
    const given = somethingToSay(condition)
    await open(page, matters)
    const notice = page.getByText(t('keepsNothing.title'))
    await expect(notice).toBeVisible()
    await expect(page.getByRole('button', { name: t('summary.print') })).toBeVisible()
    await choose(page, t('condition.situations'), given.situation.name)
    await write(page, t('matters.own'), given.own)
    await press(page, t('matters.see'))
    await expect(page.getByRole('textbox', { name: t('matters.own') })).toHaveValue(given.own)
    await press(page, t('steps.next', { name: t('steps.check') }))
    await expect(notice).toBeVisible()
    await write(page, t('check.unsure'), given.unsure)
    await press(page, t('summary.make'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('summary.title'))
    await expect(part(page, t('summary.matters')).getByText(given.own)).toBeVisible()
    await expect(part(page, t('summary.lean')).getByText(given.unsure)).toBeVisible()
    await expect(page.getByRole('button', { name: t('summary.pdf') })).toBeVisible()
    await open(page, `/en/${condition.id}/share`)
    await expect(page.getByText(t('sharing.keepsNothing'))).toBeVisible()
  })

test('a storage that fills up while someone answers: said at once, and what was said before goes along', async ({
  page,
}) => {
  const given = somethingToSay(condition)
  await open(page, matters)
  await write(page, t('matters.own'), given.own)
  await open(page, check)
  await expect(page.getByText(t('keepsNothing.title'))).toBeHidden()
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await write(page, t('check.unsure'), given.unsure)
  await expect(page.getByText(t('keepsNothing.title'))).toBeVisible()
  await press(page, t('summary.make'))
  await expect(part(page, t('summary.matters')).getByText(given.own)).toBeVisible()
  await expect(part(page, t('summary.lean')).getByText(given.unsure)).toBeVisible()
})
