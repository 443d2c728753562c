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

/** Gaps that are left: nobody has looked on the page yet. The number may fall, and then falls here too; it never grows. */
const left: Record<string, number> = { 'heart-failure': 8, 'liver-failure': 26 }

it('is asked of many people', () => {
  expect(conditions.flatMap(populationsOf).length).toBeGreaterThan(60)
})

describe.each(conditions.map((c) => [c.condition.id, c] as const))('who was studied, in %s', (id, c) => {
  it('is told for every figure that leads: age, women, years, country, or that the page does not say', () => {
    expect(populationsOf(c).length).toBeGreaterThan(0)
    const gaps = gapsOf(c)
    expect(gaps, gaps.join('\n')).toHaveLength(left[id] ?? 0)
  })

  it('a text that says nothing of age and women is found', () => {
    const harmed = structuredClone(c)
    const [first = ''] = populationsOf(harmed).filter(
      (one) => !gapsOf(harmed).some((gap) => gap.startsWith(`${one}:`)),
    )
    harmed.words.numbers.populations[first] = 'These were people who were ill.'
    const found = gapsOf(harmed).filter((gap) => gap.startsWith(`${first}:`))
    expect(found).toEqual(['age', 'women', 'years', 'country'].map((what) => `${first}: ${what}`))
  })
})
