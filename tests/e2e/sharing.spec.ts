import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { SHLViewer } from 'kill-the-clipboard'
import { Client } from 'pg'
import { stepHref } from '@/lib/journey/steps'
import { findLink } from '@/lib/sharing/repair'
import { summaryExports } from '@/lib/summary/exports/registry'
import { axeViolations } from '@/tests/e2e/axe'
import { wholeBrowser } from '@/tests/e2e/browser'
import { siteMap } from '@/tests/e2e/site-map'
import { fieldsOf, goBack, open, part, press, somethingToSay, type Given } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

test.use(wholeBrowser) // goes back

// The machine may be busy with a build beside this: long enough for that, and never reached otherwise.
test.describe.configure({ timeout: 120_000 })

const [condition] = siteMap.conditions
if (!condition) throw new Error('there is no condition')
const sharePath = `/en/${condition.id}/share`

/** A tab in which the journey was answered. Every journey by hand is tried by journey.spec.ts. */
async function answered(page: Page, given: Given): Promise<void> {
  await open(page, stepHref('en', given.condition.id, 'summary'))
  await page.evaluate(([key, fields]) => sessionStorage.setItem(key, JSON.stringify(fields)), [
    `lantern:${given.condition.id}`,
    fieldsOf(given),
  ] as const)
  await page.reload()
  await page.getByRole('link', { name: t('sharing.open') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('sharing.title') })).toBeVisible()
}

const links = (page: Page) => part(page, t('sharing.links'))

/** The link that is shown, once the server has it. */
async function shownLink(page: Page): Promise<string> {
  const box = links(page).getByLabel(t('sharing.address')).first()
  await expect(box).toBeVisible({ timeout: 20_000 })
  return box.inputValue()
}

async function privateLink(page: Page): Promise<string> {
  await links(page).getByText(t('sharing.keep')).first().click()
  return links(page).getByLabel(t('sharing.keepLabel')).first().inputValue()
}

/** Another person's browser, with nothing of the first one. */
async function someoneElse(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext()
  return { context, page: await context.newPage() }
}

async function openSummary(page: Page, link: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(link)
  await press(page, t('sharing.view'))
  await expect(page.locator('[data-shared-title]')).toBeVisible({ timeout: 20_000 })
}

const run = (text: string) => text.replaceAll(/\s+/g, '').toLowerCase()

test('a patient shares, a clinician opens, reads, prints and saves, the patient stops it, and it is gone', async ({
  page,
  browser,
}, info) => {
  const given = somethingToSay(condition)
  await answered(page, given)
  await page.getByRole('radio', { name: t('sharing.days7') }).check()
  await press(page, t('sharing.sendPlain'))
  const link = await shownLink(page)
  await expect(links(page)).toContainText(t('sharing.readyPlain'))
  await expect(links(page)).toContainText(t('sharing.opensNone'))
  const read = findLink(link)
  expect(read.ok && read.link).toMatchObject({ flag: 'U', label: t('sharing.label') })
  const days = read.ok && read.link.exp ? (read.link.exp - Date.now() / 1000) / 86_400 : 0
  expect(days).toBeGreaterThan(6.9)
  expect(days).toBeLessThanOrEqual(7.01)

  const clinician = await someoneElse(browser)
  await clinician.page.goto(link)
  await expect(clinician.page.getByRole('heading', { name: t('sharing.label') })).toBeVisible()
  await expect(clinician.page.getByText(given.own)).toHaveCount(0)
  await press(clinician.page, t('sharing.view'))
  const text = clinician.page.getByRole('article')
  for (const words of [
    given.situation.name,
    given.decision.question,
    given.own,
    given.unsure,
    given.lean.name,
    given.ownQuestions,
    ...given.clinicQuestions.map(({ name }) => name),
    condition.emergencyTitle,
    t('site.notReviewed'),
  ])
    await expect(text, words).toContainText(words)
  await expect(clinician.page.locator('[data-shared-title]')).toBeFocused()

  // On paper: the summary, and no trace of the key.
  fs.mkdirSync(info.outputDir, { recursive: true })
  const file = info.outputPath('shared.pdf')
  const pdf = await clinician.page.pdf({ format: 'A4', path: file, displayHeaderFooter: true })
  const key = read.ok ? read.link.key : ''
  expect(pdf.includes(key)).toBe(false)
  const paper = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  if (paper.status === 0) {
    expect(run(paper.stdout)).toContain(run(given.own))
    expect(paper.stdout).not.toContain(key)
    expect(paper.stdout).not.toContain('shlink')
  }
  const saving = clinician.page.waitForEvent('download')
  await press(clinician.page, t('sharing.save'))
  const saved = JSON.parse(fs.readFileSync(await (await saving).path(), 'utf8')) as { resourceType: string }
  expect(saved.resourceType).toBe('Bundle')

  // Nothing of the key in what the browser keeps of the visit.
  expect(clinician.page.url()).toBe(new URL('/v', link).href)
  expect(
    await clinician.page.evaluate(() =>
      JSON.stringify([history.state, document.title, { ...sessionStorage }, { ...localStorage }]),
    ),
  ).not.toContain(key)

  await page.reload()
  await expect(links(page)).toContainText(t('sharing.opensOnce'), { timeout: 20_000 })
  await press(page, t('sharing.end'))
  await expect(links(page).getByText(t('sharing.ended'))).toBeVisible()

  await clinician.page.goto('about:blank')
  await clinician.page.goto(link)
  await press(clinician.page, t('sharing.view'))
  await expect(clinician.page.getByText(t('sharing.viewGone'))).toBeVisible()
  await expect(clinician.page.getByText(given.own)).toHaveCount(0)
  await clinician.context.close()
})

