import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportView } from '@/lib/claims/report-view'
import type { View } from '@/lib/texts/view'
import { analyseArticle } from '@/lib/claims/analyse'
import type { ArticleKit } from '@/lib/claims/article-kit'
import { makeReport, mostMarks, noteText } from '@/lib/claims/article-report'
import { articlePatterns } from '@/tests/article-patterns'
import messages from '@/lib/texts/messages.en.json'
import { readContent } from '@/prisma/pipeline/read-content'

const read = readContent()
if (!read.ok) throw new Error('the content is not in order')
const { articleCheck, conditions } = read.content

const kit: ArticleKit = {
  locale: 'en',
  version: 'test',
  patterns: articlePatterns(),
  signs: articleCheck.signs.flatMap(({ id, group, sources }) => {
    const words = articleCheck.words.signs.find((sign) => sign.id === id)
    const formerly = articleCheck.families.filter(({ sign }) => sign === id).map((family) => family.id)
    return words ? [{ ...words, group, sources, formerly }] : []
  }),
  claims: conditions.flatMap((c) =>
    c.claims.claims.map(({ id, verdict }) => ({
      id,
      condition: c.condition.id as ArticleKit['conditions'][number]['id'],
      claim: c.words.claims.claims[id]?.claim ?? '',
      verdict,
      verdictWords: messages.stemCells.verdict[verdict],
    })),
  ),
  missing: articleCheck.check.missing.flatMap(({ id }) => {
    const words = articleCheck.words.missing[id]
    return words ? [{ id, ...words }] : []
  }),
  conditions: [
    { id: 'heart-failure', name: 'Heart failure' },
    { id: 'liver-failure', name: 'Liver failure' },
  ],
  sample: articleCheck.words.sample,
  often: { en: { right: 71, missed: 30 } },
  words: messages.articleCheck.report,
}

const reportOf = (text: string) => makeReport(text, analyseArticle(text, kit.patterns), kit)
const nodes = (view: View): Exclude<View, string>[] =>
  typeof view === 'string' ? [] : [view, ...view.children.flatMap(nodes)]
const textOf = (view: View): string => (typeof view === 'string' ? view : view.children.map(textOf).join(''))

