/**
 * What the check for warning signs reads in a text: for every sentence (long ones in parts) a set of numbers that stand for its
 * words, pairs of words, families of words, phrases with who says them and whether they are denied, doubted, asked or quoted; and one set
 * for the whole text. Pure and deterministic; time grows in line with the text. The weights (sign-model.ts) belong to exactly
 * this reading: whoever changes it trains anew (`npm run article:train`).
 */
import { isTurnedRound, type CollectedHits, type FoundSign, type Strength } from './collect-hits'
import { stemOf } from './lemma'
import type { Hit } from './phrase'
import type { LanguagePatterns } from './sign-schema'
import type { Token, TokenisedText } from './tokenise'

/** A sentence, or a part of a long one: tokens `from` (inclusive) to `to` (exclusive). */
export type ReadPart = {
  from: number
  to: number
  /** What it holds, each number once, in rising order. */
  features: Int32Array
  /** By sign: how strong the phrases that stand here, said plainly, speak for it (0 to 1), and where they are. */
  phrases: { strength: number; hits: Hit[] }[]
}

export type ReadFeatures = { parts: ReadPart[]; text: Int32Array; phraseStrength: number[] }

/** What else is known of the text before its signs are looked for. */
export type TextCues = { kind: string; scores: Readonly<Record<string, number>>; variety: number }

/** A sentence of more words is read in parts of about 25. */
const LONGEST_PART = 40
const SHORTEST_PART = 18
/** Words of two families within this many words are read as a pair. */
const PAIR_REACH = 4

const WE = new Set(['we', 'our', 'us'])
const YOU = new Set(['you', 'your'])
const I = new Set(['i', 'my', 'me'])
const MAY = new Set(['may', 'might', 'could', 'would'])

/** FNV-1a, 32 bits: the same number for the same letters on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** One number out of two and a kind, well mixed. */
function mix(kind: number, left: number, right: number): number {
  let hash = Math.imul(left ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ right, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The kinds of features; their numbers keep equal words of two kinds apart. */
const KIND = { word: 1, start: 2, pair: 3, skip: 4, family: 5, familyPair: 6, familyWord: 7, wordFamily: 8 }
const MARK = 9
const marks = new Map<string, number>()
/** The number of a feature that has a name. Names come from the content and this file only, so that few are kept. */
function mark(name: string): number {
  let known = marks.get(name)
  if (known === undefined) marks.set(name, (known = mix(MARK, hashOf(name), 0)))
  return known
}
/** Which kinds are read of the whole text too: pairs of families with a gap between say little there. */
const OF_TEXT = 10

const familiesOf = new WeakMap<LanguagePatterns['check'], Map<string, number[]>>()

/** Which families of words a word belongs to, by its stem. */
function wordFamilies(check: LanguagePatterns['check']): Map<string, number[]> {
  const known = familiesOf.get(check)
  if (known !== undefined) return known
  const families = new Map<string, number[]>()
  for (const [name, words] of Object.entries(check.families))
    for (const word of words) {
      const stem = stemOf(word)
      const held = families.get(stem) ?? []
      const id = hashOf(name)
      if (!held.includes(id)) held.push(id)
      families.set(stem, held)
    }
  familiesOf.set(check, families)
  return families
}

/** Which tokens stand between quotation marks. A mark that is never closed ends with its paragraph. */
export function quotedTokens(text: string, tokens: readonly Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length)
  let place = 0
  let isOpen = false
  tokens.forEach(({ start }, at) => {
    for (; place < start; place++) {
      const sign = text.charAt(place)
      if (sign === '"') isOpen = !isOpen
      else if (sign === '“' || sign === '«' || sign === '「') isOpen = true
      else if (sign === '”' || sign === '»' || sign === '」' || sign === '\n') isOpen = false
    }
    quoted[at] = isOpen ? 1 : 0
  })
  return quoted
}

/** Where the parts of a sentence begin and end. */
function cutSentence(tokens: readonly Token[], from: number, to: number): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = []
  let start = from
  while (start < to) {
    let end = to
    if (end - start > LONGEST_PART) {
      end = start + SHORTEST_PART + 10
      for (let at = start + SHORTEST_PART; at < start + LONGEST_PART; at++)
        if ((tokens[at]?.gap ?? 0) > 0) {
          end = at
          if (at >= start + SHORTEST_PART + 6) break
        }
    }
    parts.push({ from: start, to: end })
    start = end
  }
  return parts
}

const STRENGTH: Readonly<Record<Strength, number>> = { strong: 0.95, usual: 0.65, weak: 0.32 }

type Reading = {
  words: TokenisedText
  /** The plain text that the tokens point into. */
  plain: string
  hits: CollectedHits
  /** Passages in which words of many lists meet, by family of phrases. */
  varied: readonly (readonly FoundSign[])[]
}

