import { describe, expect, test } from 'vitest'
import { fieldsOf, meet } from '@/lib/desk/fields'
import { fileIn } from '@/lib/texts/word-files'
import { labelOf } from '@/lib/desk/labels'

describe('a text that two people may have changed', () => {
  test('is free while the file holds what one began with', () => {
    expect(meet('It helps.', 'It may help.', 'It helps.')).toBe('free')
    expect(meet('It helps\nsome.', 'It may help.', 'It helps some.')).toBe('free')
  })

  test('is in conflict when the file holds something else, or the place is gone', () => {
    expect(meet('It helps.', 'It may help.', 'It probably helps.')).toBe('conflict')
    expect(meet('It helps.', 'It may help.', undefined)).toBe('conflict')
  })

  test('is the same when nothing was typed, whatever happened to the file', () => {
    expect(meet('It helps.', ' It  helps.\r\n', 'It probably helps.')).toBe('same')
  })

  test('is there already when both wrote the same', () => {
    expect(meet('It helps.', 'It may help.', 'It may help.')).toBe('already')
  })
})

test('the sentences of a part are its texts, without ids and sources', () => {
  const data = {
    options: { lvad: { name: 'A pump', sources: ['a'], harms: ['One.', 'Two.'] }, icd: { name: 'No' } },
  }
  const part = { words: [{ file: 'x', at: ['options', 'lvad'] }] }
  expect(fieldsOf(part, () => data).map(({ at, text }) => [at.join('.'), text])).toEqual([
    ['options.lvad.name', 'A pump'],
    ['options.lvad.harms.0', 'One.'],
    ['options.lvad.harms.1', 'Two.'],
  ])
})

test('the same file of another language', () => {
  expect(fileIn('heart-failure/words.en/options.yaml', 'en', 'pl')).toBe(
    'heart-failure/words.pl/options.yaml',
  )
  expect(fileIn('shared/pages.yaml', 'en', 'pl')).toBe('shared/words.pl/pages.yaml')
})

test('a place is told in words', () => {
  const names = { lvad: 'Heart pump' }
  expect(labelOf(['options', 'lvad', 'harms', 1], names)).toBe('Heart pump: Harms, 2')
  expect(labelOf(['decisions', 'advanced', 'outcomes', 'live-longer', 'atAGlance', 'lvad'], names)).toBe(
    'At a glance: Heart pump',
  )
})
