import { describe, expect, it } from 'vitest'
import { findingWords } from '@/lib/glance/finding-words'
import { armLabel } from '@/lib/glance/arm-label'
import { glanceCells } from '@/lib/glance/glance-cell'
import { looksWide, rowItems, toldWords } from '@/lib/glance/row-words'
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

describe('one group compared with nobody', () => {
  const alone = figure('register', {
    option: 'pump',
    design: 'single-group',
    armWords: 'people on the list',
    armWordsFirst: 'People on the list',
    value: { type: 'counts', events: 50, total: 100 },
  })
  const [item] = rowOf([alone], '').cell.items
  if (!item) throw new Error('no item')

  it('is told with who it was: "People on the list: 50 in 100 were alive."', () => {
    expect(toldWords(item, { marks, names }, makeKit('en', book([alone]), []))).toEqual({
      name: 'People on the list: ',
      text: '50 in 100 were alive.',
    })
  })

  it('is called by its own words, not by the option: a donor has no new liver', () => {
    expect(armLabel(item, 0, { marks, names }).words).toBe('People on the list')
  })
})

describe('a gap that looks wide', () => {
  const unclear: NonNullable<Figure['effect']> = { measure: 'RR', value: 0.9, low: 0.5, high: 1.6, level: 95 }
  const pair = (dead: readonly [number, number], effect: Figure['effect']) => {
    const figures = trial('one', {}).map((one, at) => ({
      ...one,
      effect: at === 0 ? effect : null,
      value: { type: 'counts' as const, events: dead[at] ?? 0, total: 40 },
    }))
    const [item] = rowOf(figures, '').cell.items
    if (!item) throw new Error('no item')
    return looksWide(item)
  }

  it('and is not clear is said to be: 18 and 24 of 40, but not 20 and 22, and not a clear one', () => {
    expect(pair([18, 24], unclear)).toBe(true)
    expect(pair([20, 22], unclear)).toBe(false)
    expect(pair([2, 30], { ...unclear, value: 0.1, low: 0.05, high: 0.4 })).toBe(false)
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
