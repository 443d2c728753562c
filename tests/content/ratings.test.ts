import fs from 'node:fs'
import messages from '@/lib/texts/messages.en.json'
import { describe, expect, it } from 'vitest'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { OurRating } from '@/components/ratings/our-rating'
import { cellPlace } from '@/lib/ratings/rated-places'
import { makeKit } from '@/lib/sentences/kit'
import {
  isCurrent,
  checkRatings,
  comparisonsRatedApart,
  placesToRate,
  ratingsToMake,
  ratingViews,
} from '@/prisma/pipeline/check-ratings'
import type { ConditionContent } from '@/prisma/pipeline/read-content'
import { agreementFile, agreementText } from '@/prisma/pipeline/write-agreement'
import { realContent } from './real-content'
import { partsOf } from './summary-content'

const faultsOf = (c: ConditionContent) => {
  const faults: string[] = []
  checkRatings(c, (_file, path, message) => faults.push(`${path}: ${message}`))
  return faults
}

/** A copy of the first condition, to harm. */
function copy(): ConditionContent {
  const [first] = structuredClone(realContent()).conditions
  if (!first) throw new Error('there is no condition')
  return first
}

/** The first rating that counts today and passes. */
function someRating(
  c: ConditionContent,
  passes: (r: ConditionContent['ratings']['ratings'][number]) => boolean = () => true,
) {
  const places = placesToRate(c)
  const found = c.ratings.ratings.find((rating) => isCurrent(rating, places) && passes(rating))
  if (!found) throw new Error('no rating to try this on')
  return found
}

