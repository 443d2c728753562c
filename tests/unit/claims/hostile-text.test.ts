import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseArticle } from '@/lib/claims/analyse'
import { articlePatterns, signIds } from '@/tests/article-patterns'
import { tokenise } from '@/lib/claims/tokenise'
import { readPassages } from './passages'

const patterns = articlePatterns()
const phrases = readPassages('adverts').map(({ text }) => text)

/** Bits that break naive readers, mixed with words that the patterns look for. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...phrases),
      fc.constantFrom(
        '\u0000',
        '\u202e',
        '\u200b',
        '\ud800',
        '\udfff',
        '\ufeff',
        '<script>alert(1)</script>',
        '((((',
        '%%%',
        '$',
        '’',
        "n't",
        '...',
        '\r\n',
        '\u2028',
        '￥',
        '𝐬𝐭𝐞𝐦',
        '__proto__',
        'constructor',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    ),
    { maxLength: 25 },
  )
  .chain((parts) => fc.constantFrom('', ' ', '\n').map((glue) => parts.join(glue)))

describe('any text at all', () => {
  test('is checked without an error, and every span is the slice it says it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { signs, claims } = analyseArticle(text, patterns)
        for (const { spans } of [...signs, ...claims])
          for (const span of spans) {
            expect(span.end).toBeGreaterThan(span.start)
            expect(text.slice(span.start, span.end)).toBe(span.text)
          }
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same answer twice', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(analyseArticle(text, patterns)).toEqual(analyseArticle(text, patterns))
      }),
      { numRuns: 50 },
    )
  })

  test('is split into words that follow each other and sentences that cover them all', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { tokens, sentences } = tokenise(text)
        let next = 0
        for (const { from, to } of sentences) {
          expect(from).toBe(next)
          expect(to).toBeGreaterThan(from)
          next = to
        }
        expect(next).toBe(tokens.length)
        tokens
          .slice(1)
          .forEach((token, at) => expect(token.start).toBeGreaterThanOrEqual(tokens[at]?.start ?? 0))
      }),
      { numRuns: 200 },
    )
  })

  test('knows only the ids of the content files', () => {
    const known = new Set(signIds())
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { id } of analyseArticle(text, patterns).signs) expect(known.has(id)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('texts built to be slow take no longer than plain ones', () => {
  // A generous limit: a pattern that blows up takes minutes, not seconds.
  const LIMIT_MS = 30_000
  test.each([
    ['one letter', 'a'.repeat(200_000)],
    ['no space and no stop', 'stemcells'.repeat(22_000)],
    ['one word of every gap', 'stem cell '.repeat(20_000)],
    ['the same start again and again', 'improve '.repeat(25_000)],
    ['negations only', 'not no never without '.repeat(9_500)],
    ['numbers only', '1,000,000 '.repeat(20_000)],
    ['dots only', '. '.repeat(100_000)],
    ['digits and commas', '1,'.repeat(100_000)],
    ['apostrophes', "n't'".repeat(50_000)],
    ['line breaks', '\n \n'.repeat(66_000)],
    ['tags that never end', '<a '.repeat(66_000)],
    ['scripts that never end', '<script>'.repeat(25_000)],
    ['raised nothing', `<sup>${' '.repeat(1_000)}`.repeat(199)],
    ['brackets and spaces', `[${' '.repeat(199_000)}`],
    ['words cut without end', 'a-\n'.repeat(66_000)],
    ['pictures', '💪'.repeat(100_000)],
    ['entities', '&amp;'.repeat(40_000)],
    ['numbers that stick', 'abcde1,1'.repeat(25_000)],
    ['one sign for a sentence', '\ufdfa'.repeat(200_000)],
    ['null bytes', '\u0000'.repeat(200_000)],
    ['five megabytes', 'our stem cells cure all '.repeat(208_000)],
  ])('%s', (_name, text) => {
    const start = performance.now()
    analyseArticle(text, patterns)
    expect(performance.now() - start).toBeLessThan(LIMIT_MS)
  })
})
