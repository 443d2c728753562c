/**
 * Words that were taken to pieces: letters set apart for looks ("c u r e", "s-t-e-m", one letter a line), marks and pictures
 * inside a word ("c.ure", "st❤em", "O**ur**"), digits for letters ("n0t", "cur3"), and the numbers of a manuscript's
 * lines. A denial is as easily taken to pieces as a promise, so both are put together by one rule. Linear.
 */
import { commonEnglish, commonWords, denials } from './common-words'
import type { Knows } from './normalise'
import { isBlank, isDigit, isLatin, isLower, isUpper, isWordCode, picture, Places } from './placed-text'
import { isHan } from './tokenise'

/** So many single letters in a row are a word set apart, whatever they make. */
const fewestLetters = 4
/** Longer than words are: letters set apart without a wider gap between words. */
const longestWord = 14
/** The longest word that is looked for in such a row. */
const mostWord = 18
/** Letters of one row that are cut into words. */
const mostRow = 4_000
/** Characters that may stand between two letters set apart. */
const mostBetween = 3
/** Words that hold sentences together, which the phrases need not know. Those of one letter or two are here alone. */
const smallWords = new Set(['a', 'i', ...commonEnglish, ...(commonWords.es ?? [])])
/** The two-letter words that are joined although they stand alone: they turn a sentence round. */
const denies = new Set(['no', 'ni'])

const apart = new Set([...'.·•*_-~|^/\n'].map((mark) => mark.charCodeAt(0)).concat(picture))
/** Marks inside a word. Not the hyphen, which makes compounds, and not the stroke, which makes lists. */
const inside = new Set([...'.·•*_~|^'].map((mark) => mark.charCodeAt(0)).concat(picture))
const lettersFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
}

/** Letters that are lost are put in by trying: vowels, and the one letter more that has an accent in Spanish. */
const oftenLost = [...'aeioun']
const lost = new Set([63, 0xfffd])
/** What stands behind an apostrophe: there it was one that was lost. */
const endings = /^(?:t|s|d|m|re|ve|ll)$/
/** As many words as a tag of people holds, so that the time stays small. */
const humps = /[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}|[AI](?=[A-Z][a-z])){1,15}/y

/** The numbers that manuscripts print before each line, and how many follow each other at the least. */
const lineStart = /^[ \t]{0,8}(\d{1,4})[ \t]+(?=\S)/gm
const fewestLines = 4

/** Where the numbers of lines stand: pairs of where one begins and ends. */
function numbersOfLines(text: string): Map<number, number> {
  const all = [...text.matchAll(lineStart)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    number: Number(found[1]),
  }))
  const skip = new Map<number, number>()
  let from = 0
  all.forEach(({ number }, at) => {
    if (at + 1 < all.length && all[at + 1]?.number === number + 1) return
    if (at + 1 - from >= fewestLines)
      for (const { start, end } of all.slice(from, at + 1)) skip.set(start, end)
    from = at + 1
  })
  return skip
}

/** Puts words together that were taken to pieces. `knows`: as in `normalise`; without it only what is plain is joined. */
export const joinSetApart = (letters: Places, knows: Knows): Places => new ApartReader(letters, knows).read()

class ApartReader {
  readonly text: string
  readonly length: number
  readonly out: Places

  constructor(
    readonly letters: Places,
    readonly knows: Knows,
  ) {
    this.text = letters.text()
    this.length = letters.length
    this.out = new Places(letters.length + 64)
  }

  read(): Places {
    const skip = numbersOfLines(this.text)
    let at = 0
    while (at < this.length) {
      const numberEnds = skip.get(at)
      if (numberEnds !== undefined) at = numberEnds
      else if (this.isMarkAtApostrophe(at)) at += 1
      else if (this.isUnit(at) || this.isLetterLike(at))
        at = this.readRow(at) ?? this.readPieces(at) ?? this.copyRun(at)
      else if (isWordCode(this.codeAt(at))) at = this.readPieces(at) ?? this.readHumps(at) ?? this.copyRun(at)
      else {
        // Between letters it was an apostrophe most of the time.
        this.copy(at, this.codeAt(at) === 0xfffd ? 39 : this.codeAt(at))
        at += 1
      }
    }
    return this.out
  }

  codeAt(at: number): number {
    return this.letters.codes[at] ?? 0
  }

