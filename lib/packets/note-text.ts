/** The longest note, in characters as a person counts them (code points). */
export const maxNoteLength = 300

/** Why a note is not taken. */
export type NoteFault = 'too-long' | 'control' | 'link'

/** Control and format characters (line ends, text direction, invisible letters), and what is no character at all. */
const notText = /[\p{C}\p{Zl}\p{Zp}]/u

/**
 * Text that a phone or a mail program could turn into a link, or that a person could type as one: an address with or
 * without its beginning, a mail address, an IP address. Looked for after NFKC, so that wide letters do not hide one.
 */
const linkLike: readonly RegExp[] = [
  /:\s*\/\s*\//,
  /\/\//,
  /\bwww\b/i,
  /\b(?:https?|hxxps?|ftp|mailto|sms|javascript|data|blob|file|about|intent|geo|shlink)\s*:/i,
  // "Tel: 0800 …" is a number that people read; without the space it is the address of one.
  /\btel\s*:(?=\S)/i,
  /\S@\S/,
  /[\p{L}\p{N}-][.。]\p{L}[\p{L}\p{N}-]/u,
  /\bxn--/i,
  /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/,
  /\S\s*\[\s*(?:\.|dot)\s*\]\s*\S/i,
]

/** Length in characters as a person counts them, e.g. 1 for an emoji that the machine stores as two. */
export function noteLength(note: string): number {
  return Array.from(note).length
}

/** A note as it is sent: one line, single spaces. */
export function tidyNote(note: string): string {
  return note.replace(/\s+/g, ' ').trim()
}

/** What is wrong with a note, or null. A link is refused and not repaired: the clinician sees what to change. */
export function noteFault(note: string): NoteFault | null {
  if (noteLength(note) > maxNoteLength) return 'too-long'
  if (notText.test(note)) return 'control'
  const plain = note.normalize('NFKC')
  return linkLike.some((pattern) => pattern.test(plain)) ? 'link' : null
}
