import { describe, expect, it } from 'vitest'
import type { Figure } from '@/lib/numbers/schema'
import { viewRow } from '@/lib/numbers/study-view'
import { joinPooled } from '@/lib/numbers/pooled-figures'
import { book, figure } from '@/tests/unit/sentences/figures'

const order = ['plasma', 'dialysis', 'transplant']
const pooled = (option: string, over: Partial<Figure> = {}) =>
  figure(`pooled-${option}`, {
    option,
    arm: 'any-machine',
    armWords: 'any liver machine',
    value: { type: 'ratioOnly', measure: 'RR', value: 0.84, low: 0.74, high: 0.96, level: 95 },
    ...over,
  })
const joined = (figures: Figure[]) =>
  joinPooled(
    viewRow(
      figures.map(({ id }) => id),
      book(figures),
      order,
    ).studies,
  ).map(({ group, alike }) => [...group.arms, ...alike].map(({ id }) => id))

describe('a figure that one study gives for several options', () => {
  it('stands once, for all of them, at the place of the first', () => {
    expect(joined([pooled('dialysis'), figure('lone', { option: 'transplant' }), pooled('plasma')])).toEqual([
      ['pooled-plasma', 'pooled-dialysis'],
      ['lone'],
    ])
  })

  it.each([
    ['value', { value: { type: 'ratioOnly', measure: 'RR', value: 0.85 } }],
    ['source', { source: 'another' }],
    ['people', { population: 'others' }],
    ['certainty', { certainty: { level: 'low', ratedBy: 'x' } }],
    ['note', { notes: ['n'], noteWords: ['Keep this in mind.'] }],
  ] as const)('stands apart from one with another %s', (_, over) => {
    expect(joined([pooled('plasma'), pooled('dialysis', over as Partial<Figure>)])).toHaveLength(2)
  })

  it('two arms of one study that were compared stay one study of two arms', () => {
    const figures = [
      figure('a', { option: 'plasma', arm: 'x', armWords: 'x', comparator: 'b' }),
      figure('b', { option: 'dialysis', arm: 'x', armWords: 'x' }),
    ]
    expect(joined(figures)).toEqual([['a', 'b']])
  })

  it('a figure of no option is never joined', () => {
    expect(joined([pooled('plasma', { option: null }), pooled('dialysis', { option: null })])).toHaveLength(2)
  })
})
