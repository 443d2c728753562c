/**
 * The site in Spanish and Chinese with its own words: each kind of page and the whole journey, over HTTP where no browser is
 * needed. Pages come from a server of their own without a build (tests/pseudo-site.tsx); each page once is for English.
 */
import fs from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { stepHref, type StepId } from '@/lib/journey/steps'
import { sharedSummary, writeInLanguage } from '@/lib/record/in-language'
import { readAnswers } from '@/lib/summary/answers'
import { writeFhirBundle } from '@/lib/summary/exports/fhir-bundle'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { languages, messages } from '@/lib/texts/languages'
import { defaultContentDir } from '@/prisma/pipeline/read-content'
import { budgetOf, budgets } from '@/tests/bench/journey-budgets'
import { condition, fieldsWith, onePerKind, openOn } from '@/tests/e2e/language-site'
import { heightOf } from '@/tests/e2e/room'
import { phrasesOf, sentencesOf } from '@/tests/e2e/spoken'
import { namesIn, textsOn } from '@/tests/left-english'
import { flat, readPdfFile } from '@/tests/pdf-file'
import { startRealSite, type PseudoSite } from '@/tests/start-pseudo-site'

const own = 'my piano 钢琴'
const translated = ['es', 'zh'] as const
type Translated = (typeof translated)[number]

let site: PseudoSite
// One server for all of them: on a calm machine it starts in ten seconds.
test.describe.configure({ mode: 'default', timeout: 300_000 })
test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = await startRealSite()
})
test.afterAll(() => site.stop())

const contentOf = (name: string) =>
  parse(fs.readFileSync(`${defaultContentDir}/${name}.yaml`, 'utf8')) as unknown
const isTitle = namesIn(
  ['sources', 'warning-signs', `${condition}/numbers`, `${condition}/stem-cells`].map(contentOf),
)
const written = contentOf('names-with-digits') as { names: { name: string }[] }
/** What is the same in every language: names of publications and people, and words that both languages write alike. */
const isName = (text: string) =>
  isTitle(text) ||
  text.includes('my piano') ||
  text === 'Lantern' ||
  written.names.some(({ name }) => name === text) ||
  / · Lantern$/.test(text) ||
  // Letters and digits of names, in brackets of either script: ARNI, HBsAg, CSL-JSON, "A4 (PDF)", （AED）。
  text
    .split(/[\s()（）。]+/)
    .filter(Boolean)
    .every((word) => /^[A-Z][A-Za-z]{0,2}[A-Z\d][A-Za-z\d-]*$/.test(word))

const open = (address: string, form?: Record<string, string>) => openOn(site, address, form)

/** Letters of a language that stand in a text without any of its own script, or words that the English page has too. */
function isLeft(text: string, locale: Translated, english: ReadonlySet<string>): boolean {
  if (!/[a-z]{3}/i.test(text) || isName(text)) return false
  if (locale === 'zh') return !/\p{Script=Han}/u.test(text)
  // One word may be the same in both: "Hospital". A sentence never is.
  return english.has(text) && text.split(' ').length > 1
}

const leftOn = (html: string, locale: Translated, english: string) => {
  const theirs = new Set(textsOn(english))
  return textsOn(html).filter((text) => isLeft(text, locale, theirs))
}

const fields = fieldsWith(own)

