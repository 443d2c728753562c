import { describe, expect, it } from 'vitest'
import { recordNote } from '@/lib/packets/record-note'
import { translator } from '@/lib/texts/translate'

const given = {
  condition: 'Heart failure',
  question: 'Which choice?',
  options: ['Carry on as now', 'Bypass'],
  version: '1.2',
  date: '21 November 2026',
  reviewed: 'Not yet reviewed by a clinician.',
  site: 'https://lantern.example.org',
}

describe('the note for the record', () => {
  it('names what was given and leaves the date blank', () => {
    const lines = recordNote(given, translator('en')).split('\n')
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
    expect(lines.filter((line) => /_{8,}/.test(line))).toHaveLength(1)
  })

  it('has no address when nobody said where the site is', () => {
    expect(recordNote({ ...given, site: null }, translator('en'))).not.toContain('http')
  })
})
