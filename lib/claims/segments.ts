import { isHan } from './tokenise'

/** A stretch of a text to be marked. Offsets are UTF-16 code units; `number` is shown beside the mark. */
export type Mark = { start: number; end: number; number: number; passage: number }

/** A run of text under the same marks; `begins` are those that start here, in the order of their numbers. */
export type Segment = { start: number; end: number; marks: Mark[]; begins: Mark[] }

/**
 * Cuts a text at the borders of all marks, which may overlap in any way. The segments cover 0 to `length` without
 * gaps. Marks that are empty or outside the text are left out. Time: n log n for n marks that overlap little.
 */
export function cutAtMarks(length: number, marks: readonly Mark[]): Segment[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(length, mark.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.number - b.number)
  const borders = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const segments: Segment[] = []
  let open: Mark[] = []
  let next = 0
  borders.forEach((start, at) => {
    const end = borders[at + 1]
    if (end === undefined) return
    open = open.filter((mark) => mark.end > start)
    const begins: Mark[] = []
    for (let mark = inside[next]; mark !== undefined && mark.start === start; mark = inside[next]) {
      begins.push(mark)
      next += 1
    }
    open = [...open, ...begins].sort((a, b) => a.number - b.number)
    segments.push({ start, end, marks: open, begins })
  })
  return segments
}

/** A piece of a text as it may be shown: `isHidden` when it stands for a character that nobody would see. */
export type ShownPiece = { text: string; isHidden: boolean }

/**
 * Characters without a look of their own that change how others are shown or hide words: controls, directions
 * (bidi embeddings, overrides, isolates, marks), zero-width characters, soft hyphens, tags, lone surrogates.
 */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** Splits a text so that every hidden character becomes a visible placeholder such as [U+202E]. */
export function showHidden(text: string): ShownPiece[] {
  const pieces: ShownPiece[] = []
  let last = 0
  for (const found of text.matchAll(hidden)) {
    // The joiner inside an emoji is part of its picture.
    if (found[0] === '\u200d' && /[\ud800-\udfff\ufe0f\u2600-\u27bf]/.test(text.charAt(found.index - 1)))
      continue
    if (found.index > last) pieces.push({ text: text.slice(last, found.index), isHidden: false })
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    pieces.push({ text: `[U+${code}]`, isHidden: true })
    last = found.index + found[0].length
  }
  if (last < text.length) pieces.push({ text: text.slice(last), isHidden: false })
  return pieces
}

/** `showHidden` as one line, spaces joined, for quotes; longer than `most` is cut at a word and ends in "…". */
export function quoteOf(text: string, most: number): string {
  const shown = showHidden(text.slice(0, most * 4))
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
  if (shown.length <= most) return shown
  const cut = shown.slice(0, most)
  const atWord = cut.lastIndexOf(' ')
  return `${cut.slice(0, atWord > most / 2 ? atWord : most).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** How much of the words after a passage is shown: up to a space, or all of it where no spaces are set. */
const roomOf = (after: string): number =>
  isHan(after.charCodeAt(after.length - 1)) ? after.length : after.lastIndexOf(' ')

/**
 * A passage with a few words around it from the same sentence, for quotes: "…sold as a cure for heart failure."
 * Reads at most 60 characters on each side.
 */
export function quoteAround(text: string, start: number, end: number, most: number): string {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 60)
  const opening = Math.max(
    0,
    ...[...before.matchAll(/[.!?]["”’']?\s+|[。！？]["”’」]?|\n/g)].map((at) => at.index + at[0].length),
  )
  const atWord = opening === 0 && start > 60 ? before.indexOf(' ') + 1 : 0
  const closing = /[.!?]["”’']?(?=\s|$)|[。！？]["”’」]?|\n/.exec(after)
  const room = closing ? closing.index + closing[0].length : after.length < 60 ? after.length : roomOf(after)
  const from = opening || atWord
  const lead = opening === 0 && start > 60 ? '…' : ''
  const tail = closing || after.length < 60 ? '' : '…'
  return quoteOf(
    `${lead}${before.slice(from)}${text.slice(start, end)}${after.slice(0, Math.max(0, room))}${tail}`,
    most,
  )
}
