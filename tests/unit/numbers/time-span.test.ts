import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followUpTime, timeSpan } from '@/lib/numbers/time-span'

describe('a time in months', () => {
  it.each([
    [117.6, 10, 'years', true],
    [120, 10, 'years', false],
    [67.6, 6, 'years', true],
    [60, 5, 'years', false],
    [56, 5, 'years', true],
    [45.5, 4, 'years', true],
    [41, 41, 'months', false],
    [38.4, 3, 'years', true],
    [27, 27, 'months', false],
    [24, 2, 'years', false],
    [23.9, 2, 'years', false],
    [23.5, 2, 'years', true],
    [12.4, 1, 'years', true],
    [21, 21, 'months', false],
    [18.2, 18, 'months', true],
    [16, 16, 'months', false],
    [13, 13, 'months', false],
    [12, 1, 'years', false],
    [11, 11, 'months', false],
    [6, 6, 'months', false],
    [5.52, 6, 'months', true],
    [3, 3, 'months', false],
    [2.96, 3, 'months', true],
    [2.76, 12, 'weeks', false],
    [1, 1, 'months', false],
    [0.986, 1, 'months', true],
    [0.92, 4, 'weeks', false],
    [0.69, 3, 'weeks', false],
    [0.23, 1, 'weeks', false],
    [0.3285, 10, 'days', false],
    [0.1, 3, 'days', true],
    [0.005, 1, 'days', true],
    [0, 0, 'days', false],
  ] as const)('%f is %i %s (about: %s)', (months, value, unit, about) => {
    expect(timeSpan(months)).toEqual({ value, unit, about })
  })

  it('is a whole number that loses no more than 10%, from a week up', () => {
    const months = { days: 1 / 30.4375, weeks: 7 / 30.4375, months: 1, years: 12 }
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 600, noNaN: true }), (given) => {
        const { value, unit, about } = timeSpan(given)
        expect(Number.isInteger(value) && value > 0).toBe(true)
        const lost = Math.abs(value * months[unit] - given) / given
        expect(lost).toBeLessThanOrEqual(0.1)
        expect(about).toBe(lost > 0.01)
      }),
    )
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('%f is refused', (months) => {
    expect(() => timeSpan(months)).toThrow(RangeError)
  })

  it('a median of 27 months keeps its kind; a follow-up not stated has no length', () => {
    expect(followUpTime({ months: 27, kind: 'median' })).toMatchObject({
      kind: 'median',
      span: { value: 27 },
    })
    expect(followUpTime({ months: null, kind: 'not-stated' })).toEqual({ kind: 'not-stated', span: null })
  })
})
