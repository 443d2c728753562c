import { describe, expect, it } from 'vitest'
import { recordNote } from '@/lib/packets/record-note'
import { translator } from '@/lib/texts/translate'

const given = {
  condition: 'Heart failure',
  question: 'Which choice?',
  options: ['Carry on as now', 'Bypass'],
  version: '1.2',
  contentDate: '21 November 2026',
  date: null,
  reviewed: 'Not yet reviewed by a clinician.',
  site: 'https://lantern.example.org',
}

describe('the note for the record', () => {
  it('names what was given, and leaves the day, the talk and what came back to fill in', () => {
    const lines = recordNote(given, translator('en'), 'en').split('\n')
    expect(lines[0]).toContain(given.site)
    for (const words of [
      'Heart failure',
      'Which choice?',
      'Carry on as now; Bypass',
      '1.2',
      'Not yet reviewed',
    ])
      expect(
        lines.some((line) => line.includes(words)),
        words,
      ).toBe(true)
    expect(lines.filter((line) => /_{8,}/.test(line))).toHaveLength(3)
    expect(lines.some((line) => /^A shared decision talk was held/.test(line))).toBe(true)
  })

  it('says the day once it is known', () => {
    const note = recordNote({ ...given, date: '29 November 2026' }, translator('en'), 'en')
    expect(note).toContain('29 November 2026')
    expect(note.match(/_{8,}/g)).toHaveLength(3)
  })

  it('has no address when nobody said where the site is', () => {
    expect(recordNote({ ...given, site: null }, translator('en'), 'en')).not.toContain('http')
  })
})