  copy(at: number, code = this.codeAt(at)): void {
    this.out.push(code, this.letters.from[at] ?? 0, this.letters.to[at] ?? 0)
  }

  /** A space between words, which stands for nothing: it lies before the letter at `place`. */
  pushSpace(place: number): void {
    const from = this.letters.from[place] ?? 0
    this.out.push(32, from, from)
  }

  /** A word that is looked for or holds sentences together, or the beginning of a denial: "don", before an apostrophe. */
  isWord(word: string): boolean {
    return (
      smallWords.has(word) ||
      (word.length > 2 && (this.knows(word) || (word.endsWith('n') && denials.has(word.slice(0, -1)))))
    )
  }

  /** A letter that stands alone. */
  isUnit(at: number): boolean {
    return (
      at < this.length &&
      (isHan(this.codeAt(at)) ||
        (isWordCode(this.codeAt(at)) &&
          !isWordCode(this.codeAt(at + 1)) &&
          !isDigit(this.codeAt(at + 1)) &&
          !isWordCode(this.codeAt(at - 1)) &&
          !isDigit(this.codeAt(at - 1))))
    )
  }

  /** Digits and signs that stand for a letter at the start of a word: "$tem", "4ll". */
  isLetterLike(place: number): boolean {
    const { text } = this
    return (
      lettersFor[text.charAt(place)] !== undefined &&
      isLatin(this.codeAt(place + 1)) &&
      !isWordCode(this.codeAt(place - 1))
    )
  }

  /** A mark of type between a word and its apostrophe, as in "**don**'t". */
  isMarkAtApostrophe(place: number): boolean {
    const { out } = this
    if (!inside.has(this.codeAt(place)) || this.codeAt(place) === 46) return false
    let end = place
    while (end < place + mostBetween && inside.has(this.codeAt(end))) end += 1
    const last = out.last()
    if (this.codeAt(end) === 39) {
      let after = end + 1
      while (after <= end + mostBetween && inside.has(this.codeAt(after))) after += 1
      return isWordCode(last) && isWordCode(this.codeAt(after))
    }
    return (
      last === 39 &&
      isWordCode(this.codeAt(end)) &&
      out.length > 1 &&
      isWordCode(out.codes[out.length - 2] ?? 0)
    )
  }

  /** Words without spaces that begin in capitals: "#StemCellsDoNotCure". Two of them behind a #, three elsewhere. */
  readHumps(start: number): number | null {
    const { text } = this
    humps.lastIndex = start
    const found = humps.exec(text)
    if (!found || isWordCode(this.codeAt(start - 1))) return null
    const end = start + found[0].length
    const starts = [...found[0].matchAll(/[A-Z]/g)].map(({ index }) => start + index)
    if (starts.length < (this.codeAt(start - 1) === 35 ? 2 : 3) || isWordCode(this.codeAt(end))) return null
    // A name of the net stays one.
    if (/^[.@/][a-z]/i.test(text.slice(end, end + 2)) || /[.@/]/.test(text.charAt(start - 1))) return null
    for (let place = start; place < end; place++) {
      if (place > start && starts.includes(place)) this.pushSpace(place)
      this.copy(place)
    }
    return end
  }

  copyRun(start: number): number {
    this.copy(start)
    let place = start + 1
    if (isHan(this.codeAt(start))) return place
    while (place < this.length && isWordCode(this.codeAt(place))) this.copy(place++)
    return place
  }

  /** What stands between the letter before `start` and the next letter; empty when too much does. */
  between(start: number): string {
    const { text } = this
    let end = start
    while (end < start + mostBetween && (isBlank(this.codeAt(end)) || apart.has(this.codeAt(end)))) end += 1
    return end < this.length && end > start ? text.slice(start, end) : ''
  }

