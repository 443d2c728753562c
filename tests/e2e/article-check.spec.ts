import { deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { axeViolations } from '@/tests/e2e/axe'
import { press, unfoldAll } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { english } from '@/tests/e2e/words'

const address = '/en/check-an-article'
const { form, report, signs, notKept } = english.articleCheck

const advert = [
  'My father got his life back after stem cell therapy for heart failure. His doctors could not believe it!',
  'The cells are your own, so there is no risk, and they turn into new heart muscle.',
  'Book a free consultation today: only three places are left this month.',
].join('\n\n')

/** Opens the page, reaches the text box, and waits until everything a check needs has come. */
async function openReady(page: Page): Promise<void> {
  await page.goto(address)
  await page.getByRole('textbox', { name: form.label }).focus()
  await expect(page.locator('form[data-ready]')).toBeVisible({ timeout: 20_000 })
  await page.waitForLoadState('networkidle')
}

async function check(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: form.label }).fill(text)
  await press(page, form.go)
  await expect(page.getByRole('heading', { name: report.title })).toBeFocused({
    timeout: 20_000,
  })
}

/** What the result says, without the spaces that only lay it out. */
const resultText = async (page: Page) =>
  ((await page.locator('.ac-report').textContent()) ?? '').replace(/\s+/g, ' ').trim()

