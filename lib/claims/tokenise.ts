import { stemOf } from './lemma'

/** The most text one check reads, in UTF-16 code units: about 33,000 words. */
export const MAX_ARTICLE_LENGTH = 200_000
/** A sentence is closed after this many words even without a full stop, so that every window stays small. */
const MAX_SENTENCE_WORDS = 140

/** One word or number, with where it stands in the text as given. */
export type Token = {
  start: number
  end: number
  /** Lower case; accents and look-alike forms are gone already (`normalise.ts`). */
  word: string
  stem: string
  kind: 'word' | 'number' | 'percent' | 'money'
  /** Break before this token: 0 none, 1 comma, 2 colon, semicolon, dash or bracket. */
  gap: 0 | 1 | 2
  /** The break is only the mark of a few words in quotes or brackets: what turns a sentence round goes on behind it. */
  isAside?: true
}

/** Tokens `from` (inclusive) to `to` (exclusive). */
export type Sentence = { from: number; to: number; endsWith: 'stop' | 'colon' | 'question' }

export type TokenisedText = { tokens: Token[]; sentences: Sentence[] }

/** A word or three in quotes or brackets: (not), “cure”. The clause goes on through them. */
const ASIDE = /["“”«‘(\[][\p{L}'-]{1,30}(?: [\p{L}'-]{1,30}){0,2}["“”»’)\]]/gu

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve twenty thirty fifty hundred hundreds thousand thousands million millions billion billions dozen dozens'.split(
    ' ',
  ),
)
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st vs etc al fig no inc ltd co corp dept approx jan feb mar apr jun jul aug sep sept oct nov dec eg ie ca cf'.split(
    ' ',
  ),
)
const CURRENCY = '$€£¥₹฿₩'
const CONTRACTION_ENDINGS = new Map([
  ['ve', 'have'],
  ['re', 'are'],
  ['ll', 'will'],
  ['m', 'am'],
  ['d', 'would'],
])

const isDigit = (code: number): boolean => code >= 48 && code <= 57
function isLetter(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true
  if (code < 128) return false
  if (
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f)
  )
    return false
  return (
    code >= 0xaa &&
    code !== 0xb0 &&
    code !== 0xb1 &&
    code !== 0xb7 &&
    code !== 0xbb &&
    code !== 0xab &&
    code !== 0xa0
  )
}
/** A Chinese sign (of the common block; the rare ones need two code units and stand in no phrase of ours). */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
const isApostrophe = (code: number): boolean =>
  code === 39 || code === 0x2019 || code === 0x2018 || code === 0x2bc

/**
 * Splits a normalised text (normalise.ts) into sentences and words in one pass, without changing it: offsets point into it.
 * Apostrophe endings become words of their own ("can't" → can, not) and hyphens split ("cutting-edge" → 2 words). Without
 * `setsSpaces` every Chinese sign is a token, so that phrases are found wherever they stand.
 */
export function tokenise(text: string, { setsSpaces = true }: { setsSpaces?: boolean } = {}): TokenisedText {
  const reader = new WordReader(text, setsSpaces)
  reader.readAll()
  return { tokens: reader.tokens, sentences: reader.sentences }
}

/** One pass over one text. Every `read…` takes the place where a thing starts and returns where to go on. */
class WordReader {
  readonly tokens: Token[] = []
  readonly sentences: Sentence[] = []
  readonly #text: string
  /** The first token of the open sentence. */
  #from = 0
  #gap: Token['gap'] = 0
  /** Whether marks of an aside alone made the gap. */
  #isAside = true
  readonly #asides = new Set<number>()
  /** A currency sign stands before what comes next. */
  #currency = false

  readonly #setsSpaces: boolean

  constructor(text: string, setsSpaces: boolean) {
    this.#text = text
    this.#setsSpaces = setsSpaces
    for (const found of text.matchAll(ASIDE))
      this.#asides.add(found.index).add(found.index + found[0].length - 1)
  }

