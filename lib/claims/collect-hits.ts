/** What a text holds, phrase by phrase, before anything is weighed: the one walk over its words, and which hits a "not" turns round. */
import type { Hit, PhraseIndex } from './phrase'
import type { LanguagePatterns } from './sign-schema'
import type { TokenisedText } from './tokenise'

export type Strength = 'strong' | 'usual' | 'weak'
export type ScopeName = keyof LanguagePatterns['check']['scopes']

/** What a phrase is for; one index holds all of them, so the text is walked once. */
export type Owner =
  | { role: 'sign'; sign: number; strength: Strength }
  | { role: 'sign-unless'; sign: number }
  | { role: 'list'; list: string }
  | { role: 'claim'; claim: number }
  | { role: 'claim-part'; claim: number; group: number; part: number }
  | { role: 'claim-unless'; claim: number }
  | { role: 'negator' | 'not-negation' | 'negated-after' | 'doubt' | 'cells' }
  | { role: 'scope'; scope: ScopeName; cue: number }
  | { role: 'present'; missing: number }
  | { role: 'condition'; condition: string }

/** True when the phrase itself holds a "no" or "not", so that finding one inside it does not turn it round. */
export type WithNegation = { ownsNegation: boolean }

/** A phrase that stands in the text; `sentence` is the number of its sentence. */
export type Found = { hit: Hit; sentence: number; ownsNegation: boolean }
export type FoundSign = Found & { strength: Strength }

/** Words where a new clause starts: a "not" before it does not reach it. */
export type ClauseWords = {
  starts: ReadonlySet<string>
  subjects: ReadonlySet<string>
  joins: ReadonlySet<string>
  commaEndsClause: boolean
}

/** Everything found. Numbers are places in the lists of `ArticlePatterns`; sets hold numbers of sentences. */
export type CollectedHits = {
  signs: Map<number, FoundSign[]>
  signUnless: Map<number, Set<number>>
  lists: Map<string, Found[]>
  claims: Map<number, Found[]>
  /** By `claim/group/part`. */
  claimParts: Map<string, Found[]>
  claimUnless: Map<number, Set<number>>
  negators: Map<number, Hit[]>
  /** First words of what looks like a negation and is none ("not only"). */
  notNegations: Set<number>
  negatedAfter: Map<number, Hit[]>
  /** Sentences that doubt or warn, and the lists that such a sentence leads to. */
  doubtful: Set<number>
  /** How often a cue was met, by `scope/cue`. */
  cues: Map<string, number>
  present: Set<number>
  conditions: Map<string, number>
  cellMentions: number
  clauseWords: ClauseWords
}

/** "Be wary of clinics that say:" doubts this many sentences after it. */
const DOUBTED_LIST = 8
/** Words before a phrase in which a "not" or "no" turns it round, and after it ("… has not been shown"). */
const NEGATION_BEFORE = 6
const NEGATION_AFTER = 6

/** Pushes to the array held under a key. */
function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}

function addTo<Key>(map: Map<Key, Set<number>>, key: Key, value: number): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, new Set([value]))
  else held.add(value)
}

function countAt<Key>(map: Map<Key, number>, key: Key): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

/**
 * Walks the text once and sorts what it meets by what each phrase is for. Time grows in line with the text. `cutsWord`: whether
 * a hit begins or ends inside a word, where a language sets no spaces (word-borders.ts).
 */
export function collectHits(
  index: PhraseIndex<Owner & WithNegation>,
  { tokens, sentences }: TokenisedText,
  clauseWords: ClauseWords,
  cutsWord: (hit: Hit, sentence: number) => boolean = () => false,
): CollectedHits {
  const hits: CollectedHits = {
    signs: new Map(),
    signUnless: new Map(),
    lists: new Map(),
    claims: new Map(),
    claimParts: new Map(),
    claimUnless: new Map(),
    negators: new Map(),
    notNegations: new Set(),
    negatedAfter: new Map(),
    doubtful: new Set(),
    cues: new Map(),
    present: new Set(),
    conditions: new Map(),
    cellMentions: 0,
    clauseWords,
  }
  index.scan(tokens, sentences, (owner, hit, sentence) => {
    if (!cutsWord(hit, sentence)) keepHit(hits, owner, hit, sentence)
  })
  // "Be wary of clinics that say:" doubts the list that follows it as well.
  sentences.forEach((sentence, at) => {
    if (sentence.endsWith === 'colon' && hits.doubtful.has(at))
      for (let next = at + 1; next <= at + DOUBTED_LIST && next < sentences.length; next++)
        hits.doubtful.add(next)
  })
  return hits
}

function keepHit(hits: CollectedHits, owner: Owner & WithNegation, hit: Hit, sentence: number): void {
  const { ownsNegation } = owner
  switch (owner.role) {
    case 'sign':
      return pushTo(hits.signs, owner.sign, { hit, sentence, ownsNegation, strength: owner.strength })
    case 'sign-unless':
      return addTo(hits.signUnless, owner.sign, sentence)
    case 'list':
      return pushTo(hits.lists, owner.list, { hit, sentence, ownsNegation })
    case 'claim':
      return pushTo(hits.claims, owner.claim, { hit, sentence, ownsNegation })
    case 'claim-part':
      return pushTo(hits.claimParts, `${owner.claim}/${owner.group}/${owner.part}`, {
        hit,
        sentence,
        ownsNegation,
      })
    case 'claim-unless':
      return addTo(hits.claimUnless, owner.claim, sentence)
    case 'negator':
      return pushTo(hits.negators, sentence, hit)
    case 'not-negation':
      hits.notNegations.add(hit.from)
      return
    case 'negated-after':
      return pushTo(hits.negatedAfter, sentence, hit)
    case 'doubt':
      hits.doubtful.add(sentence)
      return
    case 'cells':
      hits.cellMentions += 1
      return
    case 'scope':
      return countAt(hits.cues, `${owner.scope}/${owner.cue}`)
    case 'present':
      hits.present.add(owner.missing)
      return
    case 'condition':
      return countAt(hits.conditions, owner.condition)
  }
}

/** Whether a "no" or "not" in the same clause says the opposite of what was found. */
export function isTurnedRound(
  found: Found,
  { tokens, sentences }: TokenisedText,
  hits: CollectedHits,
): boolean {
  if (sentences[found.sentence] === undefined) return false
  const { starts, subjects, joins, commaEndsClause } = hits.clauseWords
  const breaksBetween = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (token === undefined) continue
      if (token.isAside) continue
      if (token.gap === 2 || (token.gap === 1 && (commaEndsClause || starts.has(token.word)))) return true
      if (joins.has(token.word) && subjects.has(tokens[at + 1]?.word ?? '')) return true
    }
    return false
  }
  for (const hit of hits.negators.get(found.sentence) ?? []) {
    const isNone = hits.notNegations.has(hit.from)
    const inside = hit.from > found.hit.from && hit.to < found.hit.to
    if (inside && !found.ownsNegation && !isNone) return true
    if (isNone || hit.to > found.hit.from || found.hit.from - hit.to > NEGATION_BEFORE) continue
    if (!breaksBetween(hit.to, found.hit.from + 1)) return true
  }
  for (const hit of hits.negatedAfter.get(found.sentence) ?? []) {
    if (hit.from < found.hit.to || hit.from - found.hit.to > NEGATION_AFTER) continue
    if (!breaksBetween(found.hit.to, hit.from + 1)) return true
  }
  return false
}