describe('how sure we are', () => {
  it('is rated without fault', () => {
    for (const c of realContent().conditions) expect(faultsOf(c), c.condition.id).toEqual([])
  })

  it('is rated for every lead figure and every answer about cells, but for those that are named as waiting', () => {
    for (const c of realContent().conditions) {
      const places = placesToRate(c)
      const waiting = ratingsToMake(c).map(({ place }) => place)
      const rated = c.ratings.ratings.filter((rating) => isCurrent(rating, places)).map(({ of }) => of)
      expect([...rated, ...waiting.filter((place) => places.has(place))].sort()).toEqual(
        [...places.keys()].sort(),
      )
    }
  })

  it('waits for at most one answer in ten', () => {
    const all = realContent().conditions.flatMap((c) => [...placesToRate(c)])
    const waiting = realContent().conditions.flatMap(ratingsToMake)
    expect(all.length).toBeGreaterThan(100)
    expect(
      waiting.length / all.length,
      waiting.map(({ place, note }) => `${place}: ${note}`).join('\n'),
    ).toBeLessThanOrEqual(0.1)
  })

  it('says who agreed how far, as docs/certainty-agreement.md prints it', () => {
    // To do when this fails: npm run content:agreement
    expect(fs.readFileSync(agreementFile, 'utf8')).toBe(agreementText(realContent()))
  })

  const breaks: Record<string, { harm: (c: ConditionContent) => void; fault: RegExp }> = {
    'a level above what its reasons give': {
      harm: (c) => (someRating(c, ({ level }) => level === 'low').level = 'high'),
      fault: /is high, and its reasons give low/,
    },
    'a rater whose level is another than their steps give': {
      harm: (c) =>
        (someRating(c, ({ raters }) => raters[0].rated.level === 'low').raters[0].rated.level = 'high'),
      fault: /rater 1 says high, and the steps give low/,
    },
    'raters that differ, and nothing says how it was settled': {
      harm: (c) => delete someRating(c, ({ settled }) => settled !== undefined).settled,
      fault: /the raters differ and nothing says how it was settled/,
    },
    'a reason that nobody wrote down': {
      harm: (c) => someRating(c).for.push('no-such-reason'),
      fault: /unknown reason "no-such-reason"/,
    },
    'a reason that no rating gives': {
      harm: (c) => (c.ratings.reasons['left-over'] = 'bias'),
      fault: /left-over: no rating gives this reason/,
    },
    'one limit counted twice': {
      harm: (c) => {
        const [first = ''] =
          Object.entries(c.ratings.reasons).filter(([, domain]) => domain === 'bias')[0] ?? []
        const [second = ''] =
          Object.entries(c.ratings.reasons).filter(([, domain]) => domain === 'bias')[1] ?? []
        someRating(c).against = { [first]: 1, [second]: 1 }
      },
      fault: /two reasons of one domain on one side/,
    },
    'a place that stands twice': {
      harm: (c) => c.ratings.ratings.push(structuredClone(someRating(c))),
      fault: /stands twice/,
    },
  }
  it.each(Object.entries(breaks))('a check refuses %s', (_name, { harm, fault }) => {
    const c = copy()
    harm(c)
    expect(faultsOf(c).join('\n')).toMatch(fault)
  })

  it('is void when another figure leads: named to be rated again, told on the page, refused by no check', () => {
    const c = copy()
    const rating = someRating(c)
    const before = ratingsToMake(c).length
    const was = rating.leads
    rating.leads = ['another-figure']
    expect(ratingsToMake(c)).toHaveLength(before + 1)
    expect(ratingsToMake(c)).toContainEqual({
      place: rating.of,
      note: `rate again: it was rated with another-figure; now it leads with ${was.join(', ')}`,
    })
    const view = ratingViews(c).get(rating.of)
    expect(view?.level).toBeNull()
    const kit = makeKit('en', { estimates: {}, facts: {} }, [])
    const html = renderToStaticMarkup(createElement(OurRating, { rating: view, bySource: [], of: 'x', kit }))
    expect(html).toContain('Not rated since its main figure changed.')
    expect(html).not.toContain('class="bars"')
    expect(faultsOf(c)).toEqual([])
  })

  it('is named as missing when nobody rated it, and as left over when no figure stands there any more', () => {
    const c = copy()
    const rating = someRating(c)
    c.ratings.ratings = c.ratings.ratings.filter((other) => other !== rating)
    c.ratings.ratings.push({ ...rating, of: 'no-such/place/here' })
    const notes = ratingsToMake(c)
    expect(notes).toContainEqual({
      place: rating.of,
      note: expect.stringContaining('nobody has rated this yet') as string,
    })
    expect(notes).toContainEqual({
      place: 'no-such/place/here',
      note: expect.stringContaining('remove') as string,
    })
  })

  it('of one group says how often, not why: never from a start for comparisons when all leads are single groups', () => {
    for (const c of realContent().conditions) {
      const designOf = new Map(c.numbers.estimates.map(({ id, design }) => [id, design]))
      const places = placesToRate(c)
      const single = c.ratings.ratings.filter(
        (rating) =>
          isCurrent(rating, places) && rating.leads.every((id) => designOf.get(id) === 'single-group'),
      )
      expect(
        single.filter(({ start }) => !['prognosis', 'case-series'].includes(start)).map(({ of }) => of),
      ).toEqual([])
    }
  })

  it('stands in the summary beside every option that has something to show', () => {
    const content = realContent()
    for (const c of content.conditions) {
      const views = ratingViews(c)
      for (const decision of partsOf(content, c).decisions)
        for (const question of decision.compared)
          for (const cell of question.cells) {
            const level = views.get(cellPlace(decision.id, question.id, cell.option))?.level
            const bars = level ? { high: 4, moderate: 3, low: 2, 'very-low': 1 }[level] : 0
            const text = `${messages.certainty[level ?? 'notRated']}.`
            expect(cell.sure, `${decision.id} ${question.id} ${cell.option}`).toEqual({ bars, text })
          }
    }
  })

  it('is high only where chance decided, or a group was counted whole', () => {
    for (const c of realContent().conditions)
      for (const { of, level, start } of c.ratings.ratings)
        if (level === 'high') expect(['randomised', 'prognosis'], of).toContain(start)
  })
})

describe('one comparison told from both of its sides', () => {
  const apartIn = (c: ConditionContent) =>
    comparisonsRatedApart(c).map(({ place, note }) => `${place}: ${note.replace(/^[^:]+: /, '')}`)

  it('has one level (docs/how-to/rate-certainty.md)', () => {
    expect(realContent().conditions.flatMap(apartIn)).toEqual([])
  })

  it('is named when the level of one side changes', () => {
    const c = copy()
    const rating = c.ratings.ratings.find(({ of }) => of === 'sudden-death/live-longer/icd')
    if (!rating) throw new Error('no such rating')
    rating.level = 'high'
    expect(apartIn(c)).toContain('sudden-death/live-longer: carry-on-as-now is moderate, icd is high')
  })

  it('leaves alone a share and a gap that rest on other studies as well', () => {
    const liver = structuredClone(realContent()).conditions.find(
      ({ condition }) => condition.id === 'liver-failure',
    )
    const [share, gap] = ['medical-care', 'nac'].map((option) =>
      liver?.ratings.ratings.find(({ of }) => of === `sudden/recover-own-liver/${option}`),
    )
    if (!liver || !share || !gap) throw new Error('no such ratings')
    share.level = 'high'
    gap.level = 'very-low'
    expect(apartIn(liver).join()).not.toContain('recover-own-liver')
    share.start = 'randomised'
    expect(apartIn(liver).join()).toContain('recover-own-liver')
  })
})
