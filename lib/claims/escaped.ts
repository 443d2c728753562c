/**
 * Letters that a program wrote in another way and nobody turned back: UTF-8 that was read as an old encoding ("cÃ©lulas",
 * "don‚Äôt"), once or twice over; bytes of mail source and addresses ("c=C3=A9lulas", "c%C3%A9lulas"); program text
 * ("c\u00e9lulas"). Pure; the time for each place is bounded.
 */
import { westernMarks } from './letters'

/** One letter and where the text goes on behind it. */
export type Escaped = { point: number; end: number }

/** What the bytes 0x80 to 0xff mean in the old encoding of the Macintosh (the WHATWG standard calls it so). */
const macMarks =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const bytesOf = (marks: string): ReadonlyMap<number, number> =>
  new Map([...marks].map((mark, at) => [mark.charCodeAt(0), 0x80 + at]))
const western = new Map([
  ...Array.from({ length: 0x80 }, (_, at): [number, number] => [0x80 + at, 0x80 + at]),
  ...bytesOf(westernMarks),
])
const mac = bytesOf(macMarks)

type ReadByte = (at: number) => { byte: number; end: number } | null

const byTable =
  (text: string, table: ReadonlyMap<number, number>): ReadByte =>
  (at) => {
    const byte = table.get(text.charCodeAt(at))
    return byte === undefined ? null : { byte, end: at + 1 }
  }

/** Reads one letter beyond ASCII as UTF-8 does; null when the bytes are none. */
function readUtf8(at: number, readByte: ReadByte): Escaped | null {
  const first = readByte(at)
  if (first === null || first.byte < 0xc2 || first.byte > 0xf4) return null
  const more = first.byte < 0xe0 ? 1 : first.byte < 0xf0 ? 2 : 3
  let point = first.byte & (0x3f >> more)
  let { end } = first
  for (let left = more; left > 0; left--) {
    const next = readByte(end)
    if (next === null || next.byte < 0x80 || next.byte > 0xbf) return null
    point = point * 64 + (next.byte & 0x3f)
    end = next.end
  }
  const least = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000
  return point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? null : { point, end }
}

const isCjk = (point: number): boolean =>
  (point >= 0x3000 && point <= 0x9fff) || (point >= 0xff00 && point <= 0xffef)
/** Marks behind a word in capitals or with an accent: "café»”" is what it is. */
const onlyMarks = /^.[»«“”‘’…–—›‹·.]+$/u
/**
 * Whether letters that look like this were never meant so: "Ã©" and "â€™" stand in no language. A CAFÉ in quotes (É“) looks
 * like a letter of some alphabet too, so the rare ones are not believed.
 */
const isMangled = ({ point, end }: Escaped, text: string, at: number, readByte: ReadByte): boolean =>
  point < 0x100 ||
  (point >= 0x2000 && point <= 0x2fff) ||
  point > 0xffff ||
  (isCjk(point) && (!onlyMarks.test(text.slice(at, end)) || hasMangledNeighbour(text, at, end, readByte)))

/** How many letters on either side are asked. */
const neighbours = 4
/**
 * Whether a Chinese letter that looks like marks only ("ç›‘", 监) stands among others that look like no such thing
 * ("ç›‘ç®¡", 监管): then it was never meant as marks.
 */
function hasMangledNeighbour(text: string, at: number, end: number, readByte: ReadByte): boolean {
  const isPlain = (letter: Escaped, from: number) =>
    isCjk(letter.point) && !onlyMarks.test(text.slice(from, letter.end))
  for (let next = end, left = neighbours; left > 0; left--) {
    const letter = readUtf8(next, readByte)
    if (letter === null) break
    if (isPlain(letter, next)) return true
    next = letter.end
  }
  // A Chinese letter is three bytes long, and so three characters of the old encoding.
  for (let before = at - 3, left = neighbours; left > 0 && before >= 0; left--, before -= 3) {
    const letter = readUtf8(before, readByte)
    if (letter?.end !== before + 3) break
    if (isPlain(letter, before)) return true
  }
  return false
}

/** A letter that was read in an old encoding, at a character beyond ASCII. */
function readMangled(text: string, at: number): Escaped | null {
  // Western marks that begin no sequence are most of what is asked.
  const first = western.get(text.charCodeAt(at)) ?? 0
  if (first < 0xc2 && !mac.has(text.charCodeAt(at))) return null
  const once = byTable(text, western)
  const twice: ReadByte = (place) => {
    const read = readUtf8(place, once)
    const byte = read === null ? undefined : western.get(read.point)
    return byte === undefined || read === null ? null : { byte, end: read.end }
  }
  // Where two encodings fit, the one that explains more of the text.
  let found: Escaped | null = null
  for (const readByte of [twice, once, byTable(text, mac)]) {
    const read = readUtf8(at, readByte)
    if (read !== null && read.end > (found?.end ?? at) && isMangled(read, text, at, readByte)) found = read
  }
  return found
}

const hexByte = (text: string, at: number): number =>
  /^[0-9a-f]{2}$/i.test(text.slice(at, at + 2)) ? Number.parseInt(text.slice(at, at + 2), 16) : NaN
const inHex =
  (text: string, sign: string): ReadByte =>
  (at) => {
    const byte = text[at] === sign ? hexByte(text, at + 1) : NaN
    return Number.isNaN(byte) ? null : { byte, end: at + 3 }
  }

/** \u2019 of program text, in pairs where a letter needs two. */
function readProgramText(text: string, at: number): Escaped | null {
  const found = /^\\u([0-9a-f]{4})(?:\\u(d[c-f][0-9a-f]{2}))?/i.exec(text.slice(at, at + 12))
  if (!found) return null
  const unit = Number.parseInt(found[1] ?? '', 16)
  const second = Number.parseInt(found[2] ?? '', 16)
  if (unit < 0x20) return null
  if (unit < 0xd800 || unit > 0xdfff) return { point: unit, end: at + 6 }
  if (unit > 0xdbff || Number.isNaN(second)) return null
  return { point: (unit - 0xd800) * 1024 + (second - 0xdc00) + 0x10000, end: at + 12 }
}

/** =92 or %E2%80%99: a byte of mail source or of an address. Plain letters are not written so, but for the apostrophe. */
function readByteText(text: string, at: number, sign: '=' | '%'): Escaped | null {
  const readByte = inHex(text, sign)
  const first = readByte(at)
  if (first === null) return null
  const whole = readUtf8(at, readByte)
  if (whole !== null) return whole
  if (first.byte === 0x27) return { point: 39, end: first.end }
  if (first.byte < 0x80 || sign === '%') return null
  // Mail in the old Western encoding; in capitals, as mail programs write it.
  if (!/^[0-9A-F]{2}$/.test(text.slice(at + 1, at + 3))) return null
  return { point: westernMarks.charCodeAt(first.byte - 0x80) || first.byte, end: first.end }
}

/** The letter that is written at `at` in another way; null when none is. */
export function readEscaped(text: string, at: number): Escaped | null {
  const code = text.charCodeAt(at)
  if (code >= 0x80) return readMangled(text, at)
  if (code === 92) {
    if (/^\\x27/i.test(text.slice(at, at + 4))) return { point: 39, end: at + 4 }
    return readProgramText(text, at)
  }
  return code === 37 ? readByteText(text, at, '%') : code === 61 ? readByteText(text, at, '=') : null
}
