import { describe, expect, it } from 'vitest'
import { agreementTable, weightedKappa } from '@/lib/ratings/agreement'

/** The ratings of `anxiety` in the R package irr, raters 2 and 3 (20 people), as statsmodels prints them in its tests. */
const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4]
const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2]

const tableOf = (a: readonly number[], b: readonly number[]) => {
  const used = [...new Set([...a, ...b])].sort((x, y) => x - y)
  return used.map((x) => used.map((y) => a.filter((value, at) => value === x && b[at] === y).length))
}

describe('weighted kappa', () => {
  it('is 0.4701 with linear weights for the table that SAS prints 0.4701 for', () => {
    const table = [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ]
    expect(weightedKappa(table, 'linear')).toBeCloseTo(0.4701, 4)
  })

  it('is 0.1459075 linear and 0.2520325 quadratic where R (irr::kappa2) prints so', () => {
    const table = tableOf(second, third)
    expect(table.flat().reduce((a, b) => a + b)).toBe(20)
    expect(weightedKappa(table, 'linear')).toBeCloseTo(0.1459075, 6)
    expect(weightedKappa(table, 'quadratic')).toBeCloseTo(0.2520325, 6)
  })

  it('is 1 when the raters always agree, and 0 when they agree as chance would', () => {
    for (const weights of ['linear', 'quadratic'] as const) {
      expect(weightedKappa([[3, 0], [0, 5]], weights)).toBe(1) // prettier-ignore
      expect(weightedKappa([[4, 4], [4, 4]], weights)).toBe(0) // prettier-ignore
    }
  })

  it('weighs two steps apart more than two times one step only when squared', () => {
    const two = [[5, 0, 1], [0, 5, 0], [0, 0, 5]] // prettier-ignore
    const ones = [[5, 1, 0], [0, 5, 1], [0, 0, 4]] // prettier-ignore
    expect(weightedKappa(two, 'quadratic')).toBeLessThan(weightedKappa(ones, 'quadratic'))
  })

  it('refuses a table that is not square, or is empty', () => {
    expect(() => weightedKappa([[1, 2]], 'linear')).toThrow(RangeError)
    expect(() => weightedKappa([[0, 0], [0, 0]], 'linear')).toThrow(RangeError) // prettier-ignore
  })

  it('has rows for the first rater and columns for the second, from very low to high', () => {
    const table = agreementTable([['very-low', 'low'], ['high', 'high'], ['high', 'moderate']]) // prettier-ignore
    expect(table).toEqual([[0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 1]]) // prettier-ignore
  })
})