test.describe('checking in the browser', () => {
  test('asks the network for nothing once the text box was reached', async ({ page, context, watch }) => {
    await openReady(page)
    await context.route('**', (route) => route.abort())
    const before = watch.requests.length
    await check(page, advert)
    await page.locator('.ac-tag').first().click()
    await page.locator('.ac-passages a').first().click()
    await press(page, form.trySample)
    await expect(page.getByText(report.isSample)).toBeVisible()
    await page.getByLabel(form.file).setInputFiles({
      name: 'saved.html',
      mimeType: 'text/html',
      buffer: Buffer.from(
        `<p>${advert}</p><img src="https://elsewhere.invalid/x.png"><script>fetch('/x')</script>`,
      ),
    })
    await expect(page.locator('.ac-text')).toContainText('got his life back')
    expect(watch.requests.slice(before)).toEqual([])
  })

  test('loads what a check needs when the form is reached, and again when it did not come', async ({
    page,
  }) => {
    const kit = `**${address}/kit`
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.route(kit, (route) => route.abort())
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(asked.filter((path) => /kit|worker|result/.test(path))).toEqual([])
    await page.getByRole('textbox', { name: form.label }).fill(advert)
    await expect(page.locator('[data-ac="status"]')).toHaveText(report.failed)
    await page.unroute(kit)
    await press(page, form.go)
    await expect(page.getByRole('heading', { name: report.title })).toBeFocused({ timeout: 20_000 })
    expect(asked.filter((path) => /kit|worker|result/.test(path))).toEqual([
      `${address}/kit`,
      '/article-result.js',
      `${address}/kit`,
      '/check-article-worker.js',
    ])
  })

  test('marks passages, explains each, names claims with their numbers, and what is left out', async ({
    page,
  }) => {
    await openReady(page)
    await check(page, advert)
    expect(await page.locator('.ac-tag').count()).toBeGreaterThanOrEqual(4)
    expect(await page.locator('.ac-mark').count()).toBeGreaterThanOrEqual(4)
    const result = page.locator('.ac-report')
    // In the answer, and again where it is explained.
    await expect(result.getByRole('heading', { name: report.missingTitle })).toHaveCount(2)
    await expect(result.getByRole('heading', { name: report.missingTitle }).first()).toBeVisible()
    // Whether it is true comes first, then what is left out, then the signs.
    expect(await result.locator('#result ~ h3').allTextContents()).toEqual([
      report.answerClaims,
      report.missingTitle,
      report.answerSigns,
    ])
    await expect(result.getByText(/about \d+ of 100 marks were right/).first()).toBeVisible()
    await expect(result.getByRole('link', { name: report.claimMore }).first()).toHaveAttribute(
      'href',
      /^\/en\/heart-failure\/stem-cells\/claims#claim-/,
    )
    await page.locator('.ac-report details').evaluateAll((all) => all.forEach((one) => one.remove()))
    expect(await resultText(page)).not.toMatch(/scam/i) // the title of a source may say it, we never do
  })

  test('every claim link leads to that claim', async ({ page, request }) => {
    await openReady(page)
    await check(page, advert)
    const links = await page
      .locator('a[href*="#claim-"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      const [path = '', place = ''] = (link ?? '').split('#')
      expect(await (await request.get(path)).text()).toContain(`id="${place}"`)
    }
  })

  test('goes from a mark to its explanation and back with the keyboard alone', async ({ page }) => {
    await openReady(page)
    await check(page, advert)
    const mark = page.locator('#mark-2-1')
    await mark.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('#found-2')).toBeFocused()
    await expect(page.locator('#found-2')).toBeInViewport()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(mark).toBeFocused()
    await expect(mark).toBeInViewport()
  })

  test('a text without signs is not called true', async ({ page }) => {
    await openReady(page)
    await check(page, 'The library is open until six on weekdays.')
    await expect(page.getByText(report.none).first()).toBeVisible()
    await expect(page.getByText(report.noneMeans).first()).toBeVisible()
  })

  test('a link is not opened: it says how to copy the words, asks nobody, and leaves it in the box', async ({
    page,
    context,
    watch,
  }) => {
    const link = 'https://clinic.example/no-risk-stem-cells-cure-heart-failure'
    await openReady(page)
    await context.route('**', (route) => route.abort())
    const before = watch.requests.length
    await check(page, link)
    for (const sentence of [report.link, report.linkPhone, report.linkComputer])
      await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(page.getByText(report.none)).toHaveCount(0)
    await page.getByRole('link', { name: report.linkBack }).click()
    await expect(page.getByRole('textbox', { name: form.label })).toBeFocused()
    await expect(page.getByRole('textbox', { name: form.label })).toHaveValue(link)
    expect(watch.requests.slice(before)).toEqual([])
  })

  test('keeps the text nowhere: not in storage, not in a new tab, not after a reload', async ({
    page,
    context,
  }) => {
    await openReady(page)
    await check(page, advert)
    expect(
      await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      ),
    ).not.toContain('life back')
    await page.reload()
    await expect(page.getByRole('textbox', { name: form.label })).toHaveValue('')
    await page.close()
    const next = await context.newPage()
    await openReady(next)
    await expect(next.getByRole('textbox', { name: form.label })).toHaveValue('')
    await expect(next.locator('.ac-report')).toHaveCount(0)
  })

  test('deletes on request', async ({ page }) => {
    await openReady(page)
    await check(page, advert)
    await press(page, form.clear)
    await expect(page.locator('.ac-report')).toHaveCount(0)
    await expect(page.getByText(report.cleared)).toBeVisible()
  })

  test('copies the note', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openReady(page)
    await check(page, advert)
    await press(page, form.copy)
    await expect(page.getByText(report.copied)).toBeVisible()
    const note = await page.evaluate(() => navigator.clipboard.readText())
    expect(note).toContain(report.noteTitle)
    expect(note).toContain('1. ')
    expect(note).toContain(report.missingTitle)
  })

  test('offers the note to copy by hand where the browser refuses', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await openReady(page)
    await check(page, advert)
    await press(page, form.copy)
    await expect(page.getByRole('textbox', { name: form.copyLabel })).toBeFocused()
  })

  test('prints one page, even for the sample with its many signs', async ({ page }) => {
    await openReady(page)
    await press(page, form.trySample)
    await expect(page.locator('.ac-report')).toBeAttached()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.ac-note')).toBeVisible()
    await expect(page.locator('.ac-text')).toBeHidden()
    await expect(page.locator('form[data-ac-form]')).toBeHidden()
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  })
})

