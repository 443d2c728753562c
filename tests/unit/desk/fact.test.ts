import { describe, expect, test } from 'vitest'
import {
  changedValues,
  differingBoxes,
  factBoxes,
  factEdits,
  needsSecond,
  readBox,
  type WaitingFact,
} from '@/lib/desk/fact'

const stay = { id: 'x-days', value: { low: 7, high: 10 }, unit: 'days', source: 'a', where: 'Table 2: 7-10' }
const change = (...changes: WaitingFact['changes']) => ({ changes })

describe('a figure in a sentence', () => {
  test('has a box for each end of its value: 7 to 10 days are two', () => {
    expect(factBoxes(stay.value)).toEqual([
      { end: 'low', kind: 'number' },
      { end: 'high', kind: 'number' },
    ])
    expect(factBoxes(70)).toEqual([{ end: '', kind: 'number' }])
    expect(factBoxes({ atLeast: 3 })).toEqual([{ end: 'atLeast', kind: 'number' }])
    expect(factBoxes('2023-05-01')).toEqual([{ end: '', kind: 'day' }])
  })

  test('is typed as a number, or as a day or month', () => {
    const read = (value: unknown, typed: string) => factBoxes(value).map((box) => readBox(box, typed))
    expect(read(70, '71')).toEqual([71])
    expect(read(70, '71 years')).toEqual([null])
    expect(read('2023-05-01', '2023-06')).toEqual(['2023-06'])
    expect(read('2023-05-01', 'May 2023')).toEqual([null])
  })

  test('is typed a second time when it, or its source, is another; not when only its place is told better', () => {
    expect(needsSecond(change({ at: ['value', 'high'], from: 10, to: 12 }))).toBe(true)
    expect(needsSecond(change({ at: ['source'], from: 'a', to: 'b' }))).toBe(true)
    expect(needsSecond(change({ at: ['where'], from: 'Table 2', to: 'Table 3' }))).toBe(false)
  })

  test('is compared whole with what the second reader typed, and is written where it stands', () => {
    const waiting = change({ at: ['value', 'high'], from: 10, to: 12 })
    expect(changedValues(stay, waiting)).toEqual({ low: 7, high: 12 })
    expect(differingBoxes({ low: 7, high: 12 }, { low: '7', high: '12' })).toEqual([])
    expect(differingBoxes({ low: 7, high: 12 }, { low: '7', high: '10' })).toEqual(['high'])
    expect(differingBoxes({ low: 7, high: 12 }, {})).toEqual(['low', 'high'])
    expect(differingBoxes({ '': 1212 }, { '': '1,212' })).toEqual([])
    expect(differingBoxes({ '': '2023-05' }, { '': '2023-06' })).toEqual([''])
    expect(factEdits(waiting, ['facts', 4])).toEqual([
      { kind: 'set', at: ['facts', 4, 'value', 'high'], value: 12 },
    ])
  })
})
