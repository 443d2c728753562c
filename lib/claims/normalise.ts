/**
 * One reading of a text, however it was copied: the same words come out of curly and missing apostrophes, words cut at
 * line ends, pasted source, letters that only look like others, and reference numbers that stuck to a word. Every door
 * of the check goes through here, and each character knows where it stood, so that marks lie on the text as given.
 * Pure; time grows in line with the length. Why so: docs/decisions/0016-one-reading-of-text.md.
 */
import { denials } from './common-words'
import { readEscaped } from './escaped'
import { apostrophes, entities, latinFor, plainFor } from './letters'
import {
  isBlank,
  isDigit,
  isLatin,
  isLower,
  isOtherAlphabet,
  isUpper,
  isWordCode,
  picture,
  Places,
} from './placed-text'
import { joinSetApart } from './set-apart'

/** `text` is what is read. Its character `at` stands for the characters `from[at]` to `to[at]` of the text as given. */
export type NormalText = { text: string; from: Uint32Array; to: Uint32Array }

/** Whether the engine looks for a word (lower case): tells a cut word from a compound, and nothing else. */
export type Knows = (word: string) => boolean

/** The text as the engine reads it. `knows` is asked about words that are cut at a line end. */
export function normalise(text: string, knows: Knows = () => false): NormalText {
  const {
    text: read,
    from,
    to,
  } = new WordReader(joinSetApart(new LetterReader(text).read(), knows), knows).read()
  return { text: read, from, to }
}

/** Characters that take no room on a screen: they neither end a word nor belong to one. */
function isInvisible(code: number): boolean {
  if (code < 0x80)
    return code < 32 ? code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13 : code === 127
  return (
    (code >= 0x80 && code < 0xa0 && code !== 0x85) ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    (code >= 0x115f && code <= 0x1160) ||
    (code >= 0x17b4 && code <= 0x17b5) ||
    (code >= 0x180b && code <= 0x180f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe0fff)
  )
}

/** Marks that are written over or under the letter before them. */
const isCombining = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x483 && code <= 0x489) ||
  (code >= 0x1ab0 && code <= 0x1aff) ||
  (code >= 0x1dc0 && code <= 0x1dff) ||
  (code >= 0x20d0 && code <= 0x20ff) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xfe20 && code <= 0xfe2f)

const isOddSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2800 ||
  code === 0x3164 ||
  code === 0xffa0 ||
  code === 0x3000

/** Digits and signs set above the line; 0 when it is none. */
function superscript(code: number): number {
  if (code === 0xb9) return 49
  if (code === 0xb2) return 50
  if (code === 0xb3) return 51
  if (code === 0x2070 || (code >= 0x2074 && code <= 0x2079)) return code - 0x2070 + 48
  if (code === 0x207a) return 43
  if (code === 0x207b) return 45
  if (code === 0x207d) return 40
  if (code === 0x207e) return 41
  return 0
}

/** Pictures, which people write in the place of a space or a stop. */
const isPicture = (code: number): boolean =>
  (code >= 0x1f000 && code <= 0x1f10f) ||
  (code >= 0x1f18a && code <= 0x1faff) ||
  (code >= 0x2600 &&
    code <= 0x27bf &&
    code !== 0x2713 &&
    code !== 0x2714 &&
    code !== 0x275b &&
    code !== 0x275c) ||
  (code >= 0x2b00 && code <= 0x2bff) ||
  (code >= 0x2300 && code <= 0x23ff) ||
  (code >= 0x2460 && code <= 0x249b) ||
  code === picture ||
  code === 0x2122 ||
  code === 0x2120 ||
  code === 0xae ||
  code === 0xa9 ||
  code === 0xaa ||
  code === 0xba ||
  code === 0x20e3 ||
  (code >= 0xe000 && code <= 0xf8ff)

/** The letters that flags are made of: two side by side are a flag, one alone is a letter. */
const isFlagLetter = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff

