import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { armDifference } from '@/lib/numbers/arm-difference'
import { exactPercent, type Proportion } from '@/lib/numbers/natural-frequency'

const anyProportion: fc.Arbitrary<Proportion> = fc.oneof(
  fc
    .integer({ min: 1, max: 20_000 })
    .chain((total) => fc.record({ events: fc.integer({ min: 0, max: total }), total: fc.constant(total) })),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => ({ percent: tenths / 10 })),
)

describe('the difference of two arms of one study', () => {
  it('66 - 59 is 7, with nothing beside it, when rounding does no harm', () => {
    // 66.1 - 58.9 = 7.2
    expect(armDifference({ percent: 66.1 }, { percent: 58.9 })).toMatchObject({
      first: { count: 66 },
      second: { count: 59 },
      difference: 7,
      more: 'first',
      exact: null,
    })
  })

  it('66.4 - 58.6 = 7.8 is shown as 66 - 59 = 7 with the exact percentages', () => {
    expect(armDifference({ percent: 66.4 }, { percent: 58.6 })).toMatchObject({
      difference: 7,
      exact: {
        why: 'changes-size',
        decimals: 1,
        firstPercent: 66.4,
        secondPercent: 58.6,
        differencePoints: 7.8,
      },
    })
  })

  it('7.6 and 8.4 both look like 8 in 100: the exact percentages say which arm has more', () => {
    expect(armDifference({ percent: 7.6 }, { percent: 8.4 })).toMatchObject({
      difference: 0,
      more: 'second',
      exact: { why: 'hides', firstPercent: 7.6, secondPercent: 8.4, differencePoints: -0.8 },
    })
  })

  it('a hidden gap of 0.3 points is also told', () => {
    expect(armDifference({ percent: 8.2 }, { percent: 7.9 }).exact).toMatchObject({
      why: 'hides',
      differencePoints: 0.3,
    })
  })

  it('equal figures are the same', () => {
    expect(armDifference({ events: 5, total: 50 }, { percent: 10 })).toMatchObject({
      more: 'same',
      exact: null,
    })
  })

  it('two decimals stand beside figures per 1,000: 0.84% and 0.76%', () => {
    expect(armDifference({ percent: 0.84 }, { percent: 0.76 })).toMatchObject({
      per: 1000,
      difference: 0,
      more: 'first',
      exact: { why: 'hides', decimals: 2, firstPercent: 0.84, secondPercent: 0.76, differencePoints: 0.08 },
    })
  })

  it('fewer than 1 in 1,000 always brings the exact percentages', () => {
    expect(armDifference({ percent: 2 }, { percent: 0.02 }).exact).toMatchObject({
      why: 'bound',
      secondPercent: 0.02,
    })
  })

  it('5% and 3% beside a third arm of 0.4% are 50 - 30 = 20 in 1,000', () => {
    expect(armDifference({ percent: 5 }, { percent: 3 }, 1000)).toMatchObject({
      per: 1000,
      difference: 20,
      exact: null,
    })
  })

  it('always agrees with the reader who subtracts what is printed', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const { first, second, difference, exact } = armDifference(a, b)
        expect(first.count - second.count).toBe(difference)
        if (exact) {
          const scale = 10 ** exact.decimals
          expect(Math.round(exact.firstPercent * scale) - Math.round(exact.secondPercent * scale)).toBe(
            Math.round(exact.differencePoints * scale),
          )
        }
      }),
    )
  })

  it('never says the wrong arm has more', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const gap = exactPercent(a) - exactPercent(b)
        const { more } = armDifference(a, b)
        if (more === 'first') expect(gap).toBeGreaterThan(0)
        if (more === 'second') expect(gap).toBeLessThan(0)
      }),
    )
  })

  it('without exact percentages, is within half a person of the true difference', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const { difference, per, exact } = armDifference(a, b)
        const gap = ((exactPercent(a) - exactPercent(b)) * per) / 100
        if (!exact) expect(Math.abs(difference - gap)).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
    )
  })

  it('turned round, has the same size and the other sign', () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        expect(armDifference(a, b).difference + armDifference(b, a).difference).toBe(0)
        expect(armDifference(a, b).exact === null).toBe(armDifference(b, a).exact === null)
      }),
    )
  })
})
