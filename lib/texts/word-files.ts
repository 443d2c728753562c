/** Files of words: what in them is text, and what the same file is called in another language. */
import type { Place } from './yaml-edit'

/** What is text in a file of words and no words: names of sources, ids, addresses. */
const notWords = new Set(['sources', 'id', 'href', 'source'])

/** Every text of a value with its place. */
export function textsOf(value: unknown, at: Place = []): { at: Place; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (value === null || typeof value !== 'object') return []
  // A glossary may explain the word "source": its entry is a group.
  const isGroup = (one: unknown) => typeof one === 'object' && !Array.isArray(one)
  return Object.entries(value).flatMap(([key, one]) =>
    notWords.has(key) && !isGroup(one) ? [] : textsOf(one, [...at, Array.isArray(value) ? Number(key) : key]),
  )
}

/** "words.en/options.yaml" in another language: the same file of that language. */
export function fileIn(file: string, from: string, to: string): string {
  if (file.includes(`words.${from}/`)) return file.replace(`words.${from}/`, `words.${to}/`)
  return file.replace(/^shared\//, `shared/words.${to}/`)
}