test('for check-in a name and a birth date are asked for, go along locked, and only there', async ({
  page,
  browser,
}) => {
  await answered(page, somethingToSay(condition))
  await page.getByText(t('sharing.checkIn'), { exact: true }).click()
  await press(page, t('sharing.sendNamed'))
  await expect(page.getByText(t('sharing.nameMissing'))).toBeVisible()
  await expect(page.getByText(t('sharing.birthDateMissing'))).toBeVisible()
  await page.getByLabel(t('sharing.name')).fill('Rosalind Quietharbour')
  await page.getByLabel(t('sharing.birthDate')).fill('1951-03-04')
  await press(page, t('sharing.sendNamed'))
  const link = await shownLink(page)
  await expect(links(page)).toContainText(t('sharing.readyNamed'))
  const clinician = await someoneElse(browser)
  await openSummary(clinician.page, link)
  await expect(clinician.page.getByText('Rosalind Quietharbour')).toBeVisible()
  await expect(clinician.page.getByText('1951-03-04')).toBeVisible()
  await clinician.context.close()
})

test('a reader of others (kill-the-clipboard 1.1.0) opens the link from end to end', async ({ page }) => {
  const given = somethingToSay(condition)
  await answered(page, given)
  await press(page, t('sharing.sendPlain'))
  const viewer = new SHLViewer({ shlinkURI: await shownLink(page) })
  const resolved = await viewer.resolveSHL({ recipient: 'Another reader' })
  const bundle = resolved.fhirResources[0] as {
    resourceType: string
    entry: { resource: { resourceType: string } }[]
  }
  expect(bundle.resourceType).toBe('Bundle')
  expect(bundle.entry.map(({ resource }) => resource.resourceType).sort()).toEqual([
    'Composition',
    'DocumentReference',
    'Patient',
    'QuestionnaireResponse',
  ])
  expect(JSON.stringify(bundle)).toContain(given.own)
})

test('every form that is made here has its button, is saved without a request, and says what the page says', async ({
  page,
  watch,
}) => {
  const given = somethingToSay(condition)
  await answered(page, given)
  await page.waitForLoadState('networkidle')
  const before = watch.requests.length
  const here = Object.values(summaryExports).filter((form) => form.madeIn === 'anywhere')
  expect(here.map(({ extension }) => extension)).toEqual(expect.arrayContaining(['txt', 'json']))
  for (const name of here.map(({ label }) => t(`sharing.${label}`))) {
    const saving = page.waitForEvent('download')
    await press(page, name)
    const text = fs.readFileSync(await (await saving).path(), 'utf8')
    expect(text).toContain(given.own)
    expect(text).toContain(given.lean.name)
  }
  // What the page itself still had to fetch on a busy machine is none of the saving.
  const own = /^GET \S+\/(icon\.svg|fonts\/[\w-]+\.woff2|api\/sources\/status)$/
  expect(watch.requests.slice(before).filter((request) => !own.test(request))).toEqual([])
})