for (const locale of translated) {
  const t = messages[locale]
  const { lang } = languages[locale]
  const step = (id: StepId) => stepHref(locale, condition, id)
  const inEnglish = (address: string) => `/en${address.slice(locale.length + 1)}`

  test(`"${locale}": each kind of page says who checked it, leaves no English, and weighs no more than it may`, async () => {
    const left: string[] = []
    const heavy: string[] = []
    const pages = onePerKind(site, locale)
    expect(pages.length).toBeGreaterThan(25)
    for (const address of pages) {
      const [{ status, html }, english] = [await open(address), await open(inEnglish(address))]
      expect(status, address).toBe(200)
      expect(html, address).toMatch(new RegExp(`<html[^>]* lang="${lang}"`))
      expect(html, address).toContain(`hreflang="en" href="${inEnglish(address)}"`)
      if (html.includes('class="unreviewed"')) expect(html, address).toContain(t.site.translatedByMakers)
      left.push(...leftOn(html, locale, english.html).map((text) => `${address}: ${text}`))
      const [bytes, theirs] = [gzipSync(html).length, gzipSync(english.html).length]
      if (bytes > theirs * 1.4 + 1_000) heavy.push(`${address}: ${bytes} bytes, in English ${theirs}`)
    }
    expect(left).toEqual([])
    expect(heavy).toEqual([])
    expect((await open('/en')).html).not.toContain(messages.en.site.translatedByMakers)
  })

  test(`"${locale}": the journey without scripts, without SURE, to a PDF and a share that English can read`, async () => {
    for (const id of ['matters', 'check', 'summary'] as const) {
      const [{ status, html }, english] = [
        await open(step(id), fields),
        await open(stepHref('en', condition, id), fields),
      ]
      expect(status).toBe(200)
      expect(html).toContain(own)
      expect(leftOn(html, locale, english.html), id).toEqual([])
      if (id === 'check') {
        expect(html).toContain(t.check.sureNotHere)
        // Answered in English before: it goes along, to be there in English again.
        expect(html).toMatch(/<input type="hidden"[^>]* name="sure\.s" value="no"/)
      }
      expect(html.includes('data-sure=')).toBe(false)
    }

    const response = await fetch(`${site.url}/api/summary/pdf`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, locale, condition }),
    })
    const file = new Uint8Array(await response.arrayBuffer())
    const pdf = await readPdfFile(file)
    test.info().annotations.push({ type: 'size', description: `${locale}: ${file.length} bytes` })
    console.log(`The summary as PDF in "${locale}": ${Math.round(file.length / 1000)} kB`)
    expect(file.length).toBeLessThan(200_000)
    expect(pdf.language).toBe(locale)
    const lines = pdf.sheets.join('\n')
    expect(lines).toContain('my piano')
    expect(lines).not.toContain('(?)')
    expect(flat(lines).replaceAll(' ', '')).toContain(t.site.translatedByMakers.replaceAll(' ', ''))
    if (locale === 'zh') {
      expect(lines.split('\n').filter((line) => /^[，。：；、）”？！]/.test(line))).toEqual([])
      const latin = lines.split('\n').filter((line) => /[a-z]{4,} [a-z]{3,} [a-z]{3,}/i.test(line))
      expect(latin.filter((line) => !/\p{Script=Han}/u.test(line) && !isName(flat(line)))).toEqual([])
    }

    const partsOf = async (language: string) =>
      (await (await fetch(`${site.url}/tests/parts/${language}/${condition}`)).json()) as SummaryParts
    const parts = await partsOf(locale)
    expect(parts.sure).toBeNull()
    const { answers } = readAnswers(Object.entries(fields), answerableIn(parts))
    const bundle = writeFhirBundle({
      parts,
      answers,
      paper: writeSummary(parts, answers),
      giver: null,
      packet: null,
      site: 'https://lantern.example.org',
      identity: null,
      at: '2026-11-28T09:30:00Z',
      newId: () => crypto.randomUUID(),
    })
    expect(bundle.language).toBe(lang)
    expect(JSON.stringify(bundle)).not.toContain('"sure')
    const shared = sharedSummary(JSON.stringify(bundle))
    if (!shared) throw new Error('a share of ours was not read')
    const inTheirs = writeInLanguage(shared, await partsOf('en'))
    expect(inTheirs.title).toBe(messages.en.summary.title)
    expect(inTheirs.markup).toContain(own)
    expect(inTheirs.markup).not.toMatch(/[。：]/)
  })

  test(`"${locale}": a walk through the journey in a browser, and what a screen reader says of the check`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: languages[locale].tag,
    })
    const page = await context.newPage()
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.goto(`${site.url}/${locale}`)
    await page.locator(`a[href="/${locale}/${condition}"]`).first().click()
    for (const id of ['options', 'compare', 'stemCells', 'matters', 'check', 'summary'] as const) {
      await page
        .locator(`.steps a.on[href="${step(id)}"], a[href="${step(id)}"]:visible`)
        .first()
        .click()
      await page.waitForURL(`${site.url}${step(id)}`)
      if (id === 'matters') {
        await page.locator('textarea[name="own"]').fill(own)
        await page.locator('input[type=radio][name="decision"]').nth(1).check()
      }
      if (id === 'check') {
        const sentences = sentencesOf(await phrasesOf(page.getByRole('main')))
        expect(sentences.length).toBeGreaterThan(20)
        const other = await browser.newPage()
        await other.goto(`${site.url}${stepHref('en', condition, id)}`)
        const english = new Set(sentencesOf(await phrasesOf(other.getByRole('main'))))
        await other.close()
        // The reader names roles in English; what is said after them is the page's.
        const said = sentences.map((text) =>
          text.replace(/^(heading|radio|checkbox|button|textbox|image), /, ''),
        )
        expect(
          said.filter((text) => english.has(text) && text.split(' ').length > 2 && !isName(text)),
        ).toEqual([])
      }
    }
    await expect(page.locator('[data-summary]')).toContainText(own)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    // Chinese letters are those of the device.
    if (locale === 'zh') expect(loaded.filter((path) => path.endsWith('.woff2'))).toEqual([])
    await context.close()
  })
}

