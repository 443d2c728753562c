import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clustersOf, showLetters } from '@/lib/paper/letters'
import { letterClusters } from '@/lib/texts/intl'

const segments = (text: string) => [...letterClusters.segment(text)].map(({ segment }) => segment)

test('a text read in stretches has the same letters as one read whole, wherever a stretch ends', () => {
  const hard = [
    '👍🏽',
    '👨‍👩‍👧',
    '🇸🇪🇳🇴',
    'e\u0301',
    '\r\n',
    '\ud83c',
    '\u0600a',
    'क्षि',
    '한',
    'a',
    ' ',
    '\u200d',
    '心',
  ]
  const piece = fc.constantFrom(...hard)
  fc.assert(
    fc.property(fc.integer({ min: 480, max: 520 }), fc.array(piece, { maxLength: 40 }), (before, pieces) => {
      const text = 'x'.repeat(before) + pieces.join('').repeat(3)
      expect([...clustersOf(text)]).toEqual(segments(text))
    }),
  )
  const endless = `a${'\u0301'.repeat(3_000)}b`
  expect([...clustersOf(endless)]).toEqual(segments(endless))
})

test('eight times the text takes some eight times as long, not sixty-four', () => {
  const cost = (length: number) => {
    const text = 'a '.repeat(length / 2)
    const before = process.cpuUsage().user
    expect(showLetters(text, () => true, '(?)')).toBe(text)
    return process.cpuUsage().user - before
  }
  cost(16_000)
  expect(cost(128_000)).toBeLessThan(24 * Math.max(cost(16_000), 5_000))
})
