import { describe, expect, it } from 'vitest'
import type { Figure } from '@/lib/numbers/schema'
import { viewRow } from '@/lib/numbers/study-view'
import { book, figure } from '@/tests/unit/sentences/figures'

const order = ['medicines', 'bypass', 'lvad']
const hr = (value: number, low: number, high: number): Figure['effect'] => ({
  measure: 'HR',
  value,
  low,
  high,
  level: 95,
})
const bypass = (over: Partial<Figure> = {}) =>
  figure('bypass', { option: 'bypass', comparator: 'pills', effect: hr(0.84, 0.73, 0.97), ...over })
const pills = (over: Partial<Figure> = {}) =>
  figure('pills', { option: 'medicines', value: { type: 'counts', events: 398, total: 602 }, ...over })
const gapsOf = (figures: Figure[], ids = figures.map(({ id }) => id)) =>
  viewRow(ids, book(figures), order).studies.flatMap(({ gaps }) => gaps)

describe('a study of two arms', () => {
  it('is one group in option order with one gap: 7 more in 100 alive with bypass, clear', () => {
    const { studies, flags } = viewRow(['bypass', 'pills'], book([bypass(), pills()]), order)
    expect(studies).toHaveLength(1)
    expect(studies[0]?.group.arms.map(({ id }) => id)).toEqual(['pills', 'bypass'])
    expect(studies[0]?.gaps).toHaveLength(1)
    expect(studies[0]?.gaps[0]).toMatchObject({
      arm: { id: 'bypass' },
      versus: { id: 'pills' },
      difference: 7,
      per: 100,
      reading: { reading: 'clear', basis: 'printed-range', direction: 'less' },
      range: { from: 'computed', method: 'newcombe' },
    })
    expect(flags).toEqual([])
  })

  it('a range that holds "no difference" is unclear, not "no effect"', () => {
    const [gap] = gapsOf([bypass({ effect: hr(0.99, 0.78, 1.27) }), pills()])
    expect(gap?.reading.reading).toBe('unclear')
  })

  it('percentages without a range or a test are untested', () => {
    const share = (value: number) => ({ value: { type: 'percent' as const, value } })
    const [gap] = gapsOf([bypass({ effect: null, ...share(40) }), pills(share(50))])
    expect(gap?.reading).toEqual({ reading: 'untested', reason: 'no-range-no-p' })
    expect(gap?.range).toEqual({ from: 'none', reason: 'percentage-only' })
  })

  it('the arm that is not named comes along by itself', () => {
    expect(gapsOf([bypass(), pills()], ['bypass'])).toHaveLength(1)
  })
})

describe('a study whose own test and plain count differ', () => {
  const share = (value: number, n: number) => ({ value: { type: 'percent' as const, value, n } })
  const p = (text: string): Figure['effect'] => ({ measure: 'RD', value: 17.6, level: 95, p: text })

  it('is told by its own test, as disputed, and is not pointed out', () => {
    const [gap] = gapsOf([
      bypass({
        counts: 'good',
        effect: p('0.03'),
        ...share(73.2, 56),
        followUp: { months: 6, kind: 'exact' },
      }),
      pills({ counts: 'good', ...share(55.6, 54), followUp: { months: 6, kind: 'exact' } }),
    ])
    expect(gap?.reading).toEqual({ reading: 'clear', basis: 'p-value', direction: 'more' })
    expect(gap).toMatchObject({ isDisputed: true, isPointedOut: false })
  })

  it('with a gap that both call clear it is pointed out', () => {
    const [gap] = gapsOf([
      bypass({ counts: 'good', effect: p('0.03'), ...share(73.2, 156) }),
      pills({ counts: 'good', ...share(55.6, 154) }),
    ])
    expect(gap).toMatchObject({ isDisputed: false, isPointedOut: true })
  })
})

describe('arms that name each other', () => {
  it('give one gap, told by the arm that carries the effect', () => {
    const gaps = gapsOf([bypass(), pills({ comparator: 'bypass' })])
    expect(gaps.map(({ arm }) => arm.id)).toEqual(['bypass'])
    const turned = gapsOf([
      bypass({ effect: null }),
      pills({ comparator: 'bypass', effect: hr(1.19, 1.03, 1.37) }),
    ])
    expect(turned.map(({ arm }) => arm.id)).toEqual(['pills'])
  })

  it('without an effect, the arm that is an option tells it', () => {
    const gaps = gapsOf([
      bypass({ effect: null, option: null, comparator: 'pills' }),
      pills({ comparator: 'bypass' }),
    ])
    expect(gaps.map(({ arm }) => arm.id)).toEqual(['pills'])
  })

  it('the gap has the same size whichever arm tells it', () => {
    const [one] = gapsOf([bypass(), pills({ comparator: 'bypass' })])
    const [other] = gapsOf([
      bypass({ effect: null }),
      pills({ comparator: 'bypass', effect: hr(1.19, 1.03, 1.37) }),
    ])
    expect(one?.difference).toBe(7)
    expect(other?.difference).toBe(-7)
  })
})

describe('figures that are not people', () => {
  it('have no difference in people', () => {
    const ratio: Partial<Figure> = { effect: null, value: { type: 'rate', per100PersonYears: 35.8 } }
    const [gap] = gapsOf([bypass(ratio), pills(ratio)])
    expect(gap?.difference).toBeNull()
  })
})

describe('rounding that hides a gap', () => {
  it('36.6 and 37.4 in 100 look the same: the exact figures come with them, in the headline frame', () => {
    const share = (value: number) => ({ value: { type: 'percent' as const, value } })
    const [gap] = gapsOf([bypass({ effect: null, ...share(36.6) }), pills(share(37.4))])
    expect(gap?.difference).toBe(0)
    expect(gap?.exact).toEqual({ first: 63.4, second: 62.6 })
  })
})

describe('one group alone', () => {
  it('has no gap and says that it has no comparison', () => {
    const row = viewRow(['x'], book([figure('x', { design: 'single-group' })]), order)
    expect(row.studies[0]?.gaps).toEqual([])
    expect(row.flags).toContain('single-arm')
  })

  it('an id that no book has is left out', () => {
    expect(viewRow(['nobody'], book([]), order).studies).toEqual([])
  })
})
