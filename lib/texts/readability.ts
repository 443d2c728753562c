import { syllable } from 'syllable'

export interface ReadabilityOptions {
  /**
   * Medical terms the page explains (glossary terms, names of medicines). They are taken out before scoring,
   * as whole words, any case, with a plural or possessive s; the longest first.
   */
  readonly definedTerms?: readonly string[]
}

export interface Readability {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  /** Flesch-Kincaid school grade (United States); 0 when there are no words. May be below 0 for very plain text. */
  readonly grade: number
  /** Flesch reading ease, about 0 (hard) to 100 (plain); 100 when there are no words. */
  readonly ease: number
  readonly longestSentence: { readonly words: number; readonly text: string }
}

/** A full stop after these never ends a sentence. Lower case, without the last stop. */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st vs approx no fig figs vol pp p al e.g i.e eg ie cf ca u.s u.k e.u jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
)
/** These end a sentence only when a capital letter follows. */
const MAYBE_LAST = new Set(['etc', 'a.m', 'p.m', 'inc', 'ltd', 'co', 'u.s', 'u.k', 'e.u', 'al'])
/** After these words a single capital is a name of its own ("hepatitis B."), not somebody's initial. */
const LETTERED =
  /^(?:hepatitis|vitamin|option|type|class|stage|grade|plan|part|group|tier|and|or|to|than|child-pugh|factor|protein)$/i

const SENTENCE_END = /([.!?…]+)(["'”’)\]]*)(?=\s|$)/g
const NOT_A_LAST_NAME =
  /^(?:The|This|These|It|If|You|Your|We|Our|They|A|An|In|On|For|Some|Most|Ask|Do|Not|But|And)$/

function isSentenceEnd(before: string, stop: string, after: string): boolean {
  if (stop !== '.') return true
  if (after === '') return true
  const tokens = before.split(/[\s(["'“‘]+/).filter(Boolean)
  const last = tokens.at(-1) ?? ''
  const previous = tokens.at(-2)
  // "1. Ask about ..." at the start of a block is a number in a list.
  if (tokens.length === 1 && /^\d+$/.test(last)) return false
  const nextIsCapital = /^["'“‘([]*\p{Lu}/u.test(after)
  const word = last.toLowerCase()
  if (MAYBE_LAST.has(word)) return nextIsCapital && !['u.s', 'u.k', 'e.u'].includes(word)
  // "No." is a number only when a digit follows; else it is an answer.
  if (word === 'no') return !/^\d/.test(after)
  if (ABBREVIATIONS.has(word)) return false
  if (/^\p{Lu}$/u.test(last) && last !== 'I') {
    const nextWord = /^\p{L}+/u.exec(after)?.[0] ?? ''
    const afterName = previous === undefined || /^\p{Lu}/u.test(previous)
    return !(afterName && nextIsCapital && !LETTERED.test(previous ?? '') && !NOT_A_LAST_NAME.test(nextWord))
  }
  return true
}

/**
 * The sentences of one block of English text. Stops in "Dr.", "e.g.", "3.5" and initials do not end one;
 * a block without a final stop is one sentence.
 */
export function splitSentences(block: string): string[] {
  const text = block.replace(/\s+/g, ' ').trim()
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length
    const before = text.slice(start, match.index)
    if (!isSentenceEnd(before, match[1] ?? '', text.slice(end).trimStart())) continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  const rest = text.slice(start).trim()
  if (rest) sentences.push(rest)
  return sentences.filter((sentence) => splitWords(sentence).length > 0)
}

/** Words and numbers; "long-term", "don't" and "1,000" are one word each. */
export function splitWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’\-–.,][\p{L}\p{N}]+)*/gu) ?? []
}

/** Syllables of one English word; a number counts as one. */
export function countSyllables(word: string): number {
  return Math.max(1, syllable(word.replace(/’/g, "'")))
}

function withoutTerms(text: string, terms: readonly string[]): string {
  const escaped = [...terms]
    .filter((term) => term.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .map((term) =>
      term
        .trim()
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\s+/g, '\\s+'),
    )
  if (escaped.length === 0) return text
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join('|')})(?:['’]s|s['’]?)?(?![\\p{L}\\p{N}-])`, 'giu'),
    ' ',
  )
}

/**
 * Readability of blocks of English text (paragraphs, headings, single list items). Each block is split on its
 * own, so a list never scores as one long sentence; the counts are then added up.
 *
 * Formulas: Flesch 1948 (ease), Kincaid et al. 1975 (grade). They count length and nothing else: a low grade
 * does not prove that people understand.
 */
export function readability(
  blocks: readonly string[],
  { definedTerms = [] }: ReadabilityOptions = {},
): Readability {
  // Sentences are found before terms go, so that a term with a stop in it cannot merge two sentences.
  const sentences = blocks
    .flatMap(splitSentences)
    .map((text) => ({ text, words: splitWords(withoutTerms(text, definedTerms)) }))
    .filter(({ words }) => words.length > 0)
  const allWords = sentences.flatMap(({ words }) => words)
  const syllables = allWords.reduce((sum, word) => sum + countSyllables(word), 0)
  const longest = sentences.reduce(
    (max, sentence) => (sentence.words.length > max.words.length ? sentence : max),
    {
      text: '',
      words: [] as string[],
    },
  )
  const perSentence = sentences.length === 0 ? 0 : allWords.length / sentences.length
  const perWord = allWords.length === 0 ? 0 : syllables / allWords.length
  return {
    sentences: sentences.length,
    words: allWords.length,
    syllables,
    grade: allWords.length === 0 ? 0 : 0.39 * perSentence + 11.8 * perWord - 15.59,
    ease: allWords.length === 0 ? 100 : 206.835 - 1.015 * perSentence - 84.6 * perWord,
    longestSentence: { words: longest.words.length, text: longest.text },
  }
}

/** The same, block by block, to find the block that is hard. */
export function readabilityByBlock(
  blocks: readonly string[],
  options: ReadabilityOptions = {},
): Readability[] {
  return blocks.map((block) => readability([block], options))
}