/** The first of each row of 26 letters in a frame that Unicode does not call the same as the plain ones, and the plain one. */
const framed: readonly [first: number, plain: number][] = [
  [0x249c, 97], // in brackets
  [0x1f110, 65], // in brackets
  [0x1f130, 65], // in a square
  [0x1f150, 65], // white in a black circle
  [0x1f170, 65], // white in a black square
  [0x1f1e6, 65], // of flags
]
/** The plain letter of one in a frame; empty when it is none. */
function unframed(code: number): string {
  const row = framed.find(([first]) => code >= first && code < first + 26)
  return row ? String.fromCharCode(code - row[0] + row[1]) : ''
}

const folded = new Map<number, string>()
/** One character in compatibility form without accents: a letter of a fancy alphabet becomes the plain one. */
function fold(code: number): string {
  const known = folded.get(code)
  if (known !== undefined) return known
  const char = String.fromCodePoint(code)
  let plain = plainFor.get(code) ?? unframed(code)
  if (plain === '') plain = char.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  // One sign for a whole sentence of another script stays one sign.
  if (plain === '' || plain.length > 4) plain = char
  if (folded.size > 5_000) folded.clear()
  folded.set(code, plain)
  return plain
}

const blockTags = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
const inlineTags = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label link mark meta noscript o:p picture q rp rt ruby s samp script small source span strike strong style sub sup time tt u var video wbr'.split(
    ' ',
  ),
)
/** What stands in a piece of source that nobody sees. */
const silentTags = new Set(['script', 'style', 'title', 'head', 'rt', 'rp'])
const mostTagLength = 2_000
const tagStart = /<(\/?)([a-z][a-z0-9:]{0,11})(?=[\s/>])/iy
/** Tags of message boards: [b], [/b], [color=red]. */
const boardTag =
  /\[(?:\/(?:b|i|u|s|size|color|url|quote|center|font|list)|b|u|i|s|(?:size|color|url|font)=[^\]\n]{0,80})\]/iy
const entity = /&(?:amp;){0,3}(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,12}));?/iy
/** What stands between <sup> and </sup> when it is a reference. */
const reference = /\s{0,2}[[(]?[\d,;–\-\s*†‡§a-e]{1,24}[\])]?\s{0,2}<\/sup\s{0,2}>/iy

/** First pass: every character in its plain form. Tags, entities and invisible characters go here. */
class LetterReader {
  readonly out: Places
  /** Tags that are never closed in the rest of the text, so that they are looked for once. */
  readonly neverClosed = new Set<string>()

  constructor(readonly text: string) {
    this.out = new Places(text.length + 16)
  }

  read(): Places {
    const { text, out } = this
    const { length } = text
    let at = 0
    while (at < length) {
      const code = text.charCodeAt(at)
      if (code >= 0x80) {
        at = this.readBeyondAscii(at)
        continue
      }
      const end = this.readSource(at, code)
      if (end > at) {
        at = end
        continue
      }
      if (code === 96) out.push(39, at, at + 1)
      else if (code === 11 || code === 12) out.push(10, at, at + 1)
      else if (!isInvisible(code)) out.push(code, at, at + 1)
      at += 1
    }
    return out
  }

  /** Takes a tag, an entity or an escaped letter out of pasted source; returns `start` where none stands. */
  readSource(start: number, code: number): number {
    if (code === 60) return this.readTag(start)
    if (code === 38) return this.readEntity(start)
    if (code === 91) {
      boardTag.lastIndex = start
      const tag = boardTag.exec(this.text)
      return tag ? start + tag[0].length : start
    }
    return code === 92 || code === 37 || code === 61 ? this.readEscape(start) : start
  }

  readBeyondAscii(start: number): number {
    const { text } = this
    const point = text.codePointAt(start) ?? text.charCodeAt(start)
    const mangled = readEscaped(text, start)
    if (mangled === null) return this.readPoint(point, start, start + (point > 0xffff ? 2 : 1))
    this.emit(mangled.point, start, mangled.end)
    return mangled.end
  }