test.describe('texts as people copy and save them', () => {
  const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
    page.getByLabel(form.file).setInputFiles({ name, mimeType, buffer })

  test('a denial with an accent for an apostrophe is no promise', async ({ page }) => {
    await openReady(page)
    await check(page, 'Stem cells don´t cure heart failure. It isn´t true that there is no risk.')
    await expect(page.getByText(report.none).first()).toBeVisible()
  })

  test('an old page is read in the encoding that it names', async ({ page }) => {
    await openReady(page)
    const html = '<!doctype html><meta charset=windows-1252><p>Stem cells don\x92t cure heart failure.</p>'
    await choose(page, 'old.html', 'text/html', Buffer.from(html, 'latin1'))
    await expect(page.getByRole('textbox', { name: form.label })).toHaveValue(/don’t cure/)
    await expect(page.getByText(report.none).first()).toBeVisible()
  })

  test('UTF-16 without a mark is read as text', async ({ page }) => {
    await openReady(page)
    await choose(page, 'wide.txt', 'text/plain', Buffer.from(advert, 'utf16le'))
    await expect(page.getByRole('textbox', { name: form.label })).toHaveValue(advert)
  })

  test('raised numbers of a saved page do not hide its words', async ({ page }) => {
    await openReady(page)
    const html =
      '<p>Our stem cell therapy<sup>1</sup> reverses heart failure<sup>2</sup>. 95% of patients were cured<sup>3</sup>.</p>'
    await choose(page, 'page.html', 'text/html', Buffer.from(html))
    await expect(page.locator('.ac-tag')).not.toHaveCount(0)
    await expect(page.locator('.ac-report')).toContainText(/cured/)
  })

  for (const [language, text, mark] of [
    ['es', 'Nuestras células madre curan la insuficiencia cardíaca. No hay ningún riesgo.', /curan/],
    ['zh', '我们的干细胞能治愈心力衰竭，没有任何风险。', /治愈/],
  ] as const)
    test(`a text in another language is read on an English page (${language})`, async ({ page }) => {
      await openReady(page)
      await check(page, text)
      await expect(page.locator('.ac-mark').filter({ hasText: mark })).not.toHaveCount(0)
      await expect(page.locator('.ac-report').getByText(report[`read-${language}`]).first()).toBeVisible()
      await expect(page.getByText(report.unreadable)).toHaveCount(0)
    })

  test('a text in a script that we do not know says so, and not that it holds no signs', async ({ page }) => {
    await openReady(page)
    await check(page, 'Стволовые клетки не лечат сердечную недостаточность. Поговорите с врачом.')
    await expect(page.getByText(report.unreadable).first()).toBeVisible()
    await expect(page.getByText(report['unreadable-script']).first()).toBeVisible()
    await expect(page.getByText(report.none)).toHaveCount(0)
  })
})

