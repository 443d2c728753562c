import { describe, expect, test } from 'vitest'
import {
  columnsToType,
  figureFields,
  isSamePerson,
  readNumber,
  withoutFigures,
  withRows,
} from '@/lib/desk/figure'

const result = {
  source: 'a',
  where: 'Table 2: 359 of 610',
  followUp: { months: 118, kind: 'median' },
  effect: { measure: 'HR', value: 0.84, low: 0.73, p: '0.02' },
  arms: [{ id: 'x', value: { type: 'counts', events: 359, total: 610 } }],
}

test('what can be changed is what is printed: no id, no kind, no measure', () => {
  expect(figureFields(result, ['results', 3]).map(({ at, kind }) => `${at.join('.')} ${kind}`)).toEqual([
    'results.3.where text',
    'results.3.followUp.months number',
    'results.3.arms.0.value.events number',
    'results.3.arms.0.value.total number',
    'results.3.effect.value number',
    'results.3.effect.low number',
    'results.3.effect.p text',
  ])
})

test('a number is a number: no comma, no unit', () => {
  expect(['359', ' 0.84 ', '-2', '−2'].map(readNumber)).toEqual([359, 0.84, -2, -2])
  expect(['1,212', '41%', '', '4 1', '1e3', '.5'].map(readNumber)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('one person stays one person, however the name is typed', () => {
  expect(isSamePerson('A. Sample', 'a sample')).toBe(true)
  expect(isSamePerson('A. Sample', ' A Sample ')).toBe(true)
  expect(isSamePerson('A. Sample', 'B. Sample')).toBe(false)
})

describe('the second typing', () => {
  test('asks for what the old row has and for what the figure has now', () => {
    const row = { events: '359', total: '610', percent: '58.9', source: 'a', tier: 'A' }
    const cells = {
      source: 'a',
      events: 353,
      total: 610,
      percent: undefined,
      effect_value: 0.84,
      mean_low: undefined,
      tier: 'A',
    }
    expect(columnsToType(row, cells)).toEqual(['events', 'total', 'percent', 'effect_value'])
  })

  test('does not show the figure in what tells the place', () => {
    expect(withoutFigures('Table 2: 359 of 610 (58.9%), HR 0.84')).toBe('Table ▢: ▢ of ▢ (▢%), HR ▢')
  })

  test('writes its row and leaves every other byte', () => {
    const csv = 'estimate,arm,events\na,"one, two",1\nb,x,2\n'
    expect(withRows(csv, { a: { estimate: 'a', arm: 'one, two', events: '3' } })).toBe(
      'estimate,arm,events\na,"one, two",3\nb,x,2\n',
    )
    expect(withRows(csv, {})).toBe(csv)
    expect(withRows(csv, { c: { estimate: 'c', arm: 'z', events: '4' } })).toBe(`${csv}c,z,4\n`)
    expect(withRows('estimate,arm\r\na,x\r\n', { c: { estimate: 'c', arm: 'z' } })).toBe(
      'estimate,arm\r\na,x\r\nc,z\r\n',
    )
  })
})
