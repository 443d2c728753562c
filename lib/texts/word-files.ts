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

/** Files in which structure and the first language's words stand together. SURE is not among them: nobody translates it anew. */
export const mixedFiles = ['shared/pages.yaml', 'shared/quality.yaml'] as const

/**
 * Of a file of the first language what another language holds: of the list of quality only the words, by id, of any other
 * file all. @throws when the list of quality is none
 */
export function ownWords(file: string, data: unknown): unknown {
  if (file !== 'shared/quality.yaml') return data
  const { items } = data as { items: { id: string; text: string; note?: string }[] }
  return {
    items: Object.fromEntries(items.map(({ id, text, note }) => [id, { text, ...(note && { note }) }])),
  }
}
