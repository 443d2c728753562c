import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lintWords } from '@/lib/texts/lint'
import messages from '@/lib/texts/messages.en.json'
import { countSyllables, readability, splitSentences, splitWords } from '@/lib/texts/readability'
import { checkProse, hardestBlocks, longSentences, mostGrade } from '@/prisma/pipeline/check-prose'
import { linesOf, wordFiles } from '@/prisma/pipeline/check-references'
import { plainMessage, readPages, type Block, type Page } from '@/prisma/pipeline/read-pages'
import { realContent } from './real-content'
import { textFiles } from './text-files'

const content = realContent()
const pages = readPages(content)

/** STYLE of the project: docs/how-to/write-content.md. */
const hardSyllables = 4

const everyday = new Set(
  readFileSync(path.join(import.meta.dirname, 'everyday-words.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#')),
)

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function withoutForms(text: string, forms: RegExp | null): string {
  return forms ? text.replace(forms, ' ') : text
}

function formPattern(terms: readonly string[]): RegExp | null {
  if (terms.length === 0) return null
  const forms = [...new Set(terms)].sort((a, b) => b.length - a.length).map(escape)
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?:['’]s|s['’]?)?(?![\\p{L}\\p{N}-])`, 'giu')
}

/**
 * Whether a page says what a word is where it stands: "macrophages are cells …", "metoprolol (a beta-blocker)",
 * "a blocked nose (decongestants)", "painkillers such as ibuprofen", "the tablet sacubitril".
 */
function isExplainedOn(page: Page, word: string): boolean {
  const w = escape(word)
  const said = new RegExp(
    [
      `(?:^|[.!?] )${w} (?:is|are|means?|measures?)\\b`,
      `\\b${w} \\(`,
      `\\([^()]*\\b${w}\\b[^()]*\\)`,
      `\\b(?:such as|called|named) (?:[\\w-]+ (?:and|or) )?${w}\\b`,
      `\\b(?:tablets?|medicines?|drugs?|injection|painkillers?)\\b[^.]{0,40}\\b${w}\\b`,
      `\\b${w}\\b[^.]{0,30} in one tablet\\b`,
      `\\b${w}, an? `,
    ].join('|'),
    'iu',
  )
  return page.blocks.some(({ text }) => said.test(text))
}

/** Long words that nobody explains, with their place. */
function unexplainedWords(page: Page): string[] {
  const forms = formPattern(page.terms)
  const seen = new Map<string, boolean>()
  return page.blocks.flatMap(({ place, text }) =>
    splitWords(withoutForms(text, forms))
      .flatMap((word) => word.split(/[-–'’]/))
      .map((word) => word.toLowerCase())
      .filter((word) => !/\d/.test(word) && !everyday.has(word) && countSyllables(word) >= hardSyllables)
      .filter((word) => {
        const isExplained = seen.get(word) ?? isExplainedOn(page, word)
        seen.set(word, isExplained)
        return !isExplained
      })
      .map((word) => `${place}: ${word}`),
  )
}

/** A frequency over anything but 100, 1,000 or the people who were counted. */
function oddFrequencies(blocks: readonly Block[]): string[] {
  const pattern = /\b(?:1|one) (?:person )?(?:in|out of) (?:every )?(?!100\b|1,000\b|100,000\b)\d[\d,]*/gi
  return blocks.flatMap(({ place, text }) =>
    [...text.matchAll(pattern)].map((found) => `${place}: ${found[0]}`),
  )
}

function lintFaults(files: readonly { file: string; value: unknown }[], names: readonly string[]): string[] {
  return files.flatMap(({ file, value }) =>
    linesOf(value).flatMap(({ path: at, text }) =>
      lintWords(text, names).map(({ rule, found }) => `${file} ${at}: ${rule}: ${found}`),
    ),
  )
}

/** "Proven" of what is not: a sentence that denies it ("not a proven treatment", "unproven") claims nothing. */
const deniesProof =
  /\bunproven\b|\b(?:not|never)(?: yet| been)*(?: an?)? proven\b|\bno [\w-]+ product is a proven\b|\bnot mean that [\w ]+ is proven\b|\bproven for neither\b/i

/** Where "proven" is said of something that is, and why it may be. */
const trulyProven = new Map([
  [
    'A proven treatment for some blood diseases, such as leukaemia.',
    'blood stem-cell transplants are standard care there; the source says so',
  ],
  ['waiting for cells to be proven.', 'the safety file tells what a reader may do, not what is so'],
  [
    'For each: what it is, signs of an emergency, the proven treatments told in the same way, the choices side by side, what matters to you, a short check, and one page for your team.',
    'the note of the first version, kept as readers had it',
  ],
])

/** Sentences that call a treatment proven, with their place. */
function calledProven(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ place, text }) =>
    splitSentences(text.replaceAll(/\s+/g, ' '))
      .filter((sentence) => /proven\b/i.test(sentence) && !deniesProof.test(sentence))
      .filter((sentence) => ![...trulyProven.keys()].some((allowed) => sentence.includes(allowed)))
      .map((sentence) => `${place}: ${sentence}`),
  )
}

const one = (text: string, terms: string[] = []): Page => ({
  name: 'made up',
  blocks: [{ place: 'here', text }],
  terms,
})

describe('sentences', () => {
  it('hold no digit outside a placeholder, no "1 in X", no lone relative change, no percent sign, no loaded word', () => {
    expect(lintFaults(wordFiles(content), content.names)).toEqual([])
  })

  it.each([
    ['a digit', 'In 2016 there were more.'],
    ['1 in X', 'It helps one in five people.'],
    ['a lone relative change', 'The tablet halves the risk.'],
    ['a percent', 'Eight per cent had it.'],
    ['a loaded word', 'It is the gold standard.'],
    ['telling what to choose', 'You should choose the pump.'],
    ['a broken placeholder', 'Of these {no such thing} lived.'],
  ])('%s in any file is caught', (_what, text) => {
    expect(lintFaults([{ file: 'made-up.yaml', value: { lead: [text] } }], content.names)).toHaveLength(1)
  })

  it('give people per 100 or per 1,000 once filled, and never 1 in something else', () => {
    expect(pages.flatMap(({ blocks }) => oddFrequencies(blocks))).toEqual([])
  })

  it('"1 in 8" is caught once filled; "1 person in 100" is not', () => {
    expect(
      oddFrequencies([...one('This was 1 in 8.').blocks, ...one('This was 1 person in 100.').blocks]),
    ).toEqual(['here: 1 in 8'])
  })

  it('have at most 20 words with their real figures', () => {
    expect(pages.flatMap(({ blocks }) => longSentences(blocks))).toEqual([])
  })

  it('that are too long, and pages that are too hard, are named by the check for those who write', () => {
    expect(checkProse(content)).toEqual([])
    const { conditions, ...rest } = content
    const [first, ...others] = conditions
    if (!first) throw new Error('no condition')
    const hard = 'Ventricular dyssynchrony necessitates cardiac resynchronisation implantation immediately. '
    const harmed = structuredClone(first)
    harmed.words.matters.lead = [hard.repeat(80), `${'word '.repeat(20)}end.`]
    const problems = checkProse({ ...rest, conditions: [harmed, ...others] })
    const file = `${first.condition.id}/words.en/matters.yaml`
    expect(problems.map((problem) => problem.file)).toContain(file)
    expect(problems.map(({ message }) => message).join('\n')).toMatch(/a sentence of 21 words/)
    expect(problems.map(({ message }) => message).join('\n')).toMatch(/reads at grade \d/)
  })

  it('of 21 words are caught, also when the figure makes it so', () => {
    const twenty = `${'word '.repeat(19)}end.`
    expect(longSentences(one(twenty).blocks)).toEqual([])
    expect(longSentences(one(`More ${twenty}`).blocks)).toHaveLength(1)
  })
})

describe('"proven"', () => {
  const shown = [...pages.flatMap(({ blocks }) => blocks), ...textFiles()]

  it('is said of no treatment in general: trials disagree on some, and others have none', () => {
    expect(calledProven(shown)).toEqual([])
  })

  it.each([...trulyProven.keys()])('is still said in the allowed place "%s"', (allowed) => {
    expect(shown.some(({ text }) => text.replaceAll(/\s+/g, ' ').includes(allowed))).toBe(true)
  })

  it('is caught when it claims, and not when it denies', () => {
    const claims = ['It shows what the proven treatments do.', 'The treatments that are proven, told alike.']
    expect(calledProven(claims.flatMap((text) => one(text).blocks))).toHaveLength(claims.length)
    const denials = [
      'So far, stem cells are not a proven treatment for heart failure.',
      'Be careful with unproven products.',
    ]
    expect(calledProven(denials.flatMap((text) => one(text).blocks))).toEqual([])
  })
})

describe('the organ', () => {
  const organs = /\b(?:heart|liver)s?\b/i
  const bothOrgans = /\b(?:heart (?:or|and) (?:your |the )?liver|liver (?:or|and) (?:your |the )?heart)\b/i

  it('of one illness is named in no message, which stands on the pages of every illness: only in what the site says of itself', () => {
    const naming = linesOf(messages).filter(
      ({ path: at, text }) => organs.test(text) && !at.startsWith('drawings.'),
    )
    expect(naming.map(({ path: at }) => at)).toEqual(['site.description', 'home.documentTitle'])
  })

  it('is one on the pages of an illness, never "heart or liver"', () => {
    const own = pages.filter(({ name }) =>
      content.conditions.some((c) => name.startsWith(`${c.condition.id}: `)),
    )
    expect(own.length).toBeGreaterThan(0)
    expect(
      own.flatMap(({ blocks }) =>
        blocks.filter(({ text }) => bothOrgans.test(text)).map(({ place }) => place),
      ),
    ).toEqual([])
  })
})

describe('reading grade', () => {
  const grades = pages.map(({ name, blocks, terms }) => {
    const texts = blocks.map(({ text }) => text)
    return {
      name,
      grade: readability(texts).grade,
      withoutTerms: readability(texts, { definedTerms: terms }).grade,
      words: readability(texts).words,
    }
  })

  it('is 6 or lower on every page', () => {
    const table = grades.map(
      ({ name, grade, withoutTerms, words }) =>
        `${name.padEnd(40)} ${grade.toFixed(1).padStart(5)} ${withoutTerms.toFixed(1).padStart(5)} ${String(words).padStart(6)}`,
    )
    const worst = hardestBlocks(
      pages.flatMap(({ blocks }) => blocks),
      10,
    ).map(({ place, text, grade }) => `${grade.toFixed(1).padStart(5)} ${place}: ${text}`)
    console.log(
      ['page, grade, grade without defined terms, words', ...table, '', 'ten hardest blocks', ...worst].join(
        '\n',
      ),
    )
    expect(grades.filter(({ grade }) => grade > mostGrade)).toEqual([])
  })

  // A telegram scores low: three stubs in a row are easy words and hard to listen to. The check is questions and short answers.
  it('is 3.5 or higher on every page about an illness but the check, whose answers are a few words', () => {
    const least = (name: string) => (name.endsWith(': check') ? 2 : 3.5)
    const told = grades.filter(({ name }) => /^(?:heart|liver)-failure: /.test(name))
    expect(told.length).toBeGreaterThan(20)
    expect(told.filter(({ name, grade }) => grade < least(name))).toEqual([])
  })

  it('of a telegram is under that floor', () => {
    expect(readability(['The nurse calls. You rest. It is slow. Wait at home.']).grade).toBeLessThan(3.5)
  })

  it('above 6 is caught, and a page is scored block by block', () => {
    const hard =
      'Cardiac resynchronisation therapy ameliorates ventricular dyssynchrony in symptomatic individuals.'
    expect(readability([hard]).grade).toBeGreaterThan(mostGrade)
    expect(readability(['Salt', 'Rest', 'Water']).sentences).toBe(3)
  })
})

describe('long words', () => {
  it('of four syllables or more are everyday words, in the glossary, or explained where they stand', () => {
    expect(pages.flatMap(unexplainedWords)).toEqual([])
  })

  it('are caught with their place when nobody explains them', () => {
    expect(unexplainedWords(one('It is an idiopathic illness.'))).toEqual(['here: idiopathic'])
    expect(unexplainedWords(one('It is an idiopathic illness.', ['idiopathic']))).toEqual([])
    expect(unexplainedWords(one('With no known cause (idiopathic).'))).toEqual([])
    expect(unexplainedWords(one('This is an emergency.'))).toEqual([])
  })

  it('the list of everyday words holds no word that is not used', () => {
    const used = new Set(
      pages.flatMap(({ blocks }) =>
        blocks.flatMap(({ text }) => splitWords(text).flatMap((word) => word.toLowerCase().split(/[-–'’]/))),
      ),
    )
    expect([...everyday].filter((word) => !used.has(word))).toEqual([])
  })
})

describe('interface messages', () => {
  it('are read with the form for many and a plain word in each gap', () => {
    expect(plainMessage('{n, plural, one {# day} other {# days}} for {name}')).toBe('# days for it')
    expect(plainMessage('fewer than {n, plural, one {{count} person} other {{count}}} in {per}')).toBe(
      'fewer than it in it',
    )
  })
})

describe('what was not found', () => {
  it('is told as not found by us, never as if no study existed', () => {
    const bare = /\b(?:no study (?:followed|took|tested|compared)|in no study)\b/i
    const faults = content.conditions.flatMap((c) =>
      linesOf(c.words)
        .filter(({ text }) => bare.test(text))
        .map(({ text }) => text),
    )
    expect(faults).toEqual([])
    expect('No study followed people who only carried on as now.').toMatch(bare)
    expect('No study we found followed people who only carried on as now.').not.toMatch(bare)
  })
})
