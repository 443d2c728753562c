import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  exactPercent,
  frequencyPer,
  naturalFrequencies,
  naturalFrequency,
  otherSide,
  sharedPer,
  type Proportion,
} from '@/lib/numbers/natural-frequency'
import { roundHalfUp } from '@/lib/numbers/rounding'

const anyCounts = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((total) => fc.record({ events: fc.integer({ min: 0, max: total }), total: fc.constant(total) }))
/** Percentages as papers print them: up to two decimals. */
const anyPercent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => ({ percent: hundredths / 100 }))
const anyProportion: fc.Arbitrary<Proportion> = fc.oneof(anyCounts, anyPercent)

const said = (proportion: Proportion) => {
  const { count, per, bound } = naturalFrequency(proportion)
  return { count, per, bound }
}

describe('rounding', () => {
  it.each([
    [0.5, 1],
    [1.5, 2],
    [2.5, 3],
    [-2.5, -3],
    [2.4999, 2],
  ])('%f becomes %f: half up, never to the even number', (value, shown) => {
    expect(roundHalfUp(value)).toBe(shown)
  })

  it('1.005 to two decimals is 1.01, though binary holds it a hair lower', () => {
    expect(roundHalfUp(1.005, 2)).toBe(1.01)
  })

  it('-0.2 becomes 0, not -0', () => {
    expect(Object.is(roundHalfUp(-0.2), 0)).toBe(true)
  })

  it('refuses what is not a number', () => {
    expect(() => roundHalfUp(Number.NaN)).toThrow(RangeError)
  })
})

describe('one figure', () => {
  it.each<[string, Proportion, number, number, string]>([
    ['7 of 93 is about 8 in 100', { events: 7, total: 93 }, 8, 100, 'about'],
    ['359 of 610 is about 59 in 100', { events: 359, total: 610 }, 59, 100, 'about'],
    ['25 of 200 (12.5) is about 13 in 100', { events: 25, total: 200 }, 13, 100, 'about'],
    ['29 of 200 (14.5) is about 15 in 100', { events: 29, total: 200 }, 15, 100, 'about'],
    ['14.5% is about 15 in 100', { percent: 14.5 }, 15, 100, 'about'],
    ['36% is exactly 36 in 100', { percent: 36 }, 36, 100, 'exact'],
    ['1 of 100 stays 1 in 100', { events: 1, total: 100 }, 1, 100, 'exact'],
    ['9 of 1,000 is 9 in 1,000', { events: 9, total: 1000 }, 9, 1000, 'exact'],
    ['0.7% is 7 in 1,000', { percent: 0.7 }, 7, 1000, 'exact'],
    ['0.05% is about 1 in 1,000', { percent: 0.05 }, 1, 1000, 'about'],
    ['0.02% is fewer than 1 in 1,000, not 0', { percent: 0.02 }, 1, 1000, 'fewer-than'],
    ['99% is exactly 99 in 100', { percent: 99 }, 99, 100, 'exact'],
    ['99.6% is 996 in 1,000, not 100 in 100', { percent: 99.6 }, 996, 1000, 'exact'],
    ['99.98% is more than 999 in 1,000, not everybody', { percent: 99.98 }, 999, 1000, 'more-than'],
    ['100% is all of 100', { percent: 100 }, 100, 100, 'exact'],
    ['0% is 0 in 100', { percent: 0 }, 0, 100, 'exact'],
  ])('%s', (_rule, proportion, count, per, bound) => {
    expect(said(proportion)).toEqual({ count, per, bound })
  })

  it('0 of 45 keeps its own total', () => {
    expect(naturalFrequency({ events: 0, total: 45 })).toEqual({
      per: 100,
      count: 0,
      bound: 'exact',
      asCounted: { events: 0, total: 45 },
      isScaledUp: true,
    })
  })

  it('45 of 45 keeps its own total, and its other side is 0 of 45', () => {
    const all = naturalFrequency({ events: 45, total: 45 })
    expect(all).toMatchObject({ count: 100, asCounted: { events: 45, total: 45 } })
    expect(otherSide(all)).toMatchObject({ count: 0, asCounted: { events: 0, total: 45 } })
  })

  it('7 of 93 is scaled up to 100, 7 of 250 is not', () => {
    expect(naturalFrequency({ events: 7, total: 93 }).isScaledUp).toBe(true)
    expect(naturalFrequency({ events: 7, total: 250 }).isScaledUp).toBe(false)
  })

  it('the other side of fewer than 1 in 1,000 is more than 999', () => {
    expect(otherSide(naturalFrequency({ percent: 0.02 }))).toMatchObject({ count: 999, bound: 'more-than' })
  })

  it.each<[Proportion]>([
    [{ events: 5, total: 4 }],
    [{ events: -1, total: 4 }],
    [{ events: 1.5, total: 4 }],
    [{ events: 0, total: 0 }],
    [{ percent: 100.1 }],
    [{ percent: -1 }],
    [{ percent: Number.NaN }],
  ])('%o is refused', (proportion) => {
    expect(() => naturalFrequency(proportion)).toThrow(RangeError)
  })
})

