import { describe, expect, it } from 'vitest'
import { fillWords, type FilledPart } from '@/lib/sentences/fill'
import { locales, translator, type Locale } from '@/lib/texts/translate'
import { linesOf, wordFiles } from '@/prisma/pipeline/check-references'
import { figureBook } from '@/prisma/pipeline/figure-book'
import { readContent, type Content } from '@/prisma/pipeline/read-content'

/**
 * Words said twice where a gap is filled: "over about {time}", and the gap says "about 3 years". Where words have spaces
 * between them whole words are compared, where they have none the letters on both sides of the gap.
 */
function doubled(parts: readonly FilledPart[]): string[] {
  const text = parts.map((part) => part.text).join('')
  // "They had had bouts of it" is right, if one person wrote both words.
  const isWritten = (twice: string) => twice === 'had had' && parts.some((part) => part.text.includes(twice))
  const words = [...text.matchAll(/(?<![\p{L}\p{N}])([\p{L}\p{N}]+)\s+\1(?![\p{L}\p{N}])/giu)]
    .map(([twice]) => twice)
    .filter((twice) => !isWritten(twice))
  const seams = parts.slice(1).flatMap((part, at) => {
    const before = (parts[at]?.text ?? '').trimEnd()
    const after = part.text.trimStart()
    const same = [4, 3, 2, 1].find(
      (length) =>
        /^\p{Script=Han}+$/u.test(before.slice(-length)) &&
        before.slice(-length).length === length &&
        before.slice(-length) === after.slice(0, length),
    )
    return same ? [`${before.slice(-6)}|${after.slice(0, 6)}`] : []
  })
  return [...words, ...seams]
}

const piece = (text: string): FilledPart => ({ text })

describe('a word said twice', () => {
  it('is found between a sentence and what fills its gap', () => {
    expect(doubled([piece('It was over about '), piece('about 3 years'), piece('.')])).toEqual([
      'about about',
    ])
    expect(doubled([piece('Unos '), piece('unos 3 años'), piece('.')])).toEqual(['Unos unos'])
    expect(doubled([piece('随访约'), piece('约 3 年'), piece('。')])).toEqual(['随访约|约 3 年'])
    expect(doubled([piece('在'), piece('3 年后'), piece('后死亡')])).toEqual(['3 年后|后死亡'])
    expect(doubled([piece('They had had bouts.')])).toEqual([])
    expect(doubled([piece('They had '), piece('had bouts'), piece('.')])).toEqual(['had had'])
    expect(doubled([piece('It was '), piece('3 in 100'), piece(', and 3 in 100.')])).toEqual([])
    expect(doubled([piece('每次访问约'), piece('3 年'), piece('。人人都慢慢好转。')])).toEqual([])
  })

  it.each(locales)('stands in no filled sentence of %s', (locale: Locale) => {
    const read = readContent(undefined, locale)
    if (!read.ok)
      throw new Error(
        read.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`).join('\n'),
      )
    const content: Content = read.content
    const t = translator(locale)
    const found = wordFiles(content).flatMap(({ file, scope, value }) => {
      const book = figureBook(content, content.conditions.find((c) => c.condition.id === scope) ?? null)
      return linesOf(value).flatMap(({ path, text }) =>
        doubled(fillWords(text, book, t, locale)).map((twice) => `${file} ${path}: ${twice}`),
      )
    })
    expect(found).toEqual([])
  })
})
