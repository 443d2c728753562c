import { describe, expect, it } from 'vitest'
import { answerMarks, markOf, marksIn, type MarkedAnswer } from '@/lib/products/answer-mark'
import type { ProductStatus } from '@/lib/products/schema'
import { book, figure } from '@/tests/unit/sentences/figures'

const ratio = (low: number, high: number) =>
  ({ type: 'ratioOnly', measure: 'RR', value: (low + high) / 2, low, high }) as const
const figures = book([
  figure('clear', { design: 'randomised-blinded', value: ratio(0.5, 0.8) }),
  figure('unclear', { design: 'randomised-blinded', value: ratio(0.5, 1.2) }),
  figure('alone', { design: 'single-group', value: { type: 'counts', events: 3, total: 20 } }),
  figure('words', { design: 'single-group', value: { type: 'finding', finding: 'worse' } }),
])
const mark = (status: ProductStatus, more: Partial<MarkedAnswer> = {}) =>
  markOf({ status, estimates: [], sources: [], ...more }, figures)

describe('the mark of an answer', () => {
  it('has the verb of its rating, as the sentence of a treatment has', () => {
    const works = (level: 'high' | 'moderate' | 'low' | 'very-low' | null, estimate: string) =>
      mark('works', { estimates: [estimate], rating: { level } })
    expect(works('high', 'clear')).toBe('helps')
    expect(works('moderate', 'clear')).toBe('probably')
    expect(works('low', 'clear')).toBe('may-help')
    expect(works('very-low', 'clear')).toBe('unknown')
    expect(works(null, 'clear')).toBe('unknown')
    expect(works('high', 'unclear')).toBe('may-help')
    expect(mark('works')).toBe('unknown')
  })

  it('says "no clear difference" only when two groups were compared', () => {
    expect(mark('no-clear-difference', { estimates: ['unclear'] })).toBe('same')
    expect(mark('no-clear-difference', { estimates: ['alone', 'unclear'] })).toBe('same')
    expect(mark('no-clear-difference', { estimates: ['alone'] })).toBe('unknown')
    expect(mark('no-clear-difference', { sources: ['a'] })).toBe('unknown')
    const rated = (level: 'low' | 'very-low') =>
      mark('no-clear-difference', { estimates: ['unclear'], rating: { level } })
    expect(rated('low')).toBe('same')
    expect(rated('very-low')).toBe('unknown')
  })

  it('says "may help" from a rating of low on: of what is rated very low, or not at all, nobody knows', () => {
    const rated = (level: 'moderate' | 'low' | 'very-low' | null) =>
      mark('may-help-unsure', { estimates: ['clear'], sources: ['a'], rating: { level } })
    expect(rated('moderate')).toBe('may-help')
    expect(rated('low')).toBe('may-help')
    expect(rated('very-low')).toBe('unknown')
    expect(rated(null)).toBe('unknown')
  })

  it('says "harm was seen" only when a figure counts people, else that it was reported', () => {
    expect(mark('harm-seen', { estimates: ['alone'] })).toBe('harm-seen')
    expect(mark('harm-seen', { estimates: ['words'] })).toBe('harm-reported')
    expect(mark('harm-reported', { estimates: ['alone'] })).toBe('harm-reported')
  })

  it('says "more harm" only with a clear figure or a source', () => {
    expect(mark('harmful', { estimates: ['clear'] })).toBe('harmful')
    expect(mark('harmful', { sources: ['a'] })).toBe('harmful')
    expect(mark('harmful')).toBe('harm-reported')
  })

  it('leaves what is not known at that, whatever stands beside it', () => {
    for (const more of [{}, { estimates: ['clear'] }, { sources: ['a'] }]) {
      expect(mark('not-known-yet', more)).toBe('unknown')
      expect(mark('being-tested', more)).toBe('testing')
    }
  })
})

it('the key has each mark of the grid once, in one order', () => {
  expect(marksIn(['unknown', 'same', 'unknown', 'harm-seen'])).toEqual(['same', 'unknown', 'harm-seen'])
  expect(marksIn(answerMarks.toReversed())).toEqual([...answerMarks])
})
