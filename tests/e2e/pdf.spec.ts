import { stepHref } from '@/lib/journey/steps'
import { faultsOfPdf } from '@/tests/pdf-essentials'
import { flat, readPdfFile } from '@/tests/pdf-file'
import { siteMap } from '@/tests/e2e/site-map'
import { checkMyself, open, sayWhatMatters, somethingToSay } from '@/tests/e2e/steps'
import { expect, test } from '@/tests/e2e/watched'
import { t } from '@/tests/e2e/words'

test.describe.configure({ timeout: 90_000 })

const run = (text: string) => text.replaceAll(/\s+/g, '')

for (const condition of siteMap.conditions) {
  test(`${condition.id}: the file holds every word of the summary on the page`, async ({ page }) => {
    const given = somethingToSay(condition)
    await open(page, stepHref('en', condition.id, 'matters'))
    await sayWhatMatters(page, given)
    await open(page, stepHref('en', condition.id, 'check'))
    await checkMyself(page, given)
    await open(page, stepHref('en', condition.id, 'summary'))
    const shown = await page
      .locator('[data-summary] :is(h2, h3, li, p)')
      .filter({ visible: true })
      .allInnerTexts()
    const sent = page.waitForRequest('**/api/summary/pdf')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t('summary.pdf'), exact: true }).click()
    const download = await saved
    expect((await sent).url()).not.toContain('?')
    expect(download.suggestedFilename()).toBe('my-summary.pdf')
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    const file = Buffer.concat(chunks)
    expect(file.length).toBeLessThanOrEqual(140_000)
    const { sheets, isTagged } = await readPdfFile(new Uint8Array(file))
    expect(isTagged).toBe(true)
    // Without the foot that every sheet repeats: it may stand between two words of a sentence.
    const text = run(sheets.join(' ')).replaceAll(
      new RegExp(`${run(t('site.notAdvice'))}[^]{0,400}?Page\\d+of\\d+`, 'g'),
      '',
    )
    const missing = shown
      .map(run)
      .filter((words) => words && !text.includes(words) && !run(sheets.join('')).includes(words))
    expect(missing).toEqual([])
  })
}

test('a form from another site, of another kind, too large, or about nothing is refused with a way back', async ({
  request,
}) => {
  const address = '/api/summary/pdf'
  const form = { locale: 'en', condition: siteMap.conditions[0]?.id ?? '', sheet: 'a4' }
  const answers = [
    [await request.post(address, { form, headers: { 'sec-fetch-site': 'cross-site' } }), 403],
    [await request.post(address, { data: form }), 415],
    [await request.post(address, { form: { ...form, own: 'a'.repeat(70_000) } }), 413],
    [await request.post(address, { form: { ...form, condition: 'none' } }), 404],
    [await request.post(address, { form: { ...form, locale: '../..' } }), 404],
  ] as const
  for (const [answer, status] of answers) {
    expect(answer.status()).toBe(status)
    expect(await answer.text()).not.toContain('aaaa')
  }
})

test('every handout on the page is a tagged file with a title and a foot', async ({ page, request }) => {
  await open(page, '/en/handouts')
  const links = await page
    .locator('main a[download]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThanOrEqual(siteMap.conditions.length * 8)
  for (const link of links) {
    const answer = await request.get(link)
    expect(answer.status(), link).toBe(200)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    if (!link.endsWith('-a4.pdf')) continue
    const file = new Uint8Array(await answer.body())
    expect(await faultsOfPdf(file), link).toEqual([])
    const pdf = await readPdfFile(file)
    expect(pdf.language).toBe('en')
    for (const sheet of pdf.sheets) expect(flat(sheet)).toContain(t('site.notAdvice'))
  }
})
