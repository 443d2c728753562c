import { describe, expect, it } from 'vitest'
import { leadFigures } from '@/lib/numbers/lead-figures'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const { conditions } = realContent()

/** "The page we read does not give their age, or how many were women": a sentence that says what is missing. */
const missing = (words: string) =>
  words
    .split(/(?<=\.) /)
    .filter((sentence) => /\b(?:do|does) not (?:give|say)\b|\bgives neither\b/.test(sentence))
    .join(' ')

/**
 * What a person must hear of the people behind a figure that leads, and how to tell that it is said: the thing itself, or
 * that the page we read does not say it. How ill they were opens every text, so it needs no pattern.
 */
const told: Record<string, { said: RegExp; notSaid: RegExp }> = {
  age: {
    said: /\b(?:average age|the age) was\b|\bmiddle age (?:with this pump )?was\b|\bage was \{|\bthey were \{fact:[a-z0-9-]+\} old\b|\bolder than \{|\bpeople of \{fact:[a-z0-9-]*age/i,
    notSaid: /\bage\b/,
  },
  women: { said: /\bwere women\b|\bwere men\b|\bThese were men\b/, notSaid: /\bwomen\b/ },
  years: {
    said: /\bfrom \{fact:[a-z0-9-]+\} to\b|\b(?:joined|began tablets|began|list) in \{fact:/,
    notSaid: /\bwhen\b|\byears\b/,
  },
  country: {
    said: /\bcountr(?:y|ies)\b|\bUnited (?:States|Kingdom)\b|\b(?:Europe|Asia|Denmark|China|Korea|Japan|India|France|Italy|London|Australia|Beijing|Hong Kong|Toronto|North America)\b|\bthe world\b|\bUS hospitals\b/,
    notSaid: /\bcountr/,
  },
}

/** Papers of one study: they may share what is told of its people. */
const papersOfOneStudy = [
  ['care-hf-2005', 'care-hf-quality-of-life-2009', 'care-hf-long-term-2012'],
  ['coapt-2018', 'coapt-3-years-2021', 'coapt-5-years-2023', 'coapt-health-status-2019'],
  ['confirm-wong-2021', 'terlivaz-safety'],
  ['dapa-hf-2019', 'dapa-hf-kccq-2020'],
  ['elevate-hm3', 'elevate-two-years-2020'],
  ['finearts-hf-2024', 'finearts-table-2025'],
  ['madit-ii-2002', 'madit-ii-needless-shocks-2008'],
  ['momentum3-2019-2y', 'momentum3-infection-2020', 'momentum3-2022-5y'],
  ['scd-heft-2005', 'icd-quality-scd-heft-2008'],
  ['stich-2011', 'stich-quality-of-life-2014', 'stiches-2016', 'stich-mode-of-death'],
  ['summit-2024', 'summit-talk-2024'],
]

/** Populations that tell a year, an age or a share, and stand on results of more than one study. */
function sharedBetweenStudies(c: ConditionContent): string[] {
  const sources = new Map<string, Set<string>>()
  for (const { population, source } of c.numbers.estimates)
    sources.set(population, (sources.get(population) ?? new Set()).add(source))
  return [...sources]
    .filter(([population]) => (c.words.numbers.populations[population] ?? '').includes('{fact:'))
    .filter(
      ([, of]) =>
        of.size > 1 && !papersOfOneStudy.some((papers) => [...of].every((source) => papers.includes(source))),
    )
    .map(([population, of]) => `${population}: ${[...of].join(', ')}`)
}

/** The people behind every figure that leads, each once. */
function populationsOf(c: ConditionContent): string[] {
  const all = new Map(c.numbers.estimates.map((estimate) => [estimate.id, estimate]))
  const leads = c.decisions.decisions.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ cells }) =>
      Object.values(cells).flatMap((cell) => ('estimates' in cell ? leadFigures(cell) : [])),
    ),
  )
  return [...new Set(leads.flatMap((id) => all.get(id)?.population ?? []))]
}

function gapsOf(c: ConditionContent): string[] {
  return populationsOf(c).flatMap((population) => {
    const words = c.words.numbers.populations[population] ?? ''
    return Object.entries(told)
      .filter(
        ([, { said, notSaid }]) =>
          !said.test(words.replace(missing(words), '')) && !notSaid.test(missing(words)),
      )
      .map(([what]) => `${population}: ${what}`)
  })
}

it('is asked of many people', () => {
  expect(conditions.flatMap(populationsOf).length).toBeGreaterThan(60)
})

describe.each(conditions.map((c) => [c.condition.id, c] as const))('who was studied, in %s', (_id, c) => {
  it('is told for every figure that leads: age, women, years, country, or that the page does not say', () => {
    expect(populationsOf(c).length).toBeGreaterThan(0)
    expect(gapsOf(c)).toEqual([])
  })

  it('years, ages and shares of one study are told of that study alone', () => {
    expect(sharedBetweenStudies(c)).toEqual([])
  })

  it('a result of another study that borrows these people is found', () => {
    const harmed = structuredClone(c)
    const [of, other] = harmed.numbers.estimates.filter(
      (one, i, all) =>
        (harmed.words.numbers.populations[one.population] ?? '').includes('{fact:') &&
        all.findIndex(({ source }) => source === one.source) === i,
    )
    if (!of || !other) throw new Error('two studies that tell a year are needed')
    other.population = of.population
    expect(sharedBetweenStudies(harmed)).toEqual([expect.stringMatching(`^${of.population}: `)])
  })

  it('a text that says nothing of age and women is found', () => {
    const harmed = structuredClone(c)
    const [first = ''] = populationsOf(harmed)
    harmed.words.numbers.populations[first] = 'These were people who were ill.'
    expect(gapsOf(harmed)).toEqual(['age', 'women', 'years', 'country'].map((what) => `${first}: ${what}`))
  })
})