describe('figures read side by side', () => {
  it('0.4% beside 3% makes both per 1,000: 4 and 30', () => {
    const shown = naturalFrequencies([{ percent: 0.4 }, { percent: 3 }])
    expect(shown.map(({ count, per }) => [count, per])).toEqual([
      [4, 1000],
      [30, 1000],
    ])
  })

  it('0 of 45 beside 3 of 45 stays per 100', () => {
    expect(
      sharedPer([
        { events: 0, total: 45 },
        { events: 3, total: 45 },
      ]),
    ).toBe(100)
  })

  it('no figures share 100', () => {
    expect(sharedPer([])).toBe(100)
  })

  it('share one denominator, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(anyProportion, { minLength: 1, maxLength: 6 }), (proportions) => {
        expect(new Set(naturalFrequencies(proportions).map(({ per }) => per)).size).toBe(1)
      }),
    )
  })
})

describe('every figure', () => {
  it('moves by no more than half a person, unless it is a bound, and a bound by less than one', () => {
    fc.assert(
      fc.property(anyProportion, fc.constantFrom<100 | 1000>(100, 1000), (proportion, per) => {
        const { count, bound } = frequencyPer(proportion, per)
        const moved = count - (exactPercent(proportion) * per) / 100
        if (bound === 'exact') expect(Math.abs(moved)).toBeLessThan(1e-9)
        else if (bound === 'about') expect(Math.abs(moved)).toBeLessThanOrEqual(0.5 + 1e-9)
        else if (bound === 'fewer-than') expect(moved > 0 && moved < 1).toBe(true)
        else expect(moved < 0 && moved > -1).toBe(true)
      }),
    )
  })

  it('is 0 only for nobody and all only for everybody', () => {
    fc.assert(
      fc.property(anyProportion, (proportion) => {
        const { count, per } = naturalFrequency(proportion)
        const percent = exactPercent(proportion)
        expect(count === 0).toBe(percent === 0)
        expect(count === per).toBe(percent === 100)
      }),
    )
  })

  it('and its other side add up to the denominator', () => {
    fc.assert(
      fc.property(anyProportion, (proportion) => {
        const shown = naturalFrequency(proportion)
        expect(shown.count + otherSide(shown).count).toBe(shown.per)
        expect(otherSide(otherSide(shown))).toEqual(shown)
      }),
    )
  })

  it('keeps the order of the exact figures over one denominator', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const [x, y] = naturalFrequencies([a, b])
        const gap = exactPercent(a) - exactPercent(b)
        if (x && y && Math.abs(gap) > 1e-9)
          expect(Math.sign(x.count - y.count) * Math.sign(gap)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('given as counts or as its exact percentage is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (events) => {
        expect(said({ events, total: 1000 })).toEqual(said({ percent: events / 10 }))
      }),
    )
  })
})