  /** Letters set apart by the same thing, in groups with a wider gap between. Null when there are too few of them. */
  readRow(start: number): number | null {
    const { text } = this
    if (!this.isUnit(start)) return null
    const by = this.between(start + 1)
    if (by === '') return null
    const isCjk = isHan(this.codeAt(start))
    // Chinese sets no spaces: signs with nothing between are words already.
    if (isCjk && isHan(this.codeAt(start + 1))) return null
    const groups: number[][] = []
    let place = start
    for (;;) {
      const group = this.readGroup(place, by, isCjk)
      const isWordAlone =
        group.length === 1 && groups.length > 0 && smallWords.has(text.charAt(place).toLowerCase())
      if (group.length < 2 && !isWordAlone) break
      groups.push(group)
      const end = (group.at(-1) ?? place) + 1
      const gap = /^[ \t]*\n?[ \t]*/.exec(text.slice(end, end + 12))?.[0] ?? ''
      if (gap === '' || gap === by || !this.isUnit(end + gap.length)) break
      place = end + gap.length
    }
    while (groups.at(-1)?.length === 1) groups.pop()
    const units = groups.flat()
    if (units.length < (isCjk ? fewestLetters - 1 : fewestLetters) && !this.isShortWord(groups)) return null
    groups.forEach((group, number) => {
      if (number > 0) this.pushSpace(group[0] ?? 0)
      if (isCjk) group.forEach((unit) => this.copy(unit))
      else this.writeGroup(group, groups.length === 1)
    })
    return (units.at(-1) ?? start) + 1
  }

  /** The places of the letters of one group, apostrophes among them. */
  readGroup(start: number, by: string, isCjk: boolean): number[] {
    const { text } = this
    const group = [start]
    let place = start + 1
    while (text.startsWith(by, place)) {
      const next = place + by.length
      const isApostrophe =
        this.codeAt(next) === 39 && text.startsWith(by, next + 1) && this.isUnit(next + 1 + by.length)
      if (!isApostrophe && !(this.isUnit(next) && isHan(this.codeAt(next)) === isCjk)) break
      group.push(next)
      place = next + 1
    }
    return group
  }

  /** "n.o.t" alone: two or three letters are joined when they make a word that is looked for. */
  isShortWord(groups: readonly number[][]): boolean {
    const [group = [], ...others] = groups
    const word = this.wordOf(group)
    const isEven =
      group.every((place) => isLower(this.codeAt(place))) ||
      group.every((place) => isUpper(this.codeAt(place)))
    if (others.length > 0 || !isEven) return false
    return group.length > 2 ? this.isWord(word) : denies.has(word) && isLower(this.codeAt(group[0] ?? 0))
  }

  wordOf(places: readonly number[]): string {
    const { text } = this
    return places
      .map((place) => text.charAt(place))
      .join('')
      .toLowerCase()
  }

  /** Writes the letters of a group; cut into words where the gaps between words were lost. */
  writeGroup(group: readonly number[], isAlone: boolean): void {
    const word = this.wordOf(group)
    const mayBeWords = (isAlone || group.length > longestWord) && group.length <= mostRow
    const cuts = mayBeWords && !this.isWord(word) ? this.cutsOf(word) : new Set<number>()
    group.forEach((place, number) => {
      if (cuts.has(number)) this.pushSpace(place)
      this.copy(place)
    })
  }

  /** Where the words of a row of letters begin: as few letters as can be are left in no word. */
  cutsOf(row: string): Set<number> {
    const perLetter = 2
    const perStretch = 4
    /** The cheapest reading of the first so many letters, and where its last piece begins; loose: no word is known there. */
    const known: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
    const loose: { cost: number; from: number }[] = [{ cost: perStretch, from: 0 }]
    for (let end = 1; end <= row.length; end++) {
      const before = loose[end - 1] ?? { cost: Infinity, from: 0 }
      const opened = { cost: (known[end - 1]?.cost ?? Infinity) + perStretch, from: end - 1 }
      const stretch = before.cost <= opened.cost ? before : opened
      loose[end] = { cost: stretch.cost + perLetter, from: stretch.from }
      let best = { cost: Infinity, from: end }
      for (let size = 1; size <= Math.min(mostWord, end); size++) {
        const start = Math.min(known[end - size]?.cost ?? Infinity, loose[end - size]?.cost ?? Infinity)
        const word = row.slice(end - size, end)
        if (start + 1 < best.cost && this.isWordHere(word)) best = { cost: start + 1, from: end - size }
      }
      known[end] = best
    }
    const cuts = new Set<number>()
    let end = row.length
    while (end > 0) {
      const [a, b] = [known[end], loose[end]]
      const piece = (a?.cost ?? Infinity) <= (b?.cost ?? Infinity) ? a : b
      const from = Math.min(piece?.from ?? 0, end - 1)
      cuts.add(from)
      end = from
    }
    cuts.delete(0)
    return cuts
  }