describe('the sample', () => {
  const report = reportOf(kit.sample.text)

  test('shows many signs, claims of heart failure, and what is left out', () => {
    expect(report.signs.length).toBeGreaterThanOrEqual(12)
    expect(report.claims.map(({ id }) => id)).toContain('new-heart-muscle')
    expect(report.missing.map(({ id }) => id)).toContain('comparison-group')
    expect(report.condition?.href).toBe('/en/heart-failure')
  })

  test('numbers the signs from 1 in the order of the text', () => {
    expect(report.signs.map(({ number }) => number)).toEqual(report.signs.map((_, at) => at + 1))
    const starts = report.signs.map(
      ({ number }) =>
        report.segments.find(({ begins }) => begins.some((mark) => mark.number === number))?.start,
    )
    expect(starts).toEqual([...starts].sort((a, b) => (a ?? 0) - (b ?? 0)))
  })

  test('every link inside the result has its target, once', () => {
    const all = nodes(reportView(report, kit))
    const ids = all.flatMap(({ attrs }) => attrs.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const links = all.flatMap(({ attrs }) => (attrs.href?.startsWith('#') ? [attrs.href.slice(1)] : []))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('the note names every sign with its question, and every claim with our verdict', () => {
    const note = noteText(report.note)
    for (const { name, ask } of report.signs) {
      expect(note).toContain(`${name}: “`)
      expect(note).toContain(ask)
    }
    for (const { claim, verdictWords } of report.claims)
      expect(note).toContain(`${claim} We say: ${verdictWords}.`)
  })
})

test('every word that the result asks for is written', () => {
  const words =
    textOf(reportView(reportOf(kit.sample.text), kit, true)) + textOf(reportView(reportOf('Hello.'), kit))
  expect(words).not.toMatch(/\{\w+\}/)
  for (const key of Object.keys(kit.words))
    expect(words.split(/\s+/)).not.toContain(key.length > 7 ? key : '')
})

test('a text without signs is not called true', () => {
  const report = reportOf('The weather was fine, and the library stayed open until six.')
  expect(report.signs).toEqual([])
  const words = textOf(reportView(report, kit))
  expect(words).toContain('We found none of the signs we look for.')
  expect(words).toContain('This does not mean that the text is true.')
})

test('a text of 200,050 characters says where it was cut, with its last words', () => {
  const text = `${'word '.repeat(40_000)}${'tail '.repeat(10)}`
  const { cut } = reportOf(text)
  expect(cut?.of).toBe(text.length)
  expect(cut?.at).toBeLessThanOrEqual(200_000)
  expect(cut?.lastWords).toMatch(/word$/)
  expect(textOf(reportView(reportOf(text), kit))).toMatch(/first (199|200),\d{3} of 200,050 characters/)
})

test('thousands of passages: 600 are marked, every sign keeps one, and the rest are counted', () => {
  const report = reportOf(
    'Amazing miracle breakthrough cure! Book now. My own stem cells gave me my life back. '.repeat(800),
  )
  const begun = report.segments.flatMap(({ begins }) => begins)
  expect(begun).toHaveLength(mostMarks)
  expect(report.leftUnmarked).toBeGreaterThan(0)
  for (const { passages } of report.signs) expect(passages.length).toBeGreaterThan(0)
})

test('the marked text is the text, whatever it holds; only unseen characters are replaced', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (noise) => {
      const text = `Our stem cells cure everyone. ${noise} Book a free talk today!`
      const report = reportOf(text)
      expect(report.segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    }),
    { numRuns: 60 },
  )
})

test('HTML in a text stays text', () => {
  const view = reportView(
    reportOf('<script>alert(1)</script><img src=x onerror=alert(1)> Our miracle cure!'),
    kit,
  )
  expect(nodes(view).map(({ tag }) => tag)).not.toContain('script')
  expect(nodes(view).map(({ tag }) => tag)).not.toContain('img')
  expect(textOf(view)).toContain('<script>alert(1)</script>')
})

describe('a text that we cannot read', () => {
  const code = Array.from({ length: 20 }, (_, at) => `U3RlbSBjZWxscyBjdXJlIGhlYXJ0IGZhaWx1cm${at}`).join('\n')
  test.each([
    ['unreadable-script', 'Стволовые клетки не лечат сердечную недостаточность.'],
    [
      'unreadable-language',
      'Stammzellen heilen Herzschwäche ohne Nebenwirkungen. Rufen Sie uns heute noch an, es gibt nur wenige Plätze.',
    ],
    ['unreadable-code', code],
  ] as const)('says so (%s) on the page and on paper, and never that it holds no signs', (why, text) => {
    const report = reportOf(text)
    const page = textOf(reportView(report, kit))
    const words = messages.articleCheck.report
    expect(page).toContain(words.unreadable)
    expect(page).toContain(words[why])
    expect(page).not.toContain(words.none)
    expect(page).not.toContain(words.missingLead)
    expect(noteText(report.note)).toContain(words[why])
    expect(noteText(report.note)).not.toContain(words.none)
  })
})

describe('a link in place of a text', () => {
  const { link, linkPhone, linkComputer, linkKept, none, missingTitle } = messages.articleCheck.report

  test('says that links are not opened and how to copy the words, and nothing of signs', () => {
    const report = reportOf('https://clinic.example/no-risk-stem-cells-cure-heart-failure')
    const said = textOf(reportView(report, kit))
    for (const sentence of [link, linkPhone, linkComputer, linkKept]) expect(said).toContain(sentence)
    for (const wrong of [none, missingTitle]) expect(said).not.toContain(wrong)
    expect(noteText(report.note)).toContain(linkComputer)
  })

  test('with a headline beside it says so first, and then what the headline says', () => {
    const said = textOf(
      reportView(reportOf('Miracle stem cells cure heart failure https://clinic.example/a'), kit),
    )
    expect(said.indexOf(link)).toBeGreaterThan(0)
    expect(said.indexOf(missingTitle)).toBeGreaterThan(said.indexOf(link))
    expect(said).toContain(linkPhone)
  })
})

test('a text in Chinese says that the check is weaker there, with the figures of that language', () => {
  const own = { ...kit, often: { en: { right: 71, missed: 30 }, zh: { right: 68, missed: 59 } } }
  const text = '我们的干细胞能治愈心力衰竭，没有任何风险。'
  const report = makeReport(text, analyseArticle(text, own.patterns), own)
  const { report: words } = messages.articleCheck
  for (const shown of [textOf(reportView(report, own)), noteText(report.note)]) {
    expect(shown).toContain(words['read-zh'])
    expect(shown).toContain('about 68 of 100 marks were right. It missed about 59 of 100 signs.')
    expect(shown).not.toContain('71 of 100')
  }
  expect(report.signs.map(({ id }) => id).sort()).toEqual(['cure_promise', 'said_to_be_safe_easy'])
  expect(report.condition?.href).toBe('/en/heart-failure')
})
