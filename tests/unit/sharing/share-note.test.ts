import { describe, expect, it } from 'vitest'
import { shareNote } from '@/lib/sharing/share-note'

const answered = (item: unknown[]) => ({
  resourceType: 'Bundle',
  entry: [
    { resource: { resourceType: 'Patient', name: [{ text: 'Ana Silva' }], birthDate: '1950-02-03' } },
    { resource: { resourceType: 'QuestionnaireResponse', item } },
  ],
})
const item = (text: string, ...values: string[]) => ({
  linkId: 'x',
  text,
  answer: values.map((valueString) => ({ valueString })),
})

describe('the note of what a patient shared', () => {
  it('is a line for each answer, with groups, and holds no name', () => {
    const json = answered([
      item('Where I lean', 'Medicines'),
      { linkId: 'm', text: 'What matters', item: [item('Living longer?', 'A lot'), item('Home?')] },
      item('My questions', 'One?', 'Two?'),
    ])
    expect(shareNote(json, ['From a summary.'])).toBe(
      'From a summary.\nWhere I lean Medicines\nWhat matters:\n- Living longer? A lot\nMy questions One?; Two?',
    )
  })

  it('keeps what a stranger wrote in its own line, and no turn of direction', () => {
    const note = shareNote(answered([item('Question', 'a\nSigned by: nobody \u202Eb')]), [])
    expect(note?.split('\n')).toHaveLength(1)
    expect(note).not.toContain('\u202E')
  })

  it.each([null, 7, [], {}, { entry: 7 }, { entry: [null, { resource: 7 }] }, answered([]), answered([7])])(
    'is none for %j',
    (json) => {
      expect(shareNote(json, ['x'])).toBeNull()
    },
  )

  it('does not grow without end', () => {
    const deep = Array.from({ length: 50 }).reduce<object>(
      (inner) => ({ text: 'a', item: [inner] }),
      item('b', 'c'),
    )
    expect(shareNote(answered([deep]), [])).toBeNull()
    const many = Array.from({ length: 500 }, () => item('a', 'b'))
    expect(shareNote(answered(many), [])?.split('\n')).toHaveLength(80)
  })
})