  /** Emits one character beyond ASCII and returns where to go on. */
  readPoint(point: number, start: number, end: number): number {
    const { text, out } = this
    if (point === 0xad && /^[ \t]*\r?\n[ \t]*/.test(text.slice(end, end + 12))) {
      // A soft hyphen is only ever shown where it cut a word.
      return end + (/^[ \t]*\r?\n[ \t]*/.exec(text.slice(end, end + 12))?.[0].length ?? 0)
    }
    if (isCombining(point)) {
      const last = out.length - 1
      if (last >= 0 && out.to[last] === start) out.to[last] = end
      return end
    }
    if (isInvisible(point)) return end
    if (apostrophes.has(point)) out.push(39, start, end)
    // What an old program could not show, between letters: set-apart.ts tells what it was.
    else if (point === 0xfffd)
      out.push(isLatin(out.last()) && isLatin(text.charCodeAt(end)) ? point : 32, start, end)
    else if (isOddSpace(point)) out.push(32, start, end)
    else if (point === 0x85 || point === 0x2028) out.push(10, start, end)
    else if (point === 0x2029) out.pushText('\n\n', start, end)
    else if (
      point === 0x2010 ||
      point === 0x2011 ||
      point === 0x2043 ||
      point === 0x2212 ||
      point === 0xfe63 ||
      point === 0xff0d
    )
      out.push(45, start, end)
    else if (superscript(point) !== 0) return this.readSuperscript(start)
    else if (isFlagLetter(point) && isFlagLetter(text.codePointAt(end) ?? 0)) {
      out.push(picture, start, end + 2)
      return end + 2
    } else if (isPicture(point) && !isFlagLetter(point)) out.push(picture, start, end)
    else if (
      (point >= 0xbc && point <= 0xbe) ||
      (point >= 0x2150 && point <= 0x215f) ||
      (point >= 0x2010 && point <= 0x205e)
    )
      out.push(point, start, end) // fractions, dashes, quotes and dots are known to the reader of words
    else if (point > 0xffff || point < 0xac00 || point > 0xd7a3) {
      if (point >= 0xd800 && point <= 0xdfff) return end // half a character
      if (end - start === 2 && point >= 0x20000) out.pushText(text.slice(start, end), start, end)
      else out.pushText(fold(point), start, end)
    } else out.push(point, start, end) // Korean syllables stay whole
    return end
  }

  /** A run of raised digits: a reference after a word, a power after a number. */
  readSuperscript(start: number): number {
    const { text, out } = this
    const isPower = isDigit(out.last())
    let end = start
    let digits = ''
    while (end < text.length && end < start + 24) {
      const raised = superscript(text.charCodeAt(end))
      const isBetween =
        digits !== '' &&
        (text[end] === ',' || text[end] === '–') &&
        superscript(text.charCodeAt(end + 1)) !== 0
      if (raised === 0 && !isBetween) break
      digits += raised === 0 ? '' : String.fromCharCode(raised)
      end += 1
    }
    if (isPower) out.pushText(`^${digits}`, start, end)
    return end
  }

  /** A letter as program text, addresses and mail source write it, and the line ends that mail programs set into words. */
  readEscape(start: number): number {
    const { text, out } = this
    if (text[start] === '=' && /^=[ \t]*\r?\n/.test(text.slice(start, start + 8)) && isLatin(out.last()))
      return text.indexOf('\n', start) + 1
    if (text.startsWith('%20', start) && (isLatin(out.last()) || [33, 44, 46, 63].includes(out.last()))) {
      out.push(32, start, start + 3)
      return start + 3
    }
    const escaped = readEscaped(text, start)
    if (!escaped) return start
    if (escaped.point === 39 && !isLatin(out.last())) return start
    this.emit(escaped.point, start, escaped.end)
    return escaped.end
  }

