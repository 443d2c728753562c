/** The sentences of a part, each with the place where it stands. */
import type { Part } from './parts'
import { textsOf } from '@/lib/texts/word-files'
import { valueAt, type Place } from '@/lib/texts/yaml-edit'

export type Field = { file: string; at: Place; text: string }

/**
 * The sentences of a part.
 * @param read what a file of content holds, by its name; undefined when it cannot be read
 */
export function fieldsOf(part: Pick<Part, 'words'>, read: (file: string) => unknown): Field[] {
  return part.words.flatMap(({ file, at }) =>
    textsOf(valueAt(read(file), at), at).map((one) => ({ file, ...one })),
  )
}

/** A text as it is saved: one line, as a browser sends it. */
export const savedText = (typed: string): string => typed.replace(/\s+/g, ' ').trim()

/** "Water tablets at home" → "water-tablets-at-home". */
export const idFrom = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** What became of a text between the moment a page was opened and the moment it is saved. */
export type Meeting =
  /** Nothing was typed. */
  | 'same'
  /** The file holds what the person began with: it may be written. */
  | 'free'
  /** Somebody else wrote the very same. */
  | 'already'
  /** Somebody else wrote something else: a person must choose. */
  | 'conflict'

/**
 * @param base the text when the page was opened
 * @param mine what was typed
 * @param now what the file holds; undefined: it is gone
 */
export function meet(base: string, mine: string, now: string | undefined): Meeting {
  if (savedText(mine) === savedText(base)) return 'same'
  if (now !== undefined && savedText(mine) === savedText(now)) return 'already'
  return now !== undefined && savedText(now) === savedText(base) ? 'free' : 'conflict'
}
