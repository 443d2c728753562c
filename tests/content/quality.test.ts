import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { QualitySet } from '@/lib/quality/schema'
import { optionAspects } from '@/lib/journey/schema'
import { armDifference } from '@/lib/numbers/arm-difference'
import { proportionOf, shownFigures } from '@/lib/numbers/shown-figures'
import { readability, readabilityByBlock } from '@/lib/texts/readability'
import { balanceOfDecision } from '@/prisma/pipeline/measure-balance'
import { realContent } from './real-content'
import { titlesIn } from './test-titles'

const content = realContent()
const { items } = content.shared.quality
const sources = new Map(content.sources.map((source) => [source.id, source]))

/** Sources whose address nobody wrote down when they were read. The page says that there are two. */
const withoutAddress = ['heartsheet-japan-2024', 'beran-2023-pe-meta']

/** Ids of our list of criteria: each stands on the page, none is left out. */
const wanted = [
  ...ids('IP-Q', 6),
  ...ids('IP-C', 10),
  ...ids('IP-QL', 28),
  ...ids('NI-E', 10),
  ...ids('NI-H', 5),
  ...ids('HS-P', 4),
  ...ids('HS-C', 8),
  ...ids('PE-', 26),
]

function ids(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
}

describe('the self-assessment', () => {
  it('holds every item of the lists once', () => {
    expect(items.map(({ id }) => id).sort()).toEqual([...wanted].sort())
    expect(new Set(items.map(({ set }) => set))).toEqual(new Set(QualitySet.options))
  })

  it('names only tests that exist', () => {
    const missing = items.flatMap(({ id, test }) =>
      test && !(fs.existsSync(test.file) && titlesIn(test.file).includes(test.title))
        ? [`${id}: ${test.file}: ${test.title}`]
        : [],
    )
    expect(missing).toEqual([])
  })

  it('claims no item that is not there to see or tested: each "met" has a place', () => {
    expect(items.filter(({ state, where }) => state === 'met' && where === undefined)).toEqual([])
  })

  it('leads only to conditions, decisions and pages that exist', () => {
    const pages = [
      '',
      '/sources',
      '/glossary',
      ...Object.keys(content.shared.pages.pages).map((id) => `/${id}`),
    ]
    const known = new Set([
      ...pages,
      ...content.conditions.flatMap((c) => [
        ...['', '/options', '/compare', '/stem-cells', '/what-matters', '/check', '/summary'].map(
          (step) => `/${c.condition.id}${step}`,
        ),
        ...c.decisions.decisions.map(({ id }) => `/${c.condition.id}/compare/${id}`),
      ]),
    ])
    const lost = items.flatMap(({ id, where }) =>
      where !== undefined && !known.has(where.split('#')[0] ?? '') ? [`${id}: ${where}`] : [],
    )
    expect(lost).toEqual([])
  })

  it('is not marked as met by anything that takes a study, clinicians or patients', () => {
    const studies = [
      ...['12', '13', '14', '15', '16', '17', '22', '23'].map((n) => `IP-QL${n}`),
      'NI-E8',
      'NI-H4',
    ]
    expect(items.filter(({ id }) => studies.includes(id)).map(({ state }) => state)).toEqual(
      studies.map(() => 'needs-people'),
    )
  })

  it('reads at grade 6 or lower, in sentences of at most 20 words', () => {
    const texts = items.flatMap(({ text, note }) => (note ? [text, note] : [text]))
    expect(readability(texts).grade).toBeLessThanOrEqual(6)
    const long = readabilityByBlock(texts).filter(({ longestSentence }) => longestSentence.words > 20)
    expect(long.map(({ longestSentence }) => longestSentence.text)).toEqual([])
  })
})