test.describe('hostile texts are inert', () => {
  test('markup is shown as it was written, and nothing runs', async ({ page }) => {
    await openReady(page)
    const hostile = `<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1"> ${advert}`
    await check(page, hostile)
    await expect(page.locator('.ac-text')).toContainText('<script>window.ran=1</script>')
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
    expect(await page.locator('.ac-report :is(img, script, svg, iframe)').count()).toBe(0)
  })

  test('direction changes and null bytes are shown as placeholders', async ({ page }) => {
    await openReady(page)
    await page.getByLabel(form.file).setInputFiles({
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`A mir\u200bacle cure \u202eesrever\u202c and a \u0000 byte. ${advert}`),
    })
    await expect(page.locator('.ac-text')).toContainText('[U+202E]')
    await expect(page.locator('.ac-text')).toContainText('[U+0000]')
    expect(await page.locator('.ac-text').textContent()).not.toMatch(/[\u202e\u0000\u200b]/)
  })

  test('5 megabytes: the first 200,000 characters are read, and the cut is told with its last words', async ({
    page,
  }) => {
    await openReady(page)
    await page.getByLabel(form.file).setInputFiles({
      name: 'long.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Our stem cells cure heart failure. '.repeat(150_000)),
    })
    await expect(page.locator('.ac-report')).toContainText(
      /first (199|200),\d{3} of 5,\d{3},\d{3} characters/,
      {
        timeout: 20_000,
      },
    )
  })

  test('a paste of 5 megabytes does the same', async ({ page }) => {
    await openReady(page)
    await page.getByRole('textbox', { name: form.label }).evaluate((box) => {
      const data = new DataTransfer()
      data.setData('text/plain', 'Our stem cells cure heart failure. '.repeat(150_000))
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await press(page, form.go)
    await expect(page.locator('.ac-report')).toContainText(/of 5,250,000 characters/, { timeout: 20_000 })
  })

  for (const [name, mimeType, words] of [
    ['broken.pdf', 'application/pdf', 'file-unreadable'],
    ['a.zip', 'application/zip', 'file-kind'],
    ['empty.txt', 'text/plain', 'file-empty'],
  ] as const) {
    test(`${name} gets a clear word`, async ({ page }) => {
      await openReady(page)
      await page
        .getByLabel(form.file)
        .setInputFiles({ name, mimeType, buffer: Buffer.from(name.startsWith('empty') ? ' ' : '%PDF-1.7') })
      await expect(page.getByText(report[words])).toBeVisible()
    })
  }
})

/** A PDF with these pages, by hand: one line of Helvetica each. */
function pdfOf(pages: string[]): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  const kids = pages.map((words) => {
    const stream = `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`)
    const font = '/Resources<</Font<</F1 3 0 R>>>>'
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]${font}/Contents ${objects.length} 0 R>>`)
    return `${objects.length} 0 R`
  })
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`, 'latin1')
}

