import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteFault, noteLength, tidyNote } from '@/lib/packets/note-text'

describe('a note', () => {
  it.each([
    'We talk about this on Monday at half past two.',
    'Please read about the heart pump first, e.g. what the days are like.',
    'Take 2.5 mg as before. Bring your list!',
    'Call us: 0123 456 789 (ask for the heart nurse).',
    'Tel: 0800 000 000, ask for the heart nurse.',
    'Call us (tel : 0800 000).',
    'Dr. Miller asked you to read this... then rest.',
    'Nächste Woche, ¿está bien? Ça va.',
    '',
  ])('may say: %s', (note) => {
    expect(noteFault(note)).toBeNull()
  })

  it.each([
    'https://cells.example/pay',
    'HTTP : //cells.example',
    'hxxps://cells',
    'see www cells',
    'go to cells.example',
    'go to CELLS．EXAMPLE',
    'go to cells。example',
    'go to ⓒⓔⓛⓛⓢ.example',
    'cells[.]example',
    'cells [dot] example',
    'xn--80ak6aa92e',
    'mail me@cells',
    'javascript:alert(1)',
    'tel:123456',
    'shlink:/abc',
    '//cells',
    'server 10.0.0.1 now',
  ])('may not hold a link: %s', (note) => {
    expect(noteFault(note)).toBe('link')
  })

  it.each([
    ['a line end', 'one\ntwo'],
    ['a zero byte', 'a\u0000b'],
    ['a turn of direction', 'a\u202Eb'],
    ['an invisible letter', 'cells\u200B.example'],
    ['a soft hyphen', 'ce\u00ADlls'],
    ['half a character', 'a\uD800'],
    ['a line separator', 'a\u2028b'],
    ['a tag letter', 'a\u{E0061}b'],
  ])('may not hold %s', (_what, note) => {
    expect(noteFault(note)).toBe('control')
  })

  it('may have 300 characters and not 301, whatever they are stored as', () => {
    expect(noteFault('🙂'.repeat(300))).toBeNull()
    expect(noteFault('🙂'.repeat(301))).toBe('too-long')
    expect(noteLength('a🙂b')).toBe(3)
  })

  it('with an address anywhere in it is refused', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.domain(),
        fc.string({ maxLength: 60 }),
        (before, domain, after) => noteFault(tidyNote(`${before} ${domain} ${after}`)) !== null,
      ),
      { numRuns: 1000 },
    )
  })

  it('is put in one line with single spaces', () => {
    expect(tidyNote('  a\r\n b\t c ')).toBe('a b c')
  })
})
