import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownFigures } from '@/lib/numbers/shown-figures'

const counts = (events: number, total: number) => ({ type: 'counts', events, total }) as const
const base = { range: null, design: 'randomised-open', counts: 'bad' } as const

describe('the figures of one comparison', () => {
  it('359 of 610 died: on the good side 41 in 100 lived and 59 did not', () => {
    const [figure] = shownFigures([{ ...base, value: counts(359, 610) }], 'good')
    expect(figure).toMatchObject({ kind: 'people', shown: { count: 41, per: 100 }, other: { count: 59 } })
  })

  it('a printed range of 55 to 63 deaths becomes 37 to 45 alive', () => {
    const range = { low: 55, high: 63, level: 95 }
    const [figure] = shownFigures([{ ...base, range, value: counts(359, 610) }], 'good')
    expect(figure).toMatchObject({ range: { from: 'printed', low: 37, high: 45 } })
  })

  it('counts win over the percentage printed beside them', () => {
    const [figure] = shownFigures([{ ...base, value: { ...counts(7, 93), percent: 7.9 } }], 'bad')
    expect(figure).toMatchObject({ shown: { count: 8 } })
  })

  it('0.4% in one arm puts the other arm per 1,000 too, ranges included', () => {
    const rare = { ...base, value: { type: 'percent', value: 0.4 } as const }
    const common = {
      ...base,
      value: { type: 'percent', value: 3 } as const,
      range: { low: 2, high: 4.1, level: 95 },
    }
    const [a, b] = shownFigures([rare, common], 'bad')
    expect(a).toMatchObject({
      shown: { count: 4, per: 1000 },
      range: { from: 'none', reason: 'percentage-only' },
    })
    expect(b).toMatchObject({ shown: { count: 30, per: 1000 }, range: { low: 20, high: 41 } })
  })

  it('25-35% stays a span, and is 65 to 75 on the other side', () => {
    const span = { ...base, value: { type: 'percentSpan', low: 25, high: 35 } as const }
    expect(shownFigures([span], 'bad')).toEqual([{ kind: 'span', per: 100, low: 25, high: 35 }])
    expect(shownFigures([span], 'good')).toEqual([{ kind: 'span', per: 100, low: 65, high: 75 }])
  })

  it('a ratio is never drawn as people', () => {
    const value = { type: 'ratioOnly', measure: 'HR', value: 0.8 } as const
    expect(shownFigures([{ ...base, value }], 'bad')).toEqual([{ kind: 'not-people', value }])
  })

  it('puts the figure inside its range and both sides into the denominator', () => {
    const anyCounts = fc
      .integer({ min: 1, max: 5000 })
      .chain((total) => fc.integer({ min: 0, max: total }).map((events) => counts(events, total)))
    fc.assert(
      fc.property(anyCounts, fc.constantFrom('bad' as const, 'good' as const), (value, side) => {
        const [figure] = shownFigures([{ ...base, value }], side)
        if (figure?.kind !== 'people' || figure.range.from === 'none') throw new Error('no range')
        expect(figure.shown.count + figure.other.count).toBe(figure.shown.per)
        expect(figure.range.low).toBeLessThanOrEqual(figure.shown.count)
        expect(figure.range.high).toBeGreaterThanOrEqual(figure.shown.count)
      }),
    )
  })
})
