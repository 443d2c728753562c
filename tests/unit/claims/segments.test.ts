import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutAtMarks, quoteAround, quoteOf, showHidden, type Mark } from '@/lib/claims/segments'

const mark = (start: number, end: number, number = 1, passage = 1): Mark => ({ start, end, number, passage })
const short = (length: number, marks: Mark[]) =>
  cutAtMarks(length, marks).map(({ start, end, marks: on, begins }) => [
    start,
    end,
    on.map(({ number }) => number).join(),
    begins.map(({ number }) => number).join(),
  ])

describe('a text is cut at the borders of its marks', () => {
  test('no mark: one piece', () => {
    expect(short(10, [])).toEqual([[0, 10, '', '']])
  })

  test('an empty text has no pieces', () => {
    expect(short(0, [mark(0, 3)])).toEqual([])
  })

  test('two overlapping marks give three marked pieces, the middle one with both', () => {
    expect(short(10, [mark(1, 6, 1), mark(4, 8, 2)])).toEqual([
      [0, 1, '', ''],
      [1, 4, '1', '1'],
      [4, 6, '1,2', '2'],
      [6, 8, '2', ''],
      [8, 10, '', ''],
    ])
  })

  test('a mark inside another and one that starts at the same place', () => {
    expect(short(9, [mark(0, 9, 2), mark(0, 3, 1), mark(4, 5, 3)])).toEqual([
      [0, 3, '1,2', '1,2'],
      [3, 4, '2', ''],
      [4, 5, '2,3', '3'],
      [5, 9, '2', ''],
    ])
  })

  test('marks beyond the end are cut, and empty ones left out', () => {
    expect(short(5, [mark(3, 99, 1), mark(2, 2, 2), mark(7, 9, 3)])).toEqual([
      [0, 3, '', ''],
      [3, 5, '1', '1'],
    ])
  })

  const anyMarks = fc.array(
    fc.tuple(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 5 })).map(([a, b, n]) => mark(a, b, n)),
    { maxLength: 20 },
  )

  test('the pieces cover the text once, in order, whatever the marks', () => {
    fc.assert(
      fc.property(fc.nat(50), anyMarks, (length, marks) => {
        const pieces = cutAtMarks(length, marks)
        expect(pieces[0]?.start ?? 0).toBe(0)
        expect(pieces.at(-1)?.end ?? 0).toBe(length)
        pieces.forEach((piece, at) => {
          expect(piece.end).toBeGreaterThan(piece.start)
          if (at > 0) expect(piece.start).toBe(pieces[at - 1]?.end)
        })
      }),
    )
  })

  test('every character is under exactly the marks that hold it, and every mark begins once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), anyMarks, (length, marks) => {
        const pieces = cutAtMarks(length, marks)
        const inside = marks.filter(({ start, end }) => start < Math.min(end, length))
        for (const piece of pieces)
          expect(piece.marks).toHaveLength(
            inside.filter(({ start, end }) => start <= piece.start && end >= piece.end).length,
          )
        expect(pieces.flatMap(({ begins }) => begins)).toHaveLength(inside.length)
      }),
    )
  })
})

describe('characters that nobody would see', () => {
  test.each([
    ['a right-to-left override', 'a\u202eb', 'a[U+202E]b'],
    ['a null byte', 'a\u0000b', 'a[U+0000]b'],
    ['a zero-width space inside a word', 'mir\u200bacle', 'mir[U+200B]acle'],
    ['a zero-width joiner inside a word', 'mir\u200dacle', 'mir[U+200D]acle'],
    ['an isolate', '\u2067x\u2069', '[U+2067]x[U+2069]'],
    ['half of a pair', 'a\ud800b', 'a[U+D800]b'],
    ['a tag character', 'a\u{e0041}b', 'a[U+E0041]b'],
  ])('%s is shown as a placeholder', (_what, text, shown) => {
    expect(
      showHidden(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(shown)
  })

  test.each(['plain text\nwith\ttabs', 'Zoë, naïve, 心臓, قلب', '👩‍⚕️ nurse', '€14,900'])(
    '%s stays as it is',
    (text) => {
      expect(showHidden(text)).toEqual([{ text, isHidden: false }])
    },
  )
})

describe('quotes', () => {
  test('are one line, cut at a word', () => {
    expect(quoteOf('one\n  two three', 40)).toBe('one two three')
    expect(quoteOf('one two three four', 12)).toBe('one two…')
  })

  test('never end in half a character', () => {
    expect(quoteOf(`${'a'.repeat(9)}😀${'b'.repeat(20)}`, 10)).toBe(`${'a'.repeat(9)}…`)
  })

  test('take in the words around a passage, but not the next sentence', () => {
    const text = 'We are proud. Our cells cure heart failure in weeks! Call us.'
    const at = text.indexOf('cure')
    expect(quoteAround(text, at, at + 10, 140)).toBe('Our cells cure heart failure in weeks!')
  })

  test('say where words were left out', () => {
    const text = `${'long '.repeat(30)}cure ${'more '.repeat(30)}`
    const at = text.indexOf('cure')
    const quote = quoteAround(text, at, at + 4, 200)
    expect(quote).toMatch(/^…long .* cure more .*more…$/)
    expect(quote.length).toBeLessThan(140)
  })

  test('stay inside the text', () => {
    expect(quoteAround('cure', 0, 4, 140)).toBe('cure')
    expect(quoteAround('A cure', 2, 6, 140)).toBe('A cure')
  })
})