  readEntity(start: number): number {
    const { text } = this
    entity.lastIndex = start
    const found = entity.exec(text)
    if (!found) return start
    const [whole, decimal, hex, name] = found
    // "R&D" and "&copy" without an end are what they are; numbers are read, and known names with one.
    if (name !== undefined && !whole.endsWith(';')) return start
    const end = start + whole.length
    if (name !== undefined) {
      const plain = entities[name] ?? entities[name.toLowerCase()]
      if (
        plain === undefined ||
        (!Object.hasOwn(entities, name) && !Object.hasOwn(entities, name.toLowerCase()))
      )
        return start
      this.emit(plain.codePointAt(0) ?? 32, start, end)
      return end
    }
    let point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '0', 16)
    // As browsers read it: the numbers of the old Western encoding.
    if (point >= 0x91 && point <= 0x92) point = 0x2019
    else if (point >= 0x93 && point <= 0x94) point = 0x201d
    else if (point >= 0x96 && point <= 0x97) point = 0x2013
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return start
    this.emit(point, start, end)
    return end
  }

  emit(point: number, start: number, end: number): void {
    const { out } = this
    if (point >= 0x80) {
      if (superscript(point) === 0) this.readPoint(point, start, end)
    } else if (point === 96) out.push(39, start, end)
    else if (!isInvisible(point)) out.push(point, start, end)
  }

  /** Takes a tag of HTML out; returns `start` when it is none. */
  readTag(start: number): number {
    const { text, out, neverClosed } = this
    if (text.startsWith('<!--', start)) {
      if (neverClosed.has('<!--')) return start
      const end = text.indexOf('-->', start + 4)
      if (end < 0) neverClosed.add('<!--')
      return end < 0 ? start : end + 3
    }
    if (/^<!doctype\b/i.test(text.slice(start, start + 12)) || text.startsWith('<?xml', start)) {
      const end = text.slice(start, start + mostTagLength).indexOf('>')
      return end < 0 ? start : start + end + 1
    }
    tagStart.lastIndex = start
    const found = tagStart.exec(text)
    if (!found) return start
    const name = (found[2] ?? '').toLowerCase()
    const isBlock = blockTags.has(name)
    if (!isBlock && !inlineTags.has(name)) return start
    let end = start + found[0].length
    const most = Math.min(text.length, start + mostTagLength)
    while (end < most && text.charCodeAt(end) !== 62 && text.charCodeAt(end) !== 60) end += 1
    if (end >= text.length || text.charCodeAt(end) !== 62) return start
    end += 1
    const isClosing = found[1] === '/'
    if (!isClosing && silentTags.has(name) && !neverClosed.has(name)) {
      const closing = new RegExp(`</${name}\\s*>`, 'gi')
      closing.lastIndex = end
      const close = closing.exec(text)
      if (close) {
        // What is written over a word does not part it.
        if (name !== 'rt' && name !== 'rp') out.pushText('\n\n', start, end)
        return close.index + close[0].length
      }
      neverClosed.add(name)
    }
    if (!isClosing && name === 'sup') {
      reference.lastIndex = end
      const inside = reference.exec(text)
      if (inside && !isDigit(out.last())) return end + inside[0].length
      if (inside) out.push(94, start, end)
      return end
    }
    if (name === 'br') out.push(10, start, end)
    else if (isBlock) out.pushText('\n\n', start, end)
    return end
  }
}