describe('what the self-assessment rests on', () => {
  it('every condition says what it is, and every decision says what it is about', () => {
    for (const { condition, words } of content.conditions) {
      expect(words.condition.sections['what-it-is']?.text, condition.id).toBeDefined()
      for (const decision of Object.values(words.decisions.decisions))
        expect(decision.lead.length).toBeGreaterThan(0)
    }
  })

  it('every decision asks one question', () => {
    const questions = content.conditions.flatMap(({ words }) =>
      Object.values(words.decisions.decisions).map(({ question }) => question),
    )
    // One sentence may say where the person stands; the last one asks.
    for (const question of questions) expect(question).toMatch(/^([^.?!]+\. )?[^.?!]+\?$/)
  })

  it('every option says what it may do, what may go wrong, and what the days are like', () => {
    const needed = ['benefits', 'harms', 'daysBody', 'daysMood', 'daysOthers'] as const
    for (const aspect of needed) expect(optionAspects).toContain(aspect)
    for (const { words } of content.conditions)
      for (const [id, option] of Object.entries(words.options.options))
        for (const aspect of needed)
          expect(option[aspect].join(' ').length, `${id} ${aspect}`).toBeGreaterThan(20)
  })

  it('every figure rests on a named source with a way to find it, but for two that are only named', () => {
    const used = content.conditions.flatMap((c) => [
      ...c.numbers.estimates,
      ...c.numbers.facts,
      ...c.facts.facts,
    ])
    const lost = [...used, ...content.shared.numbers.facts].filter(({ source: id }) => {
      const source = sources.get(id)
      return !source || !(source.doi ?? source.pmid ?? source.nct ?? source.url)
    })
    expect(new Set(lost.map(({ source }) => source))).toEqual(new Set(withoutAddress))
    for (const { source } of used) expect(sources.get(source)?.title).toBeTruthy()
  })

  it('every figure and claim has the day it was checked and a later day to look again', () => {
    const dated = content.conditions.flatMap((c) => [...c.numbers.estimates, ...c.claims.claims])
    expect(dated.filter(({ checkedOn, nextReview }) => nextReview <= checkedOn)).toEqual([])
  })

  it('the groups of each study are told out of one number, with what is left over and the gap worked out', () => {
    let all = 0
    for (const { numbers, condition } of content.conditions) {
      let pairs = 0
      for (const arm of numbers.estimates) {
        const versus = numbers.estimates.find(({ id }) => id === arm.comparator)
        const [a, b] = [proportionOf(arm.value), versus ? proportionOf(versus.value) : null]
        if (!versus || !a || !b) continue
        pairs += 1
        const shown = shownFigures([arm, versus], arm.counts)
        const people = shown.flatMap((one) => (one.kind === 'people' ? [one] : []))
        expect(people.length, arm.id).toBe(2)
        expect(new Set(people.flatMap((one) => [one.shown.per, one.other.per])).size, arm.id).toBe(1)
        const gap = armDifference(a, b)
        expect(Number.isFinite(gap.difference), arm.id).toBe(true)
        expect(gap.per, arm.id).toBe(people[0]?.shown.per)
      }
      expect(pairs, condition.id).toBeGreaterThan(0)
      all += pairs
    }
    expect(all).toBeGreaterThan(150)
  })

  it('every decision draws some of its lead figures as people, on both sides', () => {
    for (const c of content.conditions)
      for (const decision of c.decisions.decisions) {
        const drawn = balanceOfDecision(c, decision).map(({ pictures }) => pictures)
        for (const side of ['benefit', 'harm'] as const)
          expect(
            drawn.some((pictures) => pictures[side] > 0),
            `${c.condition.id} ${decision.id} ${side}`,
          ).toBe(true)
      }
  })

  it('nothing that was refused for paper is called met without saying what paper lacks', () => {
    const onPaper = ['IP-Q6', 'PE-2', 'PE-16', 'PE-17']
    for (const { id, note } of items.filter((item) => onPaper.includes(item.id)))
      expect(note, id).toMatch(/on screen.*on paper|on paper/i)
  })
})
