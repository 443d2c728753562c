import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseArticle } from '@/lib/claims/analyse'
import { linkLines, mostWordsBeside, wordsBesideLinks } from '@/lib/claims/only-link'
import messages from '@/lib/texts/messages.en.json'
import { articlePatterns } from '@/tests/article-patterns'

describe('a text that is hardly anything but a link', () => {
  test.each([
    'https://clinic.example/stem-cells',
    ' www.clinic.example ',
    'clinic.com',
    'youtu.be/abc',
    'doi:10.1056/NEJMoa123',
    '10.1056/NEJMoa123',
    '<a href="https://clinic.example/x">Read</a>',
    'Look at this: (https://en.wikipedia.org/wiki/Stem_cell).',
    '看这个：https://clinic.example/abc',
    'https://clinic.example/a\nhttps://clinic.example/b',
  ])('is known: %s', (text) => expect(wordsBesideLinks(text)).toHaveLength(text.length))

  test.each([
    '',
    'no link at all',
    'Cells cure failure.It works, in.me and e.g. here',
    'write to help@clinic.com',
    'and/or 5 mg/kg',
    'https://',
  ])('is not: %s', (text) => expect(wordsBesideLinks(text)).toBeNull())

  test(`${mostWordsBeside} words may stand beside it, one more is a text of its own`, () => {
    const words = (count: number) => `https://clinic.example ${'word '.repeat(count)}`
    expect(wordsBesideLinks(words(mostWordsBeside))).not.toBeNull()
    expect(wordsBesideLinks(words(mostWordsBeside + 1))).toBeNull()
  })

  test('keeps every other character in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} https://clinic.example/x ${after}`
        const rest = wordsBesideLinks(text)
        if (rest === null) return
        expect(rest).toHaveLength(text.length)
        for (let at = 0; at < rest.length; at++)
          if (rest[at] !== ' ') expect([at, rest[at]]).toEqual([at, text[at]])
      }),
    )
  })

  test.each(['a.', 'a-', 'https://', '(', '10.1234/', `${'a'.repeat(63)}.`])(
    '200,000 characters of “%s” take well under a second',
    (piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      const start = performance.now()
      wordsBesideLinks(text)
      expect(performance.now() - start).toBeLessThan(500)
    },
  )
})

describe('the check of a link', () => {
  const patterns = articlePatterns()

  test('finds nothing in the words of an address', () => {
    const link = 'https://clinic.example/stem-cells-cure-heart-failure-no-risk-free-consultation'
    const check = analyseArticle(link, patterns)
    expect(check).toMatchObject({ unreadable: 'link', signs: [], possible: [], claims: [] })
    // The same words outside an address are read.
    expect(analyseArticle(link.slice(23).replaceAll('-', ' '), patterns).signs).not.toEqual([])
  })

  test('reads the few words beside it, and says which characters they are', () => {
    const text = 'https://clinic.example/x Miracle stem cells cure heart failure, doctors amazed'
    const check = analyseArticle(text, patterns)
    expect(check.unreadable).toBe('link')
    expect(check.signs.map(({ id }) => id)).toContain('cure_promise')
    for (const { spans } of check.signs)
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  })

  test('an article that names an address is an article', () => {
    const text = `${'Stem cells were tried in heart failure, and people lived as long without them. '.repeat(3)}See www.clinic.example.`
    expect(analyseArticle(text, patterns).unreadable).toBeNull()
  })

  test('says how to copy the words, in lines without a gap', () => {
    const lines = linkLines(messages.articleCheck.report)
    expect(lines).toHaveLength(4)
    expect(lines.join()).toMatch(/cannot open links.*phone.*computer/)
    expect(lines.join()).not.toMatch(/[{}]/)
  })
})