/** Other contractions that stay whole words without their apostrophe and are no word themselves. */
const joined = new Map([
  ['ive', 1],
  ['youve', 3],
  ['weve', 2],
  ['theyve', 4],
  ['youre', 3],
  ['theyre', 4],
  ['youll', 3],
  ['theyll', 4],
  ['itll', 2],
])
/** Words that a number belongs to: there it is no reference. */
const countedWords = new Set(
  'phase type grade stage class week weeks month months year years day days hour hours step group level age aged covid omega page figure fig table part about over than only just nearly case no vol chapter section item number version arm dose cohort study trial and or of in to at by for from with'.split(
    ' ',
  ),
)
/** Beginnings that turn a word round: what follows them is never read alone. */
const turningStarts = new Set(['un', 'in', 'im', 'ir', 'il', 'dis', 'mis', 'non'])
/** Words that go on after a hanging hyphen ("short- and long-term"). */
const afterHanging = new Set(['and', 'or', 'to', 'und', 'but', 'nor'])
/** Words that no sentence ends with. */
const leadsOn = new Set(
  'a an the that this these of no not never to for in on at by with from and or nor but if as than is are was were be can cannot our your their its my without about into any'.split(
    ' ',
  ),
)
const numbersAfterWord = /\d{1,3}(?:[,;–-]\s?\d{1,3}){0,8}(?![\d\p{L}%‰°])(?!\.\d)/uy
const bracketed =
  /[[［](?:\s*\d{1,3}\s*(?:[,;–-]\s*\d{1,3}\s*){0,12}|\s*(?:citation needed|note \d{1,2}|[a-z])\s*)[\]］]/iy
const roundBracketed = /\(\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,8}\)/y

/** Second pass: words. Apostrophes that are missing, words cut at line ends, numbers that stuck, look-alike letters. */
class WordReader {
  readonly text: string
  readonly length: number
  readonly out: Places
  readonly isMostlyLatin: boolean

  constructor(
    readonly letters: Places,
    readonly knows: Knows,
  ) {
    this.text = letters.text()
    this.length = this.text.length
    this.out = new Places(this.length + 64)
    const counts = { latin: 0, other: 0 }
    for (let at = 0; at < this.length; at++) {
      const code = letters.codes[at] ?? 0
      if (isLatin(code)) counts.latin += 1
      else if (isOtherAlphabet(code)) counts.other += 1
    }
    this.isMostlyLatin = counts.latin > counts.other
  }

  read(): NormalText {
    const { letters, out } = this
    let at = 0
    while (at < this.length) {
      const code = letters.codes[at] ?? 0
      if (isWordCode(code)) at = this.readRun(at)
      else if (code === picture) at = this.readPicture(at)
      else if (code === 91 || code === 0xff3b) at = this.readBracket(at)
      else {
        this.copy(at)
        at += 1
      }
    }
    return {
      text: out.text(),
      from: out.from.slice(0, out.length),
      to: out.to.slice(0, out.length),
    }
  }

  copy(at: number, code = this.letters.codes[at] ?? 0): void {
    this.out.push(code, this.letters.from[at] ?? 0, this.letters.to[at] ?? 0)
  }

  /** Pictures stand for a stop where a new sentence begins behind them, and for a space elsewhere. */
  readPicture(start: number): number {
    const { letters, out } = this
    let end = start
    while (end < this.length && end < start + 40) {
      const code = letters.codes[end] ?? 0
      if (code !== picture && !isBlank(code)) break
      end += 1
    }
    let before = out.length
    while (before > 0 && isBlank(out.codes[before - 1] ?? 0)) before -= 1
    let wordStart = before
    while (wordStart > 0 && before - wordStart < 12 && isLatin(out.codes[wordStart - 1] ?? 0)) wordStart -= 1
    const word = String.fromCharCode(...out.codes.subarray(wordStart, before)).toLowerCase()
    const [first, second] = [letters.codes[end] ?? 0, letters.codes[end + 1] ?? 0]
    const begins = isDigit(first) || (isUpper(first) && (isLower(second) || isBlank(second)))
    if (begins && word.length > 1 && !leadsOn.has(word)) {
      out.push(46, letters.from[start] ?? 0, letters.to[start] ?? 0)
      out.push(32, letters.from[start] ?? 0, letters.to[start] ?? 0)
      return end
    }
    for (let at = start; at < end; at++) this.copy(at, 32)
    return end
  }

  readBracket(start: number): number {
    const { text, out } = this
    bracketed.lastIndex = start
    const found = bracketed.exec(text)
    if (found && out.length > 0) return start + found[0].length
    this.copy(start)
    return start + 1
  }