for (const locale of ['en', ...translated])
  test(`"${locale}": the names of languages take no row of a phone, and no page is longer than its kind may be`, async ({
    browser,
    baseURL,
  }) => {
    const page = await browser.newPage()
    const rows = async () => {
      const { height } = (await page.locator('.masthead').boundingBox()) ?? { height: 0 }
      return Math.round(height / 48)
    }
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`${site.url}${stepHref(locale, condition, 'check')}`)
      const names = page.getByRole('navigation', { name: messages[locale as Translated].site.languages })
      await expect(
        names.getByText(locale === 'zh' ? 'Español' : '简体中文').filter({ visible: true }),
      ).toBeVisible()
      const withNames = await rows()
      await names.evaluate((nav) => nav.remove())
      // Two rows, or as many as help alone takes.
      expect(withNames, `${width} px`).toBeLessThanOrEqual(Math.max(2, await rows()))
    }
    await page.setViewportSize({ width: 390, height: 844 })
    // The page with the most words of each kind: opening all of them takes minutes without a build. In English there is one.
    const finished = locale === 'en' ? (baseURL ?? '') : site.url
    const longest = new Map<string, { address: string; size: number }>()
    for (const address of [...site.kinds.values()].flat()) {
      const budget = address.split('/')[1] === locale ? budgetOf(address) : undefined
      if (!budget) continue
      const response = await fetch(`${finished}${address}`)
      expect(response.status, address).toBe(200)
      const size = textsOn(await response.text()).join(' ').length
      if (size > (longest.get(budget.kind)?.size ?? 0)) longest.set(budget.kind, { address, size })
    }
    expect(longest.size).toBe(budgets.length)
    for (const { address } of longest.values()) {
      await page.goto(`${site.url}${address}`)
      expect.soft((await heightOf(page)) / 844, address).toBeLessThanOrEqual(budgetOf(address)?.screens ?? 0)
      const unlike = await page.locator('.groups .pictures').evaluateAll((pairs) =>
        pairs.flatMap((pair) => {
          const widths = [...pair.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().width)
          return Math.max(...widths) - Math.min(...widths) > 1 ? [pair.textContent] : []
        }),
      )
      expect.soft(unlike, `${address}: pictures of a pair`).toEqual([])
    }
    await page.close()
  })
