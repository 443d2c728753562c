/**
 * The whole journey in two languages that a script makes (tests/pseudo-language.ts): accents on every word, two fifths
 * longer, and one of them from right to left. What has no accent on their pages is English that somebody left in code.
 * The pages come from a server of their own (tests/pseudo-site.tsx): the real pages, database and front, without a build.
 */
import fs from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { stepHref, type StepId } from '@/lib/journey/steps'
import { readDocument } from '@/lib/sharing/document'
import { writeFhirBundle } from '@/lib/summary/exports/fhir-bundle'
import { readAnswers } from '@/lib/summary/answers'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { axeViolations } from '@/tests/e2e/axe'
import { condition, fieldsWith, onePerKind, openOn } from '@/tests/e2e/language-site'
import { cutsOff, sticksOut } from '@/tests/e2e/room'
import { leftEnglish, namesIn } from '@/tests/left-english'
import { flat, readPdfFile } from '@/tests/pdf-file'
import { pseudoLanguages, pseudoLetter } from '@/tests/pseudo-language'
import { startPseudoSite, type PseudoSite } from '@/tests/start-pseudo-site'

/** Not translated in the copy, so that the way back to English is seen. */
const untranslated = 'liver-failure'
/** What a person writes stays as it was written. */
const own = 'my piano'

let site: PseudoSite
// One server for all of them. On a calm machine it starts in half a minute.
test.describe.configure({ mode: 'default', timeout: 300_000 })
test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = await startPseudoSite([untranslated])
})
test.afterAll(() => site.stop())

const files = [
  'sources',
  'shared/sure',
  'warning-signs',
  `${condition}/numbers`,
  `${condition}/stem-cells`,
].map((name) => `${name}.yaml`)
const isTitle = namesIn(
  files.map((file) => parse(fs.readFileSync(`prisma/content/${file}`, 'utf8')) as unknown),
)
const isName = (text: string) => isTitle(text) || text.includes(own)

const step = (locale: string, id: StepId) => stepHref(locale, condition, id)

const open = (address: string, form?: Record<string, string>) => openOn(site, address, form)

const fields = fieldsWith(own)

for (const { locale, dir } of pseudoLanguages) {
  test(`"${locale}", written ${dir}: no English sentence is left on any kind of page`, async () => {
    const pages = onePerKind(site, locale)
    expect(pages.length).toBeGreaterThan(25)
    const left: string[] = []
    for (const address of pages) {
      const { status, html } = await open(address)
      expect(status, address).toBe(200)
      expect(html, address).toMatch(new RegExp(`<html[^>]* lang="${locale}"[^>]* dir="${dir}"`))
      const english = `/en${address.slice(locale.length + 1)}`
      expect(html, address).toContain(`<link rel="alternate" hreflang="en" href="${english}"/>`)
      if (html.includes('data-language'))
        expect(html, address).toMatch(new RegExp(`<a[^>]*href="${english}"[^>]*hrefLang="en"`, 'i'))
      left.push(...leftEnglish(html, isName).map((text) => `${address}: ${text}`))
    }
    expect(left).toEqual([])
    expect(site.complaints()).toBe('')
  })
}

test('a posted form is answered in its language, also when it is refused, and offers the others', async () => {
  for (const id of ['matters', 'check', 'summary'] as const) {
    const { status, html } = await open(step('qar', id), fields)
    expect(status).toBe(200)
    expect(html).toContain(own)
    expect(leftEnglish(html, isName), id).toEqual([])
    expect(html).toMatch(new RegExp(`<button[^>]*formAction="${step('en', id)}"`, 'i'))
  }
  const refused = await open(stepHref('qaa', untranslated, 'summary'), fields)
  expect(refused.status).toBe(404)
  expect(leftEnglish(refused.html, isName)).toEqual([])
  const article = await open('/qaa/check-an-article', { text: 'Stem cells cure heart failure.' })
  expect(article.status).toBe(200)
})