test('without a signal the locked summary waits, outlives a reload, and sends itself once; a lost answer costs nothing', async ({
  page,
  context,
  watch,
}) => {
  await answered(page, somethingToSay(condition))
  // The page's script has come: a signal lost before that leaves the page as it was printed.
  await expect(page.getByRole('button', { name: t('sharing.sendPlain'), exact: true })).toBeVisible()
  await context.setOffline(true)
  await press(page, t('sharing.sendPlain'))
  await expect(page.getByText(t('sharing.offline'))).toBeVisible({ timeout: 30_000 })
  await context.setOffline(false)
  const first = await shownLink(page)

  // The server's answer gets lost on the way back: the tab asks again and is given the same share.
  await page.route('**/api/shares', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await press(page, t('sharing.sendPlain'))
  await expect(page.getByText(t('sharing.failed')).or(page.getByText(t('sharing.offline')))).toBeVisible({
    timeout: 40_000,
  })
  await page.unroute('**/api/shares')
  await page.reload()
  await expect(links(page).getByLabel(t('sharing.address'))).toHaveCount(2, { timeout: 30_000 })
  const addresses = await links(page).getByLabel(t('sharing.address')).all()
  const shown = await Promise.all(addresses.map((box) => box.inputValue()))
  expect(new Set(shown).size).toBe(2)
  expect(shown).toContain(first)
  expect(
    watch.requests.filter((request) => request.startsWith('POST') && /shares$/.test(request)).length,
  ).toBeGreaterThan(2)
})

test('a link that a mail service changed opens, says so, and leaves the address at once; cut ones are told kindly', async ({
  page,
}) => {
  await answered(page, somethingToSay(condition))
  await press(page, t('sharing.sendPlain'))
  const link = await shownLink(page)
  for (const mangled of [
    link.replace('#', '%23'),
    link.replace('#', '?'),
    link.replace('#', '%2523'),
    link.replace('#', '/'),
  ]) {
    await page.goto('about:blank')
    const response = await page.goto(mangled)
    expect(response?.status()).toBe(200)
    expect(page.url()).toBe(new URL('/v', link).href)
    await expect(page.getByText(t('sharing.wasMangled'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('sharing.view') })).toBeVisible()
  }
  await page.goto('about:blank')
  await page.goto('/v')
  const box = page.getByLabel(t('sharing.pasteView'))
  await box.fill('Hello, see you on Monday.')
  await press(page, t('sharing.paste'))
  await expect(page.getByText(t('sharing.pasteNone'))).toBeVisible()
  await box.fill(link.slice(0, link.indexOf('#') + 60))
  await press(page, t('sharing.paste'))
  await expect(page.getByText(t('sharing.pasteBroken'))).toBeVisible()
  await box.fill(`Dear clinic,\n> ${link.match(/.{1,50}/g)?.join('\n> ')}\n> Best wishes`)
  await press(page, t('sharing.paste'))
  await expect(page.getByRole('heading', { name: t('sharing.label') })).toBeVisible()
  // A key that does not fit.
  const read = findLink(link)
  const other = read.ok ? { ...read.link, key: `${read.link.key.slice(0, -2)}AA` } : null
  await page.goto('about:blank')
  await page.goto(`/v#shlink:/${Buffer.from(JSON.stringify(other)).toString('base64url')}`)
  await press(page, t('sharing.view'))
  await expect(page.getByText(t('sharing.viewWrongKey'))).toBeVisible()
  // A link of another issuer.
  const elsewhere = read.ok ? { ...read.link, url: 'https://shl.example.org/abc' } : null
  await page.goto('about:blank')
  await page.goto(`/v#shlink:/${Buffer.from(JSON.stringify(elsewhere)).toString('base64url')}`)
  await expect(page.getByText(t('sharing.viewElsewhere', { host: 'shl.example.org' }))).toBeVisible()
})

test('a device whose clock runs two days fast is told so and opens the link all the same: the server decides', async ({
  page,
  browser,
}) => {
  await answered(page, somethingToSay(condition))
  await press(page, t('sharing.sendPlain'))
  const link = await shownLink(page)
  const clinic = await browser.newContext()
  const other = await clinic.newPage()
  await other.clock.setFixedTime(Date.now() + 30 * 24 * 3_600_000)
  await other.goto(link)
  await expect(other.getByText(t('sharing.viewMaybePast'))).toBeVisible()
  await press(other, t('sharing.view'))
  await expect(other.getByText(t('sharing.viewOwn'))).toBeVisible()
  await clinic.close()
})

test('the private link shows the count and stops the share from another device; no print has it', async ({
  page,
  browser,
}, info) => {
  await answered(page, somethingToSay(condition))
  await press(page, t('sharing.sendPlain'))
  const link = await shownLink(page)
  const own = await privateLink(page)
  fs.mkdirSync(info.outputDir, { recursive: true })
  const file = info.outputPath('share-page.pdf')
  await page.pdf({ format: 'A4', path: file, displayHeaderFooter: true })
  const paper = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  if (paper.status === 0) {
    expect(run(paper.stdout)).toContain(run(link))
    expect(run(paper.stdout)).toContain(run(t('sharing.until', { date: '' })).replace('.', ''))
    expect(run(paper.stdout)).not.toContain(run(own.split('#')[1] ?? ''))
  }
  const home = await someoneElse(browser)
  await home.page.goto(own)
  expect(home.page.url()).toBe(new URL('/m', own).href)
  await expect(home.page.getByText(t('sharing.opensNone'))).toBeVisible()
  expect(await home.page.getByLabel(t('sharing.address')).inputValue()).toBe(link)
  await press(home.page, t('sharing.end'))
  await expect(home.page.getByText(t('sharing.ended'))).toBeVisible()
  await page.reload()
  await expect(links(page).getByText(t('sharing.goneOwn'))).toBeVisible({ timeout: 20_000 })
  await home.context.close()
})

test('the whole of sharing goes with the keyboard alone', async ({ page, browser }) => {
  await answered(page, somethingToSay(condition))
  await page.getByRole('radio', { name: t('sharing.days14') }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: t('sharing.days30') })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: t('sharing.sendPlain') })).toBeFocused()
  await page.keyboard.press('Enter')
  const link = await shownLink(page)
  const clinician = await someoneElse(browser)
  await clinician.page.goto(link)
  const view = clinician.page.getByRole('button', { name: t('sharing.view') })
  await expect(view).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    await clinician.page.keyboard.press('Tab')
    if (await view.evaluate((button) => button === document.activeElement)) break
  }
  await clinician.page.keyboard.press('Enter')
  await expect(clinician.page.locator('[data-shared-title]')).toBeFocused()
  await clinician.context.close()
})