  /** One run of letters and what hangs on it. */
  readRun(start: number): number {
    const { letters, text, out } = this
    let end = start
    let latin = 0
    let other = 0
    while (end < this.length) {
      const code = letters.codes[end] ?? 0
      if (isLatin(code)) latin += 1
      else if (isOtherAlphabet(code)) other += 1
      else if (!isWordCode(code)) break
      end += 1
    }
    if (other > 0 && this.isMostlyLatin) {
      const run = text.slice(start, end)
      const isAlike = [...run].every(
        (letter) => isLatin(letter.charCodeAt(0)) || latinFor.has(letter.charCodeAt(0)),
      )
      // A whole word of Greek letters is a symbol ("α"); of Cyrillic ones that all look Latin, a disguise.
      if (isAlike && (latin > 0 || /^[\u0400-\u052f]+$/.test(run)))
        for (let place = start; place < end; place++)
          letters.codes[place] = latinFor.get(letters.codes[place] ?? 0) ?? letters.codes[place] ?? 0
    }
    const word = this.wordAt(start, end)
    const contraction = this.readDenial(start, end, word)
    if (contraction !== null) return contraction
    const joinedAt = joined.get(word)
    if (joinedAt !== undefined) {
      for (let place = start; place < end; place++) {
        if (place === start + joinedAt) out.push(39, letters.from[place] ?? 0, letters.from[place] ?? 0)
        this.copy(place)
      }
      return end
    }
    for (let place = start; place < end; place++) this.copy(place)
    const after = letters.codes[end] ?? 0
    if (after === 45 || after === 0xac || after === 0x2013) return this.joinCut(start, end, word)
    if (isDigit(after) || after === 40 || after === 46 || after === 94)
      return this.dropReference(start, end, word)
    return end
  }

  wordAt(start: number, end: number): string {
    const { letters } = this
    let word = ''
    for (let place = start; place < end && place < start + 40; place++)
      word += String.fromCharCode(letters.codes[place] ?? 0)
    return word.toLowerCase()
  }

  /** "dont", "don t", "don?t", "do n't", "do'nt" and all the others as "don't". Null when it is none. */
  readDenial(start: number, end: number, word: string): number | null {
    const { letters, text, out } = this
    // The apostrophe stands before the n: "do'nt".
    if (letters.codes[end] === 39 && denials.has(word) && /^nt$/i.test(text.slice(end + 1, end + 3))) {
      const after = letters.codes[end + 3] ?? 0
      if (!isWordCode(after) && !isDigit(after)) {
        for (let place = start; place < end; place++) this.copy(place)
        this.copy(end + 1)
        this.copy(end)
        this.copy(end + 2)
        return end + 3
      }
    }
    // Written in one word: "dont".
    if (word.length > 3 && word.endsWith('nt') && denials.has(word.slice(0, -2))) {
      for (let place = start; place < end - 1; place++) this.copy(place)
      out.push(39, letters.from[end - 1] ?? 0, letters.from[end - 1] ?? 0)
      this.copy(end - 1)
      return end
    }
    const last = letters.codes[end - 1] ?? 0
    if (last !== 110 && last !== 78) return null
    const isSplit = word === 'n' && isBlank(letters.codes[start - 1] ?? 0)
    if (!isSplit && !(word.length > 2 && denials.has(word.slice(0, -1)))) return null
    let place = end
    let blanks = 0
    while (place < this.length && place < end + 4) {
      const code = letters.codes[place] ?? 0
      if (code === 10 || code === 13 || isWordCode(code) || isDigit(code)) break
      if (isBlank(code)) blanks += 1
      place += 1
    }
    const letter = letters.codes[place] ?? 0
    const isSameCase = last === 110 ? letter === 116 : letter === 84
    const next = letters.codes[place + 1] ?? 0
    if (place === end || !isSameCase || isWordCode(next) || isDigit(next)) return null
    // "can t" is a denial, "is n (t)" and "ca n, t = 4" are not: a space alone or one mark, with spaces around it.
    const marks = place - end - blanks
    const most = text.slice(end, place).includes("'") ? 3 : 1
    if (
      marks > most ||
      (isSplit && marks === 0) ||
      (marks === 1 && (letters.codes[end] === 40 || letters.codes[place - 1] === 40))
    )
      return null
    if (isSplit) {
      // "do n't": the space goes, so that the verb and its ending are one word.
      const verb = out.length - 1
      if (verb >= 0 && isBlank(out.codes[verb] ?? 0)) out.length = verb
    }
    for (let copied = start; copied < end; copied++) this.copy(copied)
    out.push(39, letters.from[end] ?? 0, letters.to[place - 1] ?? 0)
    this.copy(place)
    return place + 1
  }

