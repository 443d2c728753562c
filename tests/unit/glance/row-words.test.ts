import { describe, expect, it } from 'vitest'
import { findingWords } from '@/lib/glance/finding-words'
import { glanceCells } from '@/lib/glance/glance-cell'
import { rowItems } from '@/lib/glance/row-words'
import type { Figure } from '@/lib/numbers/schema'
import { makeKit } from '@/lib/sentences/kit'
import { book, figure } from '@/tests/unit/sentences/figures'

const options = ['carry-on', 'pump']
const marks = new Map([
  ['carry-on', { letter: 'A', tone: 'o1' }],
  ['pump', { letter: 'E', tone: 'o5' }],
])
const names = new Map([
  ['carry-on', 'Carry on'],
  ['pump', 'Pump'],
])
const two = { months: 24, kind: 'exact' } as const
const five = { months: 60, kind: 'exact' } as const

/** Two groups of one trial, after so long. */
const trial = (name: string, over: Partial<Figure>): Figure[] =>
  (['pump', 'carry-on'] as const).map((option, at) =>
    figure(`${name}-${option}`, {
      option,
      source: name,
      comparator: `${name}-${at === 0 ? 'carry-on' : 'pump'}`,
      ...over,
    }),
  )

/** What the row of the pump shows of two trials, under a sentence. */
function rowOf(figures: readonly Figure[], sentence: string) {
  const leads = figures.filter(({ option }) => option === 'pump').map(({ id }) => id)
  const cells = glanceCells({ pump: { estimates: leads, lead: leads } }, options, book(figures), 'benefit')
  const cell = cells.get('pump')
  if (!cell || !('items' in cell) || cell.isCompared) throw new Error('no row')
  return { cell, row: rowItems(cell, sentence) }
}

describe('two pictures beside each other', () => {
  it('share the words and the time that are the same, and the sentence may say the time', () => {
    const figures = [...trial('one', { followUp: two }), ...trial('other', { followUp: two })]
    expect(rowOf(figures, 'Fewer may die.').row).toMatchObject({
      isTimeSaid: false,
      isShared: { words: true, time: true },
    })
    expect(rowOf(figures, 'Fewer may die by {other-pump.time}.').row).toMatchObject({
      isTimeSaid: true,
      isShared: { words: true, time: false },
    })
  })

  it('of two times keep each its own, whatever the sentence says', () => {
    const figures = [...trial('one', { followUp: two }), ...trial('other', { followUp: five })]
    expect(rowOf(figures, 'Fewer may die by {one-pump.time}.').row).toMatchObject({
      isTimeSaid: false,
      isShared: { words: true, time: false },
    })
  })

  it('of two end points keep each its own words', () => {
    const stroke = {
      endpoint: 'stroke',
      endpointWords: { title: 'Stroke', bad: 'had a stroke', good: 'had none' },
    }
    const figures = [...trial('one', { followUp: two }), ...trial('other', { followUp: two, ...stroke })]
    expect(rowOf(figures, 'Fewer may die.').row.isShared).toEqual({ words: false, time: true })
  })

  it('say no time for a figure of another row', () => {
    const figures = [...trial('one', { followUp: two }), ...trial('other', { followUp: two })]
    expect(rowOf(figures, 'By {somebody-else.time}.').row.isTimeSaid).toBe(false)
  })
})

describe('rates of two groups', () => {
  it('say their unit once', () => {
    const figures = trial('one', { value: { type: 'rate', per100PersonYears: 35.8 } }).map((one) =>
      one.option === 'carry-on' ? { ...one, value: { type: 'rate' as const, per100PersonYears: 67.9 } } : one,
    )
    const [item] = rowOf(figures, '').cell.items
    if (!item) throw new Error('no item')
    expect(findingWords(item, { marks, names }, makeKit('en', book(figures), []))).toBe(
      'A 68, E 36 a year in 100 people',
    )
  })
})