/** A small PDF whose one page unpacks to `megabytes` of spaces. */
function pdfBomb(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '))
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
    `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream`,
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 5>>\n%%EOF`, 'latin1')
}

test.describe('PDF files', () => {
  const choose = (page: Page, buffer: Buffer) =>
    page.getByLabel(form.file).setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer })

  test('the words of every page are read, by our own reader, and nothing else is asked for', async ({
    page,
    watch,
  }) => {
    await openReady(page)
    const before = watch.requests.length
    await choose(
      page,
      pdfOf(['Our stem cells cure heart failure.', 'There is no risk. Book a free talk today.']),
    )
    await expect(page.locator('.ac-report')).toBeVisible()
    await expect(page.getByRole('textbox', { name: form.label })).toHaveValue(
      /^Our stem cells cure heart failure\.\s+There is no risk\. Book a free talk today\.$/,
    )
    expect(
      watch.requests.slice(before).filter((request) => !/^GET \S+\/pdf\/pdf(-worker)?\.js$/.test(request)),
    ).toEqual([])
  })

  test('a PDF of pictures says that it holds no text', async ({ page }) => {
    await openReady(page)
    await choose(page, pdfOf(['']))
    await expect(page.getByText(report['file-pdf-picture'])).toBeVisible()
  })

  test('a PDF that unpacks to 300 megabytes ends in a word, and the page still works', async ({ page }) => {
    test.setTimeout(90_000)
    await openReady(page)
    await choose(page, pdfBomb(300))
    await expect(page.locator('[data-ac="status"]')).toHaveText(
      /only pictures|too long|could not be opened/,
      {
        timeout: 60_000,
      },
    )
    await check(page, advert)
  })

  test('a PDF of 21 megabytes is not opened', async ({ page }) => {
    test.setTimeout(90_000) // to hand the file over takes a busy machine half a minute
    await openReady(page)
    await choose(page, pdfOf(['x'.repeat(21 * 1024 * 1024)]))
    await expect(page.getByText(report['file-pdf-large'])).toBeVisible()
  })

  test('a PDF of thousands of pages stops at the most that is read', async ({ page }) => {
    await openReady(page)
    await choose(page, pdfOf(Array.from({ length: 3000 }, () => 'Our stem cells cure heart failure.')))
    await expect(page.getByText('We read only the first 300 of 3000 pages.')).toBeVisible({ timeout: 25_000 })
  })
})

test.describe('both pages', () => {
  test.use({ bypassCSP: true }) // axe is a script that the policy rightly refuses

  for (const path of [address, '/en/warning-signs']) {
    test(`${path} has no accessibility fault, and fits 320 pixels`, async ({ page }) => {
      await page.goto(path)
      await unfoldAll(page)
      expect(await axeViolations(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })
  }

  test('a result has no accessibility fault, and fits 320 pixels', async ({ page }) => {
    await openReady(page)
    await check(page, `${advert} ${'x'.repeat(300)}`)
    await unfoldAll(page)
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })

  test('a result in the dark has no accessibility fault', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await openReady(page)
    await check(page, advert)
    expect(await axeViolations(page)).toEqual([])
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says that the text is sent, and a post gives a result', async ({ page }) => {
    await page.goto(address)
    await expect(page.getByText(form.sent)).toBeVisible()
    await expect(page.getByText(form.stays)).toBeHidden()
    await page.getByRole('textbox', { name: form.label }).fill(advert)
    await press(page, form.send)
    await expect(page).toHaveURL(address)
    await expect(page.getByText(notKept)).toBeVisible()
    expect(await page.locator('.ac-tag').count()).toBeGreaterThanOrEqual(4)
    // The note is for paper.
    await expect(page.locator('.ac-note')).toBeHidden()
  })

  test('a posted link comes back in its box, with how to copy the words', async ({ page }) => {
    await page.goto(address)
    await page.getByText(form.photoTitle).click()
    await expect(page.getByText(form.photoIphone)).toBeVisible()
    await page.getByRole('textbox', { name: form.label }).fill('See https://clinic.example/no-risk')
    await press(page, form.send)
    await expect(page.getByText(report.linkPhone).first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: form.label })).toHaveValue(
      'See https://clinic.example/no-risk',
    )
    await expect(page.getByRole('button', { name: form.send })).toBeVisible()
  })

  test('every sign is explained', async ({ page }) => {
    await page.goto('/en/warning-signs')
    await expect(page.getByText(signs.notProof)).toBeVisible()
    expect(await page.getByRole('main').getByRole('heading', { level: 3 }).count()).toBe(14)
    // A link to one of the finer signs of old still leads to the sign that it now belongs to.
    await page.goto('/en/warning-signs#no_risk')
    await expect(page.locator('#said_to_be_safe_easy #no_risk')).toBeInViewport()
  })
})

test('a posted text gives the same result as the browser', async ({ page, request, baseURL }) => {
  const hostile = `${advert}\r\n<b>bold</b> \u202eback\u202c`
  await openReady(page)
  await check(page, hostile)
  const inBrowser = await resultText(page)
  const reply = await request.post(address, { form: { text: hostile }, headers: { origin: baseURL ?? '' } })
  expect(reply.status()).toBe(200)
  // Not `no-store`: with it Back would end in an error (lib/server/front/form-posts.ts).
  expect(reply.headers()['cache-control']).toBe('private, no-cache')
  const html = await reply.text()
  expect(html).not.toContain('<b>bold</b>')
  await page.setContent(html.replaceAll(/<(script|link)[^>]*>/g, ''))
  expect(await resultText(page)).toBe(inBrowser)
})

test('a post of more than 256 KiB is refused in words, and an empty one is answered kindly', async ({
  request,
}) => {
  const tooLong = await request.post(address, { form: { text: 'x'.repeat(300 * 1024) } })
  expect(tooLong.status()).toBe(413)
  expect(await tooLong.text()).toContain('Back button')
  const empty = await request.post(address, { form: { text: ' ' } })
  expect(empty.status()).toBe(200)
  expect(await empty.text()).toContain(report.empty)
})