  /** After a word and a hyphen: the rest of a word cut at a line end is joined to it, a compound stays one. */
  joinCut(start: number, end: number, word: string): number {
    const { letters } = this
    let next = end + 1
    let breaks = 0
    while (next < this.length && next < end + 60) {
      const code = letters.codes[next] ?? 0
      if (code === 10) breaks += 1
      else if (code !== 13 && !isBlank(code)) break
      next += 1
    }
    const isSpaced = breaks === 0 && next === end + 2 && end - start > 1
    // A heading in capitals goes on in capitals.
    const isSameCase =
      isLower(letters.codes[next] ?? 0) ||
      (end - start > 1 && isUpper(letters.codes[end - 1] ?? 0) && isUpper(letters.codes[next] ?? 0))
    if (next === end + 1 || breaks > 2 || (breaks === 0 && !isSpaced) || !isSameCase) return end
    let tail = next
    while (tail < this.length && isWordCode(letters.codes[tail] ?? 0)) tail += 1
    const rest = this.wordAt(next, tail)
    const whole = word + rest
    // Other hyphens, and the end of a page, cut a word only when the whole is one.
    if ((breaks > 1 || letters.codes[end] !== 45) && !this.knows(whole)) return end
    if (breaks === 0) {
      if (afterHanging.has(rest) || !this.knows(whole)) return end
      return next
    }
    if (afterHanging.has(rest) && !this.knows(whole)) return end
    const isCompound = !this.knows(whole) && this.knows(word) && this.knows(rest) && !turningStarts.has(word)
    const isDenial = whole.endsWith('nt') && denials.has(whole.slice(0, -2))
    if (isCompound && !isDenial) {
      this.copy(end)
      return next
    }
    return next
  }

  /** Numbers of references that stuck to a word or to the stop behind it. */
  dropReference(start: number, end: number, word: string): number {
    const { letters, text } = this
    const isPlainWord =
      word.length > 2 &&
      /[aeiouy]/.test(word) &&
      !countedWords.has(word) &&
      (/^.[a-z]*$/.test(text.slice(start + 0, end)) || word.length > 5)
    if (!isPlainWord) return end
    const after = letters.codes[end] ?? 0
    if (after === 40) {
      roundBracketed.lastIndex = end
      const found = roundBracketed.exec(text)
      return found ? end + found[0].length : end
    }
    if (after === 46) {
      // "failure.2 It": the number of a reference stands behind the stop.
      if (word.length < 4 || !isDigit(letters.codes[end + 1] ?? 0)) return end
      numbersAfterWord.lastIndex = end + 1
      const found = numbersAfterWord.exec(text)
      if (
        !found ||
        !/^(?:\s+[A-Z"“]|\s*$|\s*\n)/.test(text.slice(end + 1 + found[0].length, end + 8 + found[0].length))
      )
        return end
      this.copy(end)
      return end + 1 + found[0].length
    }
    const first = after === 94 ? end + 1 : end
    numbersAfterWord.lastIndex = first
    const found = numbersAfterWord.exec(text)
    return found ? first + found[0].length : end
  }
}