test('neither key, secret, token nor answer is in an address, header, log, row or referrer; the token only where it must', async ({
  page,
  context,
  browser,
}) => {
  const given = somethingToSay(condition, undefined, `saltmarsh${Date.now().toString(36)}`)
  const clinician = await someoneElse(browser)
  const sent: { url: string; headers: string; body: string }[] = []
  for (const one of [context, clinician.context])
    one.on('request', (request) => {
      void request.allHeaders().then((headers) => {
        sent.push({ url: request.url(), headers: JSON.stringify(headers), body: request.postData() ?? '' })
      })
    })
  await answered(page, given)
  await page.getByText(t('sharing.checkIn'), { exact: true }).click()
  await page.getByLabel(t('sharing.name')).fill('Rosalind Quietharbour')
  await page.getByLabel(t('sharing.birthDate')).fill('1951-03-04')
  await press(page, t('sharing.sendNamed'))
  const link = await shownLink(page)
  const own = await privateLink(page)
  await openSummary(clinician.page, link)
  await openSummary(clinician.page, link.replace('#', '/#'))
  await page.reload()
  await expect(links(page)).toContainText(t('sharing.opensTimes', { count: 2 }), { timeout: 20_000 })
  const kept = await page.evaluate((key) => sessionStorage.getItem(key), `lantern-shares:${condition.id}`)
  await press(page, t('sharing.end'))
  await expect(links(page).getByText(t('sharing.ended'))).toBeVisible()

  const read = findLink(link)
  const key = read.ok ? read.link.key : ''
  const secret = own.split('.').at(-1) ?? ''
  const token = /"manage":"([^"]+)"/.exec(sent.map(({ body }) => body).join(' '))?.[1] ?? ''
  expect([key, secret, token].map(({ length }) => length)).toEqual([43, 43, 43])
  // In the tab: the secret for as long as the tab lives, and nothing in clear besides.
  expect(kept).toContain(secret)
  const secrets = {
    key,
    secret,
    token,
    words: given.own,
    mine: given.ownQuestions,
    name: 'Quietharbour',
    born: '1951-03-04',
  }
  const found: string[] = []
  for (const [what, value] of Object.entries(secrets))
    for (const { url, headers, body } of sent) {
      const spellings = [
        value,
        encodeURIComponent(value),
        value.replaceAll(' ', '+'),
        Buffer.from(value).toString('base64url').slice(2, -4),
      ]
      const isIn = (text: string) => spellings.some((spelling) => text.includes(spelling))
      if (isIn(url) || isIn(headers)) found.push(`${what} in address or header: ${url}`)
      const mayHoldToken = what === 'token' && /\/api\/shares\/[\w-]{43}\/(status|revoke)$/.test(url)
      if (isIn(body) && !mayHoldToken) found.push(`${what} in a body to ${url}`)
    }
  expect(found).toEqual([])
  const referrers = sent.map(({ headers }) => (JSON.parse(headers) as { referer?: string }).referer ?? '')
  expect(referrers.filter((referrer) => referrer !== '')).toEqual([])
  // The recording did see what was there to see.
  expect(sent.some(({ url }) => url.endsWith('/revoke'))).toBe(true)
  expect(sent.some(({ body }) => body.includes('"jwe"'))).toBe(true)

  const printed = fs.readFileSync(process.env.LANTERN_E2E_LOG ?? '', 'utf8')
  expect(printed).toContain('share.created')
  for (const [what, value] of Object.entries(secrets)) expect(printed.includes(value), what).toBe(false)

  const client = new Client({ connectionString: process.env.LANTERN_E2E_DATABASE })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables.rows)
    for (const value of Object.values(secrets)) {
      const rows = await client.query(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE '%' || $1 || '%'`, [
        value,
      ])
      expect({ name, rows: rows.rowCount }).toEqual({ name, rows: 0 })
    }
  await client.end()
  await clinician.context.close()
})

test.describe('looked over', () => {
  // Our own pages refuse inline script; axe is one.
  test.use({ bypassCSP: true })

  test('a made link, an opened summary and the private page have no axe violation and fit 320 px', async ({
    page,
  }) => {
    await answered(page, somethingToSay(condition))
    await page.getByText(t('sharing.contentsOpen')).click()
    await page.getByText(t('sharing.checkIn'), { exact: true }).click()
    await press(page, t('sharing.sendPlain'))
    const link = await shownLink(page)
    const own = await privateLink(page)
    const look = async (name: string) => {
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await axeViolations(page), `${name}, ${colorScheme}`).toEqual([])
      }
    }
    await look('share page')
    await openSummary(page, link)
    await look('viewer')
    await page.goto('about:blank')
    await page.goto(own)
    await expect(page.getByText(t('sharing.opensOnce'))).toBeVisible()
    await look('private page')
  })
})

for (const stops of [true, false])
  test(`deleting with a living link asks first, ${stops ? 'stops it' : 'lets it live'}, and forgets its secret`, async ({
    page,
    browser,
    context,
  }) => {
    const given = somethingToSay(condition)
    await answered(page, given)
    await press(page, t('sharing.sendPlain'))
    const link = await shownLink(page)
    await open(page, stepHref('en', condition.id, 'summary'))
    await press(page, t('summary.delete'))
    await expect(page.getByText(t('summary.linksLive'))).toBeVisible()
    await press(page, t('summary.deleteNothing'))
    await expect(page.getByText(t('summary.linksLive'))).toBeHidden()
    await expect(page.getByText(given.own)).toBeVisible()
    await press(page, t('summary.delete'))
    if (stops) {
      // Without a line nothing is deleted: only the tab can stop the link.
      await context.route('**/revoke', (route) => route.abort())
      await press(page, t('summary.stopAndDelete'))
      await expect(page.getByText(t('summary.notStopped'))).toBeVisible()
      await expect(page.getByText(given.own)).toBeVisible()
      await context.unroute('**/revoke')
    }
    await press(page, t(stops ? 'summary.stopAndDelete' : 'summary.deleteAnyway'))
    await expect(page.getByText(t('summary.deleted'))).toBeVisible()
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
    await goBack(page) // the share page, which the browser may have kept whole
    await expect(page.getByText(t('sharing.empty'))).toBeVisible()
    await expect(links(page)).toHaveCount(0)
    expect(await page.content()).not.toContain(given.own)
    const clinician = await someoneElse(browser)
    await clinician.page.goto(link)
    await press(clinician.page, t('sharing.view'))
    await expect(
      stops ? clinician.page.getByText(t('sharing.viewGone')) : clinician.page.locator('[data-shared-title]'),
    ).toBeVisible({ timeout: 20_000 })
    await clinician.context.close()
  })

test('the PDF comes as a file for the answers of this tab', async ({ page }) => {
  await answered(page, somethingToSay(condition))
  const saving = page.waitForEvent('download')
  await press(page, t('sharing.savePdfA4'))
  const bytes = fs.readFileSync(await (await saving).path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })
  for (const [path, words] of [
    [sharePath, 'noJs'],
    ['/v', 'viewNoJs'],
    ['/m', 'manageNoJs'],
  ] as const)
    test(`${path} says kindly what needs it`, async ({ page }) => {
      expect(await open(page, path)).toBe(200)
      await expect(page.getByText(t(`sharing.${words}`))).toBeVisible()
    })
})
