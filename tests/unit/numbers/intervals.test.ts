import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { armRange, differenceRange, newcombeInterval, wilsonInterval } from '@/lib/numbers/intervals'

const anyCounts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((total) => fc.record({ events: fc.integer({ min: 0, max: total }), total: fc.constant(total) }))

describe("Wilson's interval gives the published worked examples (Newcombe 1998, method 3)", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: %f to %f', (events, total, low, high) => {
    const interval = wilsonInterval({ events, total })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('0 of 20 starts at 0 and 20 of 20 ends at 1, with no dust from the square root', () => {
    expect(wilsonInterval({ events: 0, total: 20 }).low).toBe(0)
    expect(wilsonInterval({ events: 20, total: 20 }).high).toBe(1)
  })

  it('lies inside 0 to 1, holds the proportion, and mirrors its other side', () => {
    fc.assert(
      fc.property(anyCounts, ({ events, total }) => {
        const { low, high } = wilsonInterval({ events, total })
        const p = events / total
        expect(low >= 0 && high <= 1).toBe(true)
        expect(low <= p && p <= high).toBe(true)
        const other = wilsonInterval({ events: total - events, total })
        expect(other.low).toBeCloseTo(1 - high, 10)
        expect(other.high).toBeCloseTo(1 - low, 10)
      }),
    )
  })
})

describe("Newcombe's interval gives the published worked examples (Newcombe 1998, method 10)", () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i minus %i of %i: %f to %f', (a, m, b, n, low, high) => {
    const interval = newcombeInterval({ events: a, total: m }, { events: b, total: n })
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('lies inside -1 to 1, holds the difference, and turns round with the arms', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (a, b) => {
        const { low, high } = newcombeInterval(a, b)
        const gap = a.events / a.total - b.events / b.total
        expect(low >= -1 && high <= 1).toBe(true)
        expect(low <= gap + 1e-12 && gap <= high + 1e-12).toBe(true)
        expect(newcombeInterval(b, a).low).toBeCloseTo(-high, 10)
      }),
    )
  })
})

describe('the range of one arm', () => {
  const counts = { type: 'counts', events: 81, total: 263 } as const

  it('is the printed one when there is one, even beside counts', () => {
    const range = { low: 25, high: 37, level: 90 }
    expect(armRange({ value: counts, range, design: 'randomised-open' })).toEqual({
      from: 'printed',
      ...range,
    })
  })

  it('81 of 263 without a printed range is computed: 25.53% to 36.62%', () => {
    const range = armRange({ value: counts, range: null, design: 'randomised-open' })
    expect(range).toMatchObject({ from: 'computed', method: 'wilson', level: 95 })
    if (range.from !== 'computed') return
    expect(range.low).toBeCloseTo(25.53, 2)
    expect(range.high).toBeCloseTo(36.62, 2)
  })

  it.each([
    [{ type: 'percent', value: 71, n: 829 } as const, 'percentage-only'],
    [{ type: 'percentSpan', low: 25, high: 35 } as const, 'span-only'],
    [{ type: 'finding', finding: 'better' } as const, 'not-a-share'],
    [{ type: 'rate', per100PersonYears: 4.2 } as const, 'not-a-share'],
  ])('%o has none: %s', (value, reason) => {
    expect(armRange({ value, range: null, design: 'randomised-open' })).toEqual({ from: 'none', reason })
  })

  it('counts pooled over studies get none', () => {
    expect(armRange({ value: counts, range: null, design: 'pooled-randomised' })).toEqual({
      from: 'none',
      reason: 'pooled-counts',
    })
  })
})

describe('the range of a difference', () => {
  const followUp = { months: 12, kind: 'exact' } as const
  const arm = {
    source: 'a-2020',
    design: 'randomised-open',
    value: { type: 'counts', events: 56, total: 70 },
    counts: 'good',
    followUp,
    effect: null,
  } as const
  const other = { source: 'a-2020', value: { type: 'counts', events: 48, total: 80 }, followUp } as const

  it('a printed risk difference wins', () => {
    const effect = { measure: 'RD', value: 20, low: 4, high: 35, level: 95 } as const
    expect(differenceRange({ ...arm, effect }, other)).toEqual({
      from: 'printed',
      low: 4,
      high: 35,
      level: 95,
    })
  })

  it('a printed difference of the other side changes its sign: deaths 4 to 35 points fewer, alive 4 to 35 more', () => {
    const effect = { measure: 'RD', value: -20, low: -35, high: -4, level: 95, counts: 'bad' } as const
    expect(differenceRange({ ...arm, effect }, other)).toEqual({
      from: 'printed',
      low: 4,
      high: 35,
      level: 95,
    })
  })

  it('73.2% of 56 people minus 55.6% of 54 is counted like 41 of 56 minus 30 of 54: -0.2 to 34.1 points', () => {
    const percent = (value: number, n: number) => ({ type: 'percent', value, n }) as const
    const byPercent = differenceRange(
      { ...arm, value: percent(73.2, 56) },
      { ...other, value: percent(55.6, 54) },
    )
    const counts = (events: number, total: number) => ({ type: 'counts', events, total }) as const
    expect(byPercent).toEqual(
      differenceRange({ ...arm, value: counts(41, 56) }, { ...other, value: counts(30, 54) }),
    )
    if (byPercent.from !== 'computed') throw new Error('not computed')
    expect(byPercent.low).toBeCloseTo(-0.2, 1)
    expect(byPercent.high).toBeCloseTo(34.1, 1)
  })

  it('56 of 70 minus 48 of 80 is computed: 5.24 to 33.39 points', () => {
    const range = differenceRange(arm, other)
    expect(range).toMatchObject({ from: 'computed', method: 'newcombe' })
    if (range.from !== 'computed') return
    expect(range.low).toBeCloseTo(5.24, 2)
    expect(range.high).toBeCloseTo(33.39, 2)
  })

  it.each([
    ['two studies are never subtracted', arm, { ...other, source: 'b-2021' }, 'not-compared'],
    ['nor is a figure with no other arm', arm, null, 'not-compared'],
    ['nor a single group', { ...arm, design: 'single-group' } as const, other, 'not-compared'],
    ['nor pooled counts', { ...arm, design: 'pooled-mixed' } as const, other, 'pooled-counts'],
    [
      'percentages alone give none',
      { ...arm, value: { type: 'percent', value: 80 } } as const,
      other,
      'percentage-only',
    ],
    [
      'nor does a chance worked out over time, even with the size of the group',
      {
        ...arm,
        value: { type: 'percent', value: 80, n: 70 },
        followUp: { months: 12, kind: 'estimate-at' },
      } as const,
      other,
      'percentage-only',
    ],
  ])('%s', (_rule, first, second, reason) => {
    expect(differenceRange(first, second)).toEqual({ from: 'none', reason })
  })
})