  readAll(): void {
    const text = this.#text
    let at = 0
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (isDigit(code)) at = this.#readNumber(at)
      else if (!this.#setsSpaces && isHan(code)) {
        this.#push(at, at + 1, text.charAt(at), 'word')
        at += 1
      } else if (isLetter(code)) at = this.#readWord(at)
      else at = this.#readSign(at)
    }
    this.#closeSentence('stop')
  }

  /** Anything between words: where clauses, sentences and paragraphs end. */
  #readSign(at: number): number {
    const text = this.#text
    const char = text.charAt(at)
    if (CURRENCY.includes(char)) this.#currency = true
    else if (char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029')
      return this.#readLineBreak(at)
    else if (char === ',') {
      this.#gap = this.#gap === 2 ? 2 : 1
      this.#isAside = false
    } else if (';:()[]—–"“”|/'.includes(char)) {
      this.#gap = 2
      this.#isAside &&= this.#asides.has(at)
      if (char === ':' && this.#isBreakAhead(at + 1)) this.#closeSentence('colon')
    } else if (char === '-' && text.charAt(at - 1) === ' ' && text.charAt(at + 1) === ' ') {
      this.#gap = 2
      this.#isAside = false
    } else if ('•●▪◦✓✔→►■·※'.includes(char)) this.#closeSentence('stop')
    else if ('.!?。！？…'.includes(char) && this.#endsSentence(at))
      this.#closeSentence(char === '?' || char === '？' ? 'question' : 'stop')
    return at + 1
  }

  #closeSentence(endsWith: Sentence['endsWith']): void {
    const to = this.tokens.length
    if (to > this.#from) this.sentences.push({ from: this.#from, to, endsWith })
    this.#from = to
    this.#gap = 0
    this.#isAside = true
  }

  #push(start: number, end: number, word: string, kind: Token['kind']): void {
    const stem = isLetter(word.charCodeAt(0)) ? stemOf(word) : word
    const aside = this.#gap === 2 && this.#isAside ? ({ isAside: true } as const) : {}
    this.tokens.push({ start, end, word, stem, kind, gap: this.#gap, ...aside })
    this.#gap = 0
    this.#isAside = true
    this.#currency = false
    if (this.tokens.length - this.#from >= MAX_SENTENCE_WORDS) this.#closeSentence('stop')
  }

  #pushWord(start: number, end: number, word: string): void {
    this.#push(start, end, word, NUMBER_WORDS.has(word) ? 'number' : 'word')
  }

  #isBreakAhead(at: number): boolean {
    const text = this.#text
    for (let look = at; look < text.length && look < at + 4; look++) {
      const next = text.charAt(look)
      if (next === '\n' || next === '•' || next === '-') return true
      if (next !== ' ' && next !== '\r' && next !== '\t') return false
    }
    return false
  }

  #readLineBreak(at: number): number {
    const text = this.#text
    let look = at
    let breaks = 0
    while (look < text.length && ' \n\r\t\u2028\u2029'.includes(text.charAt(look))) {
      if (text.charAt(look) !== ' ' && text.charAt(look) !== '\t' && text.charAt(look) !== '\r') breaks++
      look++
    }
    const next = text.charCodeAt(look)
    const startsItem = look < text.length && ('-*•–'.includes(text.charAt(look)) || isDigit(next))
    const startsUpper = next >= 65 && next <= 90 && !(breaks === 1 && this.#isWordALine(at, look))
    // A hard-wrapped line goes on in lower case; a heading, list item or paragraph does not.
    if (breaks > 1 || startsItem || startsUpper) {
      const before = this.tokens.at(-1)
      this.#closeSentence(before !== undefined && text.slice(before.end, at).includes(':') ? 'colon' : 'stop')
    }
    return Math.max(look, at + 1)
  }

  /** A word a line, as narrow columns and signs have it: the sentence goes on, whatever letter the next line begins with. */
  #isWordALine(at: number, look: number): boolean {
    const before = this.#text.slice(Math.max(0, at - 40), at)
    return (
      /\n[^\s.!?:]+[ \t\r]*$/.test(`\n${before}`) &&
      /^[^\s:]+[ \t\r]*(?:\n|$)/.test(this.#text.slice(look, look + 40))
    )
  }

  #endsSentence(at: number): boolean {
    const text = this.#text
    let look = at + 1
    while (look < text.length && '"”’\')]'.includes(text.charAt(look))) look++
    if (look >= text.length) return true
    const nextChar = text.charAt(look)
    // Full-width marks became plain ones when the text was made plain; no space follows them.
    if (!this.#setsSpaces && '!?'.includes(text.charAt(at))) return true
    if ('。！？'.includes(text.charAt(at))) return true
    if (
      nextChar !== ' ' &&
      nextChar !== '\n' &&
      nextChar !== '\r' &&
      nextChar !== '\t' &&
      nextChar !== '\u00a0'
    ) {
      // "treatment.Our clinic": a missing space after a stop, as pasted pages often have.
      const last = this.tokens.at(-1)
      return (
        text.charAt(at) === '.' &&
        last !== undefined &&
        last.word.length > 3 &&
        nextChar >= 'A' &&
        nextChar <= 'Z'
      )
    }
    if (text.charAt(at) !== '.') return true
    const last = this.tokens.at(-1)
    if (last === undefined || last.end !== at) return true
    if (ABBREVIATIONS.has(last.word))
      return last.word === 'no' ? !/^\s*\d/.test(text.slice(at + 1, at + 4)) : false
    return !(last.word.length === 1 && last.kind === 'word' && last.word !== 'i')
  }

  #readNumber(at: number): number {
    const text = this.#text
    let end = at
    while (end < text.length) {
      const digit = text.charCodeAt(end)
      const inside = (digit === 44 || digit === 46) && isDigit(text.charCodeAt(end + 1))
      if (!isDigit(digit) && !inside) break
      end++
    }
    const word = text.slice(at, Math.min(end, at + 24))
    let kind: Token['kind'] = this.#currency ? 'money' : 'number'
    let after = end
    if (text.charAt(after) === '+') after++
    if (text.charAt(after) === ' ' && text.charAt(after + 1) === '%') after++
    if (text.charAt(after) === '%' || text.charAt(after) === '％') {
      kind = 'percent'
      after++
      end = after
    } else if (/^ ?per ?cent/i.test(text.slice(after, after + 9))) kind = 'percent'
    else if (CURRENCY.includes(text.charAt(after)) && after < text.length) {
      kind = 'money'
      after++
      end = after
    }
    this.#push(at, end, word, kind)
    return after
  }

  #readWord(at: number): number {
    const text = this.#text
    let end = at
    let word = ''
    let tail = at
    while (end < text.length) {
      const code = text.charCodeAt(end)
      if ((isLetter(code) || isDigit(code)) && (this.#setsSpaces || !isHan(code))) {
        if (word.length < 60) word += String.fromCharCode(code).toLowerCase()
        end++
        tail = end
      } else break
    }
    if (end < text.length && isApostrophe(text.charCodeAt(end))) {
      const after = this.#readEnding({ start: at, tail, at: end, word })
      if (after > end) return after
    }
    if (word === 'cannot') {
      this.#pushWord(at, tail, 'can')
      this.#pushWord(at, tail, 'not')
    } else if (word !== '') this.#pushWord(at, tail, word)
    return end
  }

  /** What an apostrophe at `at` ties to the word before it (can't, clinic's, we've); `at` when it ties nothing. */
  #readEnding({ start, tail, at, word }: { start: number; tail: number; at: number; word: string }): number {
    const ending = /^[a-z]{1,2}(?![a-z])/i.exec(this.#text.slice(at + 1, at + 5))?.[0]?.toLowerCase()
    if (ending === undefined) return at
    const end = at + 1 + ending.length
    if (ending === 't' && word.endsWith('n')) {
      const base = word === 'can' ? 'can' : word === 'won' ? 'will' : word.slice(0, -1)
      if (base !== '') this.#pushWord(start, tail, base)
      this.#pushWord(start, end, 'not')
      return end
    }
    if (ending === 's') {
      this.#pushWord(start, end, word)
      return end
    }
    const full = CONTRACTION_ENDINGS.get(ending)
    if (full === undefined) return at
    this.#pushWord(start, tail, word)
    this.#pushWord(start, end, full)
    return end
  }
}
