import { describe, expect, it } from 'vitest'
import { shownFigures } from '@/lib/numbers/shown-figures'
import { leadFigures } from '@/lib/numbers/lead-figures'
import messages from '@/lib/texts/messages.en.json'
import { cellPlace } from '@/lib/ratings/rated-places'
import { isCurrent, placesToRate } from '@/prisma/pipeline/check-ratings'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const { conditions, sources } = realContent()
const sourceIds = new Map(sources.map((source) => [source.id, source]))
const whyNoRange: Record<string, string> = messages.compare.rangeNone

/** Kinds of time that are nothing without months; the others ("until they left hospital", "not stated") say it in words. */
const needsMonths = ['exact', 'median', 'mean', 'estimate-at']

/** What a figure that people see first must have: rating, both sides, range or why none, people, time, source, tier. */
function lackingOf(c: ConditionContent): string[] {
  const figures = new Map(c.numbers.estimates.map((estimate) => [estimate.id, estimate]))
  const places = placesToRate(c)
  const rated = new Set(c.ratings.ratings.filter((one) => isCurrent(one, places)).map(({ of }) => of))
  const words = c.words.numbers
  return c.decisions.decisions.flatMap((decision) =>
    decision.outcomes.flatMap((outcome) =>
      Object.entries(outcome.cells).flatMap(([option, cell]) => {
        if (!('estimates' in cell)) return []
        const place = cellPlace(decision.id, outcome.id, option)
        const unrated = rated.has(place) ? [] : [`${place}: no rating`]
        return unrated.concat(
          leadFigures(cell).flatMap((id) => {
            const figure = figures.get(id)
            if (!figure) return [`${id}: no such figure`]
            const [shown] = shownFigures([figure], figure.counts)
            const sides = words.endpoints[figure.endpoint]
            const { value } = figure
            const lacks = {
              'both sides': !sides?.bad || !sides.good,
              range:
                shown?.kind === 'people'
                  ? shown.range.from === 'none' && !whyNoRange[shown.range.reason]
                  : value.type === 'ratioOnly' && (value.low === undefined || value.high === undefined),
              people: (words.populations[figure.population] ?? '').length < 40,
              time: figure.followUp.months === null && needsMonths.includes(figure.followUp.kind),
              source: !sourceIds.get(figure.source)?.url && !sourceIds.get(figure.source)?.doi,
              'where it stands': figure.where.length < 10,
              tier: !['A', 'B'].includes(figure.tier),
            }
            return Object.entries(lacks).flatMap(([what, lacking]) => (lacking ? [`${id}: ${what}`] : []))
          }),
        )
      }),
    ),
  )
}

/** A copy with the first lead figure that is a share of people, and its place. */
function harmed(c: ConditionContent) {
  const copy = structuredClone(c)
  for (const decision of copy.decisions.decisions)
    for (const outcome of decision.outcomes)
      for (const [option, cell] of Object.entries(outcome.cells)) {
        const [id] = 'estimates' in cell ? leadFigures(cell) : []
        const figure = copy.numbers.estimates.find((one) => one.id === id)
        if (figure?.value.type === 'percent')
          return { copy, figure, place: cellPlace(decision.id, outcome.id, option) }
      }
  throw new Error('no lead figure is a percentage')
}

describe.each(conditions.map((c) => [c.condition.id, c] as const))('each lead figure of %s', (_id, c) => {
  it('is rated and has both sides, a range or why none, people, time, source and tier', () => {
    expect(lackingOf(c)).toEqual([])
  })

  const harms: Record<string, (at: ReturnType<typeof harmed>) => string> = {
    'its rating': ({ copy, place }) => {
      copy.ratings.ratings = copy.ratings.ratings.filter(({ of }) => of !== place)
      return `${place}: no rating`
    },
    'the other side': ({ copy, figure }) => {
      const sides = copy.words.numbers.endpoints[figure.endpoint]
      if (sides) sides.good = ''
      return `${figure.id}: both sides`
    },
    'the people': ({ copy, figure }) => {
      copy.words.numbers.populations[figure.population] = 'People.'
      return `${figure.id}: people`
    },
    'the time': ({ figure }) => {
      figure.followUp = { months: null, kind: 'exact' }
      return `${figure.id}: time`
    },
    'its source': ({ figure }) => {
      figure.source = 'nobody'
      return `${figure.id}: source`
    },
  }
  it.each(Object.entries(harms))('is found when it loses %s', (_what, harm) => {
    const at = harmed(c)
    const fault = harm(at)
    expect(lackingOf(at.copy)).toContain(fault)
  })

  it('is found when it becomes a ratio without a range', () => {
    const { copy, figure } = harmed(c)
    figure.value = { type: 'ratioOnly', measure: 'HR', value: 0.8 }
    expect(lackingOf(copy)).toContain(`${figure.id}: range`)
  })
})
