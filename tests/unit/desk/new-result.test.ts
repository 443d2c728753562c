import { describe, expect, test } from 'vitest'
import {
  armIds,
  cellsOf,
  faultsOfResult,
  resultEdits,
  resultOf,
  valueFields,
  type ResultShape,
  type Typed,
} from '@/lib/desk/new-result'
import { Result } from '@/lib/numbers/schema'
import type { ConditionContent } from '@/prisma/pipeline/read-content'

/** An invented illness with one question, of which one option knows a study and the other none. */
const c = {
  condition: { id: 'invented' },
  numbers: { endpoints: [{ id: 'death' }], estimates: [{ id: 'old-care' }] },
  decisions: {
    decisions: [
      {
        id: 'one',
        options: ['care', 'pump'],
        outcomes: [
          { id: 'live', cells: { care: { estimates: ['old-care'] }, pump: { unknown: 'nobody-asked' } } },
        ],
      },
    ],
  },
  words: { numbers: { arms: { care: 'care alone' }, armsFirst: {}, populations: {}, notes: {} } },
} as unknown as ConditionContent

const shape: ResultShape = { condition: 'invented', source: 'study-2020', groups: 2, kind: 'counts' }
const typed: Typed = {
  name: 'Study death',
  where: 'Table 2: 12 of 75 against 20 of 75',
  endpoint: 'death',
  counts: 'bad',
  months: '6',
  followUp: 'exact',
  people: 'They had weak hearts.',
  design: 'randomised-open',
  certainty: 'source-gives-none',
  tier: 'A',
  'arm.0.inside': 'an invented pump',
  'arm.0.first': 'An invented pump',
  'arm.0.option': 'pump',
  'arm.0.value.events': '12',
  'arm.0.value.total': '75',
  'arm.1.arm': 'care',
  'arm.1.option': 'care',
  'arm.1.value.events': '20',
  'arm.1.value.total': '75',
  comparator: '1',
  'effect.measure': 'HR',
  'effect.value': '0.55',
  place: 'one/live',
  'glance.pump': 'By {study-death-pump.time}, {study-death-pump} were alive.',
}
const faults = (over: Typed) =>
  faultsOfResult(shape, { ...typed, ...over }, c).map(({ field, fault }) => `${field} ${fault}`)

describe('a new result', () => {
  test('is a result as the schema has it: groups, comparator, effect, half a year to the next look', () => {
    const made = resultOf(shape, typed, '2026-11-29')
    expect(Result.safeParse(made).error).toBeUndefined()
    expect(made).toMatchObject({
      source: 'study-2020',
      population: 'study-death-people',
      nextReview: '2027-05-29',
      effect: { measure: 'HR', value: 0.55 },
      arms: [
        { id: 'study-death-pump', arm: 'an-invented-pump', value: { type: 'counts', events: 12, total: 75 } },
        { id: 'study-death-care', arm: 'care', comparator: true, value: { events: 20 } },
      ],
    })
  })

  test('has the fields of its kind of figure, with the names that the schema knows', () => {
    expect(valueFields.ratioOnly[0]?.kind).toContain('HR')
    expect(valueFields.meanDifference.find(({ name }) => name === 'unit')?.kind).toContain('metres')
  })

  test('of three groups has an effect on each that was compared, and none of its own', () => {
    const three = { ...shape, groups: 3 }
    const made = resultOf(
      three,
      {
        ...typed,
        'arm.2.arm': 'care',
        'arm.2.value.events': '3',
        'arm.2.value.total': '70',
        'arm.0.effect.measure': 'RR',
        'arm.0.effect.value': '0.6',
      },
      '2026-11-29',
    )
    expect(made).not.toHaveProperty('effect')
    expect(made.arms).toMatchObject([
      { effect: { measure: 'RR', value: 0.6 } },
      {},
      { id: 'study-death-care-3' },
    ])
  })

  test('is refused while something is missing, cannot be read, is told twice or bears a name that is taken', () => {
    expect(faults({})).toEqual([])
    expect(faults({ where: '' })).toEqual(['where missing'])
    expect(faults({ 'arm.0.value.events': '12 %' })).toEqual(['arm.0.value.events number'])
    expect(faults({ months: '' })).toEqual(['months missing'])
    expect(faults({ months: '', followUp: 'varied' })).toEqual([])
    expect(faults({ 'arm.0.inside': '' })).toEqual(['arm.0.inside missing'])
    expect(faults({ 'effect.measure': '' })).toEqual(['effect.measure not-chosen'])
    expect(faults({ comparator: '' })).toEqual(['comparator not-chosen'])
    expect(faults({ 'glance.pump': '' })).toEqual(['glance.pump missing'])
    expect(faults({ name: 'Old' })).toContain('name taken')
  })

  test('joins the studies of its options, and what people see first stays', () => {
    expect(cellsOf(shape, typed, c).map(({ option, isNew, first }) => [option, isNew, first])).toEqual([
      ['pump', true, null],
      ['care', false, 'old-care'],
    ])
    const edits = resultEdits(shape, typed, c, 'en', '2026-11-29')
    expect(edits['invented/decisions.yaml']).toEqual([
      {
        kind: 'set',
        at: ['decisions', 0, 'outcomes', 0, 'cells', 'pump'],
        value: { estimates: ['study-death-pump'] },
      },
      {
        kind: 'add-field',
        at: ['decisions', 0, 'outcomes', 0, 'cells', 'care'],
        name: 'lead',
        value: ['old-care'],
        before: 'estimates',
      },
      {
        kind: 'add',
        at: ['decisions', 0, 'outcomes', 0, 'cells', 'care', 'estimates'],
        value: 'study-death-care',
      },
    ])
    expect(edits['invented/words.en/numbers.yaml']?.map((edit) => 'name' in edit && edit.name)).toEqual([
      'an-invented-pump',
      'an-invented-pump',
      'study-death-people',
    ])
    expect(resultEdits(shape, { ...typed, place: '' }, c, 'en', '2026-11-29')).not.toHaveProperty(
      'invented/decisions.yaml',
    )
  })

  test('names two groups of one option apart', () => {
    expect(armIds(shape, { ...typed, 'arm.0.option': 'care' })).toEqual([
      'study-death-care',
      'study-death-care-2',
    ])
  })
})