/** Reads one text. `signs` are the ids of the signs, in the order of the content. */
export function readFeatures(
  { words, plain, hits, varied }: Reading,
  patterns: LanguagePatterns,
  signs: readonly string[],
  { kind, scores, variety }: TextCues,
): ReadFeatures {
  const { tokens, sentences } = words
  const families = wordFamilies(patterns.check)
  const quoted = quotedTokens(plain, tokens)
  const numbers = new Map<string, number>()
  const idOf = (token: Token): number => {
    const name = token.kind === 'word' ? token.stem : `#${token.kind}`
    let id = numbers.get(name)
    if (id === undefined) numbers.set(name, (id = hashOf(name)))
    return id
  }
  const ids = tokens.map(idOf)
  const groups = tokens.map((token): readonly number[] => {
    const held = families.get(token.stem) ?? []
    return token.kind === 'word' ? held : [...held, hashOf(`#${token.kind}`)]
  })
  const sets: Set<number>[] = []
  const parts: ReadPart[] = []
  const partOf = new Int32Array(tokens.length)
  const ofText = new Set<number>()
  const kindMark = mark(`kind ${kind}`)

  sentences.forEach((sentence, at) => {
    for (const { from, to } of cutSentence(tokens, sentence.from, sentence.to)) {
      const set = new Set<number>([mark('any'), kindMark])
      const both = (feature: number): void => {
        set.add(feature)
        ofText.add(mix(OF_TEXT, feature, 0))
      }
      const counts = new Map<number, number>()
      for (let place = from; place < to; place++) {
        const token = tokens[place]
        const id = ids[place] ?? 0
        if (token === undefined) continue
        partOf[place] = parts.length
        both(mix(KIND.word, id, 0))
        if (token.kind === 'word' && token.word.length > 6)
          both(mix(KIND.start, hashOf(token.word.slice(0, 5)), 0))
        if (place + 1 < to) both(mix(KIND.pair, id, ids[place + 1] ?? 0))
        if (place + 2 < to) set.add(mix(KIND.skip, id, ids[place + 2] ?? 0))
        if (WE.has(token.word)) set.add(mark('we'))
        if (YOU.has(token.word)) set.add(mark('you'))
        if (I.has(token.word)) set.add(mark('i'))
        if (MAY.has(token.word)) set.add(mark('may'))
        if (quoted[place] === 1) set.add(mark('quoted'))
        for (const family of groups[place] ?? []) {
          both(mix(KIND.family, family, 0))
          counts.set(family, (counts.get(family) ?? 0) + 1)
          for (let near = place + 1; near < to && near <= place + PAIR_REACH; near++)
            for (const other of groups[near] ?? []) set.add(mix(KIND.familyPair, family, other))
          if (place + 1 < to) set.add(mix(KIND.familyWord, family, ids[place + 1] ?? 0))
          if (place > from) set.add(mix(KIND.wordFamily, ids[place - 1] ?? 0, family))
        }
      }
      for (const [family, count] of counts)
        for (const least of [2, 3, 5]) if (count >= least) both(mix(KIND.family, family, least))
      if (sentence.endsWith === 'question') set.add(mark('question'))
      if (sentence.endsWith === 'colon') set.add(mark('colon'))
      if (hits.doubtful.has(at)) set.add(mark('doubt'))
      if (hits.doubtful.has(at - 1)) set.add(mark('doubt before'))
      if (hits.negators.has(at)) set.add(mark('denial'))
      sets.push(set)
      parts.push({
        from,
        to,
        features: new Int32Array(0),
        phrases: signs.map(() => ({ strength: 0, hits: [] })),
      })
    }
  })

  const phraseStrength = signs.map(() => 0)
  patterns.families.forEach((family, at) => {
    const sign = signs.indexOf(family.sign)
    for (const found of [...(hits.signs.get(at) ?? []), ...(varied[at] ?? [])]) {
      const index = partOf[found.hit.from] ?? 0
      const set = sets[index]
      const part = parts[index]?.phrases[sign]
      if (set === undefined || part === undefined) continue
      const how = howSaid(found, family, at, words, hits)
      const add = (name: string): void => {
        const feature = mark(`${name} ${how}`)
        set.add(feature)
        ofText.add(mix(OF_TEXT, feature, 0))
      }
      add(`${family.id} ${found.strength}`)
      add(family.id)
      add(family.sign)
      add(`${family.sign} ${kind}`)
      if (set.has(mark('we'))) add(`${family.sign} we`)
      if (set.has(mark('you'))) add(`${family.sign} you`)
      if (how !== 'plain') continue
      const rest = 1 - STRENGTH[found.strength]
      part.strength = 1 - (1 - part.strength) * rest
      part.hits.push(found.hit)
      phraseStrength[sign] = 1 - (1 - (phraseStrength[sign] ?? 0)) * rest
    }
  })
  const met = new Map<number, Set<string>>()
  for (const [list, places] of hits.lists)
    for (const { hit } of places) {
      const index = partOf[hit.from] ?? 0
      sets[index]?.add(mark(`list ${list}`))
      ofText.add(mark(`list ${list}`))
      met.set(index, (met.get(index) ?? new Set<string>()).add(list))
    }
  for (const [index, lists] of met)
    for (let least = 2; least <= Math.min(lists.size, 4); least++) sets[index]?.add(mark(`lists ${least}`))
  for (let least = 1; least <= hits.lists.size; least++) ofText.add(mark(`lists ${least}`))
  for (const [name, score] of Object.entries(scores))
    for (let least = 1; least <= Math.min(score, 12); least++) ofText.add(mark(`${name} ${least}`))
  for (let least = 1; least <= Math.min(variety, 12); least++) ofText.add(mark(`variety ${least}`))
  ofText.add(mark('any')).add(kindMark)
  parts.forEach((part, at) => (part.features = Int32Array.from(sets[at] ?? [])))
  return { parts, text: Int32Array.from(ofText), phraseStrength }
}

/** Whether a phrase is said plainly, or excluded, asked, denied or doubted where it stands. */
function howSaid(
  found: FoundSign,
  family: LanguagePatterns['families'][number],
  at: number,
  words: TokenisedText,
  hits: CollectedHits,
): 'plain' | 'excluded' | 'asked' | 'denied' | 'doubted' {
  if (hits.signUnless.get(at)?.has(found.sentence)) return 'excluded'
  if (!family.countsInQuestions && words.sentences[found.sentence]?.endsWith === 'question') return 'asked'
  if (!family.countsWhenNegated && isTurnedRound(found, words, hits)) return 'denied'
  if (!family.countsWhenDoubted && hits.doubtful.has(found.sentence)) return 'doubted'
  return 'plain'
}
