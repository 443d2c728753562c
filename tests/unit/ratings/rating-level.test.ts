import { describe, expect, it } from 'vitest'
import { levelFrom, levelOfReasons, levelOfVerdict } from '@/lib/ratings/rating-level'

describe('the level of a rating', () => {
  it.each([
    ['randomised', 0, 0, 'high'],
    ['randomised', 1, 0, 'moderate'],
    ['randomised', 2, 0, 'low'],
    ['randomised', 3, 0, 'very-low'],
    ['randomised', 5, 0, 'very-low'],
    ['prognosis', 0, 0, 'high'],
    ['observational', 0, 0, 'low'],
    ['observational', 1, 1, 'low'],
    ['observational', 0, 1, 'moderate'],
    ['case-series', 0, 0, 'low'],
    ['case-series', 2, 0, 'very-low'],
    ['randomised', 0, 1, 'high'],
  ] as const)('%s less %i, plus %i: %s', (start, down, up, level) => {
    expect(levelFrom(start, down, up)).toBe(level)
  })

  it('of a rater follows from their own start, or the agreed one', () => {
    const rated = { level: 'low', bias: 1, imprecision: 1 } as const
    expect(levelOfVerdict(rated, 'randomised')).toBe('low')
    expect(levelOfVerdict({ ...rated, start: 'case-series' }, 'randomised')).toBe('very-low')
    expect(levelOfVerdict({ level: 'low', bias: 1, large: 1 }, 'observational')).toBe('low')
  })

  it('of reasons counts steps against, and only a large effect for', () => {
    const domainOf = { few: 'imprecision', blinded: 'bias', large: 'large' } as const
    const rating = { start: 'observational', against: { few: 1 }, for: ['blinded'] } as const
    expect(levelOfReasons({ ...rating, for: ['blinded'] }, domainOf)).toBe('very-low')
    expect(levelOfReasons({ ...rating, for: ['blinded', 'large'] }, domainOf)).toBe('low')
  })
})