  isWordHere(word: string): boolean {
    return this.isWord(word) || (word.endsWith("n't") && denials.has(word.slice(0, -3)))
  }

  /** Whether anything but letters follows the letters at `start` that could belong to their word: most words end there. */
  isTakenApart(start: number): boolean {
    const { text } = this
    let place = start
    while (isWordCode(this.codeAt(place))) place += 1
    const code = this.codeAt(place)
    return inside.has(code) || lost.has(code) || lettersFor[text.charAt(place)] !== undefined
  }

  /** A word with marks inside it, or with digits for letters, when the whole is a word that is looked for. */
  readPieces(start: number): number | null {
    const { text } = this
    if (isWordCode(this.codeAt(start - 1)) || isDigit(this.codeAt(start - 1))) return null
    if (isWordCode(this.codeAt(start)) && !this.isTakenApart(start)) return null
    let word = ''
    const places: number[] = []
    let end = start
    let changed = false
    let lastMark = -1
    let lostAt = -1
    const pieces: string[] = ['']
    while (end < this.length && word.length <= mostWord) {
      const code = this.codeAt(end)
      const stands = lettersFor[text.charAt(end)]
      const isLost = lost.has(code) && word !== '' && lostAt < 0 && isWordCode(this.codeAt(end + 1))
      if (isLost) {
        places.push(end)
        lostAt = word.length
        word += '?'
        end += 1
        continue
      }
      // "|" and "!" stand for a letter or for themselves: only between letters they are read here.
      const isLeet =
        stands !== undefined && ((code !== 33 && code !== 124) || isWordCode(this.codeAt(end + 1)))
      if (isWordCode(code) || isLeet) {
        places.push(end)
        word += stands ?? text.charAt(end).toLowerCase()
        pieces[pieces.length - 1] += stands ?? text.charAt(end).toLowerCase()
        changed ||= stands !== undefined
        end += 1
      } else {
        let after = end
        while (after < end + mostBetween && inside.has(this.codeAt(after))) after += 1
        // "Ph.D", "treatment.Our": a stop before a capital.
        const isStop = this.codeAt(end) === 46 && isUpper(this.codeAt(after))
        if (after === end || isStop || !isWordCode(this.codeAt(after))) break
        lastMark = end
        pieces.push('')
        end = after
      }
    }
    if (lostAt >= 0) return lastMark < 0 && !changed ? this.readLost(end, word, lostAt, places) : null
    if (lastMark < 0 && !changed) return null
    if (places.length < 2 || isWordCode(this.codeAt(end)) || isDigit(this.codeAt(end))) return null
    const plain = text.slice(start, end)
    // "heal5": the number of a reference behind a word.
    if (lastMark < 0 && /^[a-z]+\d+$/i.test(plain) && this.isWord(plain.replace(/\d+$/, '').toLowerCase()))
      return null
    const isDenial = word.length === 2 && denies.has(word) && isLower(this.codeAt(start))
    if (lastMark >= 0 && pieces.every((piece) => this.isWord(piece))) return null
    const l = changed ? word.replaceAll('i', 'l') : word
    const found =
      word.length > 2 && this.isWord(word)
        ? word
        : isDenial
          ? word
          : this.isWord(l) && l.length > 2
            ? l
            : null
    if (found === null) return null
    places.forEach((place, number) => {
      const letter = found.charCodeAt(number)
      this.copy(place, isWordCode(this.codeAt(place)) ? this.codeAt(place) : letter)
    })
    return end
  }

  /** "c?lulas": a letter that an old program lost, when one that is often lost makes a word that is looked for. */
  readLost(end: number, word: string, lostAt: number, places: readonly number[]): number | null {
    if (isWordCode(this.codeAt(end)) || word.length < fewestLetters || endings.test(word.slice(lostAt + 1)))
      return null
    const found = oftenLost.find((letter) =>
      this.knows(word.slice(0, lostAt) + letter + word.slice(lostAt + 1)),
    )
    if (found === undefined) return null
    places.forEach((place, number) =>
      this.copy(place, number === lostAt ? found.charCodeAt(0) : this.codeAt(place)),
    )
    return end
  }
}
