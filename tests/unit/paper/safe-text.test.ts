import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foreignText, safeText, withFewLines } from '@/lib/paper/safe-text'

describe('safeText', () => {
  it.each([
    ['controls become spaces', 'a\u0000b\u001bc\u007fd\u0085e', 'a b c d e'],
    ['line ends become LF, a tab a space', 'a\r\nb\rc\td', 'a\nb\nc d'],
    ['direction overrides go', 'a\u202eb\u2066c\u2069', 'a b c'],
    ['half a letter goes, a whole one stays', '\ud83d 👩🏽‍⚕️ \ude00', '👩🏽‍⚕️'],
    ['other scripts stay as they are', ' مرحبا, שלום, é ', 'مرحبا, שלום, é'],
    ['markup is text', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['only controls is nothing', '\u0000\u0007', ''],
  ])('%s', (_rule, written, safe) => expect(safeText(written)).toBe(safe))

  it('leaves nothing that XML 1.0 forbids, and changes nothing when asked again', () => {
    const anything = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)),
    })
    fc.assert(
      fc.property(anything, (text) => {
        const safe = safeText(text)
        expect(safe).toMatch(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
        expect(safeText(safe)).toBe(safe)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('foreignText', () => {
  it('takes out every mark that can turn the words that follow, and trims nothing', () => {
    expect(foreignText(' a\u200eb\u200fc\u061cd\u202ee\u0000 ')).toBe(' a b c d e  ')
    expect(safeText('a\u200fb')).toBe('a\u200fb') // a person's own words
  })
})

it('a text of thousands of lines becomes one of few, and no word is lost', () => {
  expect(withFewLines('a\nb', 2)).toBe('a\nb')
  expect(withFewLines('a\n\nb\nc\n\nd', 3)).toBe('a\n\nb c d')
  const long = Array.from({ length: 32_000 }, (_, at) => `w${at}`).join('\n')
  expect(withFewLines(long, 200).split('\n')).toHaveLength(200)
  expect(withFewLines(long, 200).split(/\s+/)).toEqual(long.split('\n'))
})
