/**
 * How hard Chinese text is to read. No formula is as settled as those for English and Spanish, so two plain things are
 * counted: the length of a sentence in characters, and how many characters are not among the 3,755 most common ones,
 * the first level of the national standard GB/T 2312-1980.
 */

const han = /\p{Script=Han}/u

/** The 3,755 characters of the first level: rows 16 to 55 of the standard, which every reader of GB 18030 decodes. */
function firstLevel(): Set<string> {
  const decoder = new TextDecoder('gb18030')
  const characters: string[] = []
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      characters.push(decoder.decode(Uint8Array.of(row, cell)))
  return new Set(characters)
}
let common: Set<string> | undefined

/** The sentences of a block; a semicolon ends one as a full stop does. */
export const splitChineseSentences = (block: string): string[] =>
  (block.match(/[^。！？；]+[。！？；]?[”’）]*/gu) ?? [])
    .map((one) => one.trim())
    .filter((one) => han.test(one))

/** Characters of a sentence as it is read: Chinese ones, and each Latin word or number as one. */
export const chineseLength = (sentence: string): number =>
  (sentence.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}.,%-]+/gu) ?? []).length

/** Characters of a text that are not among the common ones, each once. */
export function rareCharacters(text: string): string[] {
  common ??= firstLevel()
  const known = common
  return [...new Set([...text].filter((letter) => han.test(letter) && !known.has(letter)))]
}
