import { describe, expect, test } from 'vitest'
import { groupOverdue, isOverdue, listOverdue } from '@/lib/reviews/freshness'

describe('content is good up to and including its day', () => {
  test.each([
    ['2027-11-20', '2027-11-19', false],
    ['2027-11-20', '2027-11-20', false],
    ['2027-11-20', '2027-11-21', true],
    ['2027-12-31', '2028-01-01', true],
  ])('next review %s, today %s: overdue %s', (nextReview, today, overdue) =>
    expect(isOverdue(nextReview, today)).toBe(overdue),
  )
})

const items = [
  { kind: 'estimate' as const, id: 'b', nextReview: '2027-02-01' },
  { kind: 'claim' as const, id: 'heart-failure/a', nextReview: '2027-01-01' },
  { kind: 'estimate' as const, id: 'a', nextReview: '2027-02-01' },
  { kind: 'source' as const, id: 'c', nextReview: '2028-01-01' },
]

test('the longest overdue comes first; what is not overdue is left out', () => {
  expect(listOverdue(items, '2027-06-01').map(({ id }) => id)).toEqual(['heart-failure/a', 'a', 'b'])
})

test('pages ask for them by day', () => {
  expect(groupOverdue(items, '2027-06-01')).toEqual([
    { by: '2027-01-01', of: ['claim:heart-failure/a'] },
    { by: '2027-02-01', of: ['estimate:a', 'estimate:b'] },
  ])
  expect(groupOverdue(items, '2026-11-20')).toEqual([])
})