test('a page that is not translated says so in its language and leads to English; menus do not offer it', async () => {
  for (const { locale } of pseudoLanguages) {
    const { status, html } = await open(`/${locale}/${untranslated}/options`)
    expect(status).toBe(404)
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    expect(html).toMatch(new RegExp(`<h1>[^<]*${pseudoLetter.source}`))
    expect(leftEnglish(html, isName)).toEqual([])
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
    expect(main).toContain(`href="/en/${untranslated}/options"`)
    const home = (await open(`/${locale}`)).html
    expect(home).not.toContain(`href="/${locale}/${untranslated}`)
    expect(home).toMatch(new RegExp(`href="/en/${untranslated}"[^>]*hrefLang="en"`, 'i'))
  }
  const english = (await open(`/en/${untranslated}`)).html
  expect(english).not.toContain('rel="alternate" hreflang="qaa"')
  expect((await open('/qaa/no-such-illness')).html).not.toContain('/en/no-such-illness')
})

test('the summary as PDF is in its language, and so is what a share holds', async () => {
  for (const { locale } of pseudoLanguages) {
    const response = await fetch(`${site.url}/api/summary/pdf`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, locale, condition }),
    })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = await readPdfFile(new Uint8Array(await response.arrayBuffer()))
    expect(pdf.language).toBe(locale)
    const lines = pdf.sheets.flatMap((sheet) => sheet.split('\n'))
    expect(lines.length).toBeGreaterThan(40)
    expect(lines.join('\n')).toContain(own)
    expect(lines.join('\n')).not.toContain('(?)')
    expect(lines.filter((line) => isEnglishLine(line))).toEqual([])

    const parts = (await (
      await fetch(`${site.url}/tests/parts/${locale}/${condition}`)
    ).json()) as SummaryParts
    const { answers } = readAnswers(Object.entries(fields), answerableIn(parts))
    const paper = writeSummary(parts, answers)
    const at = '2026-11-28T09:30:00Z'
    const bundle = writeFhirBundle({
      parts,
      answers,
      paper,
      identity: null,
      at,
      newId: () => crypto.randomUUID(),
    })
    expect(bundle.language).toBe(locale)
    const shared = readDocument(JSON.parse(JSON.stringify(bundle)))
    const html = `<html lang="${locale}"><h1>${shared?.title}</h1>${(shared?.parts ?? []).map(({ title, markup }) => `<h2>${title}</h2>${markup}`).join('')}</html>`
    expect(html).toContain(own)
    expect(leftEnglish(html, isName)).toEqual([])
  }
})

/** A line of a PDF file: a sentence may be broken anywhere, so a single word proves nothing. */
const isEnglishLine = (line: string) =>
  flat(line).split(' ').length > 2 && leftEnglish(`<p>${flat(line)}</p>`, isName).length > 0

async function tick(page: Page) {
  const choice = page.locator('input[type=radio][name="decision"]').nth(1)
  await choice.check()
  await page.locator('textarea[name="own"]').fill(own)
  return choice.inputValue()
}
const ticked = (page: Page, value: string) =>
  page.locator(`input[type=radio][name="decision"][value="${value}"]`)

test('the language switch keeps the page and the answers, with scripts and without, and no address tells them', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${site.url}${step('qar', 'matters')}`)
    const value = await tick(page)
    for (const language of ['en', 'qaa']) {
      const element = javaScriptEnabled ? 'a' : 'button'
      await page.getByRole('banner').locator(`${element}[lang="${language}"]:visible`).click()
      await page.waitForURL(`${site.url}${step(language, 'matters')}`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(ticked(page, value)).toBeChecked()
      await expect(page.locator('textarea[name="own"]')).toHaveValue(own)
    }
    await context.close()
  }
})

test('longer words, from right to left, have room at 320 px and pass axe', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const shown: StepId[] = ['condition', 'options', 'compare', 'stemCells', 'matters', 'check', 'summary']
  const decision = onePerKind(site, 'qar').find((address) => /\/compare\/[^/]+$/.test(address)) ?? ''
  for (const address of [...shown.map((id) => step('qar', id)), decision, '/qar', '/qar/check-an-article']) {
    await page.goto(`${site.url}${address}`)
    expect(await sticksOut(page), address).toEqual([])
    expect(await cutsOff(page), address).toEqual([])
    // No list of languages holds those that are kept for local use.
    const found = (await axeViolations(page)).filter((line) => !/^(html-lang-valid|valid-lang) /.test(line))
    expect(found, address).toEqual([])
  }
  await context.close()
})
