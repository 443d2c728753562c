/** Reads a text for the article check: what it holds, what kind of text it is, and what its signs will be judged by. */
import {
  collectHits,
  isTurnedRound,
  type ClauseWords,
  type CollectedHits,
  type Found,
  type FoundSign,
  type Owner,
  type ScopeName,
  type WithNegation,
} from './collect-hits'
import { normalise, type NormalText } from './normalise'
import { parsePhrase, PhraseIndex } from './phrase'
import { readFeatures, type ReadFeatures } from './sign-features'
import type { LanguagePatterns, Weighing } from './sign-schema'
import { MAX_ARTICLE_LENGTH, tokenise, type TokenisedText } from './tokenise'
import { wordCutter } from './word-borders'

type Compiled = {
  patterns: LanguagePatterns
  index: PhraseIndex<Owner & WithNegation>
  clauseWords: ClauseWords
}
/** What a text was taken for: an advert, unmarked, mixed, or one that informs (quiet). */
export type TextKind = 'advert' | 'plain' | 'mixed' | 'quiet'

const compiledPatterns = new WeakMap<LanguagePatterns, Compiled>()

/** Reads all patterns into one index. Throws `PatternError` on a line that cannot be read. Kept per object. */
export function compilePatterns(patterns: LanguagePatterns): Compiled {
  const known = compiledPatterns.get(patterns)
  if (known !== undefined) return known
  const { lists, negation } = patterns.check
  // Chinese signs have no borders: "不" says no wherever it stands.
  const saysNo = new RegExp(
    negation.words.map((word) => (/^\w+$/.test(word) ? `\\b${word}\\b` : word)).join('|'),
  )
  const index = new PhraseIndex<Owner & WithNegation>()
  const addAll = (lines: readonly string[], owner: Owner): void => {
    for (const line of lines) {
      const ownsNegation = saysNo.test(line)
      for (const phrase of parsePhrase(line, lists)) index.add(phrase, { ...owner, ownsNegation })
    }
  }
  patterns.families.forEach((sign, at) => {
    for (const strength of ['strong', 'usual', 'weak'] as const)
      addAll(sign.patterns[strength], { role: 'sign', sign: at, strength })
    addAll(sign.patterns.unless, { role: 'sign-unless', sign: at })
  })
  const varied = new Set(
    patterns.families.flatMap((sign) => sign.patterns.variety.flatMap((rule) => rule.lists)),
  )
  for (const list of varied) addAll([`@${list}`], { role: 'list', list })
  patterns.claims.forEach((claim, at) => {
    addAll(claim.patterns, { role: 'claim', claim: at })
    claim.together.forEach((group, groupAt) =>
      group.all.forEach((lines, part) =>
        addAll(lines, { role: 'claim-part', claim: at, group: groupAt, part }),
      ),
    )
    addAll(claim.unless, { role: 'claim-unless', claim: at })
  })
  addAll(patterns.check.negation.before, { role: 'negator' })
  addAll(patterns.check.negation.notNegation, { role: 'not-negation' })
  addAll(patterns.check.negation.after, { role: 'negated-after' })
  addAll(patterns.check.doubt, { role: 'doubt' })
  addAll(['@cells'], { role: 'cells' })
  for (const scope of Object.keys(patterns.check.scopes) as ScopeName[])
    patterns.check.scopes[scope].forEach((cue, cueAt) =>
      addAll(cue.patterns, { role: 'scope', scope, cue: cueAt }),
    )
  patterns.check.missing.forEach((item, at) => addAll(item.present, { role: 'present', missing: at }))
  for (const condition of patterns.check.conditions)
    addAll(condition.patterns, { role: 'condition', condition: condition.id })
  const clauseWords = {
    starts: new Set(negation.clauseStarts),
    subjects: new Set(negation.subjects),
    joins: new Set(negation.joins),
    commaEndsClause: negation.commaEndsClause,
  }
  const compiled = { patterns, index, clauseWords }
  compiledPatterns.set(patterns, compiled)
  return compiled
}

/** A text that was read: as it was given, in its plain form, in words, and what it holds. */
export type ReadPhrases = {
  text: string
  cutAt: number
  normal: NormalText
  words: TokenisedText
  hits: CollectedHits
  kind: TextKind
  scores: Record<ScopeName, number>
  variety: number
  /** Passages in which words of many lists meet, by family of phrases. */
  varied: FoundSign[][]
  /** Phrases that are said plainly, by family of phrases. */
  plain: FoundSign[][]
}
/** The same with what the weights are multiplied with. */
export type ReadArticle = ReadPhrases & { features: ReadFeatures }

/** Everything that is known of a text before its signs are judged: what training and the check both start from. */
export function readArticle(text: string, patterns: LanguagePatterns, signs: readonly string[]): ReadArticle {
  const read = readPhrases(text, patterns)
  const { words, normal, hits, varied, kind, scores, variety } = read
  const features = readFeatures({ words, plain: normal.text, hits, varied }, patterns, signs, {
    kind,
    scores,
    variety,
  })
  return { ...read, features }
}

/** Everything that the phrases of a language find in a text: all that is known where no weights were learnt. */
export function readPhrases(text: string, patterns: LanguagePatterns): ReadPhrases {
  const { index, clauseWords } = compilePatterns(patterns)
  const cutAt = text.length > MAX_ARTICLE_LENGTH ? safeCut(text, MAX_ARTICLE_LENGTH) : text.length
  const normal = normalise(cutAt < text.length ? text.slice(0, cutAt) : text, (word) => index.knows(word))
  const { setsSpaces } = patterns.check
  const words = tokenise(normal.text, { setsSpaces })
  const hits = collectHits(index, words, clauseWords, setsSpaces ? undefined : wordCutter(normal.text, words))
  const scores = scoreScopes(patterns, hits.cues, words.tokens.length)
  const varied = patterns.families.map((family) =>
    family.patterns.variety.flatMap((rule) =>
      findVariety(rule, hits.lists).map((place): FoundSign => ({ ...place, strength: rule.weight })),
    ),
  )
  const plain = listCandidates({ words, hits }, varied, patterns)
  const { weighing } = patterns.check
  const variety = varietyScore(
    weighing,
    countPlain(plain, patterns, { marksAdvert: true }),
    countPlain(plain, patterns, { marksAdvert: false }),
  )
  const kind = kindOfText(weighing, scores, hits.cellMentions, variety)
  return { text, cutAt, normal, words, hits, kind, scores, variety, varied, plain }
}

/** Phrases that are said plainly, family by family: neither negated nor doubted, nor asked where a question does not count. */
function listCandidates(
  { words, hits }: Pick<ReadPhrases, 'words' | 'hits'>,
  varied: readonly (readonly FoundSign[])[],
  { families }: LanguagePatterns,
): FoundSign[][] {
  return families.map((family, at) =>
    [...(hits.signs.get(at) ?? []), ...(varied[at] ?? [])].filter(
      (place) =>
        !hits.signUnless.get(at)?.has(place.sentence) &&
        (family.countsInQuestions || words.sentences[place.sentence]?.endsWith !== 'question') &&
        (family.countsWhenNegated || !isTurnedRound(place, words, hits)) &&
        (family.countsWhenDoubted || !hits.doubtful.has(place.sentence)),
    ),
  )
}

/** How many families of one sort have a passage that is more than weak. */
function countPlain(
  candidates: readonly (readonly FoundSign[])[],
  { families }: LanguagePatterns,
  { marksAdvert }: { marksAdvert: boolean },
): number {
  return candidates.filter(
    (found, at) =>
      families[at]?.marksAdvert === marksAdvert && found.some(({ strength }) => strength !== 'weak'),
  ).length
}

/** The last place at or before `at` that splits neither a word nor a surrogate pair. */
function safeCut(text: string, at: number): number {
  for (let look = at; look > at - 200; look--) if (/\s/.test(text.charAt(look))) return look
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at
}

function scoreScopes(
  patterns: LanguagePatterns,
  cueHits: ReadonlyMap<string, number>,
  words: number,
): Record<ScopeName, number> {
  // A long text gathers stray cues; 400 words is the length at which a cue counts in full.
  const dilution = Math.sqrt(Math.max(1, words / 400))
  const score = (scope: ScopeName): number =>
    patterns.check.scopes[scope].reduce((sum, cue, at) => {
      const hits = cueHits.get(`${scope}/${at}`) ?? 0
      return sum + (hits === 0 ? 0 : cue.weight * (hits === 1 ? 1 : hits === 2 ? 1.5 : 2))
    }, 0) / dilution
  return {
    advert: score('advert'),
    abstract: score('abstract'),
    critique: score('critique'),
    report: score('report'),
    biology: score('biology'),
    leaflet: score('leaflet'),
  }
}

/** How far the number of different signs speaks for an advert: promises more than prices, places and badges. */
function varietyScore({ varietyWeight, ordinaryVariety }: Weighing, promises: number, facts: number): number {
  return (
    varietyWeight.promises * Math.max(0, promises - ordinaryVariety.promises) +
    varietyWeight.facts * Math.max(0, facts - ordinaryVariety.facts)
  )
}

/** An advert, an unmarked text, a mixed one, or one that informs (abstract, news, warning, leaflet, textbook). */
function kindOfText(
  weighing: Weighing,
  scores: Record<ScopeName, number>,
  cellMentions: number,
  variety: number,
): TextKind {
  const others = [
    scores.abstract,
    scores.critique,
    scores.report,
    weighing.biologyShare * scores.biology,
    scores.leaflet,
  ].sort((a, b) => b - a)
  const [first = 0, ...rest] = others
  const informing = first + 0.4 * rest.reduce((sum, score) => sum + score, 0)
  // Many different persuasion patterns together are themselves the mark of an advert.
  const selling = scores.advert + variety
  const share = selling / (selling + informing || 1)
  // Without any word of a cell product (a hospital's page on valves), only a text that plainly sells is looked at.
  if (selling >= (cellMentions === 0 ? weighing.sellsPlainly : 3) && share >= 0.55) return 'advert'
  if (cellMentions === 0) return 'quiet'
  // A news piece that praises, compares with nothing and doubts nothing is not yet an informing text.
  const weighs = scores.critique >= 2 || scores.abstract >= 2
  if (informing >= 2.6 && share <= 0.42) return weighs || selling < 3 ? 'quiet' : 'mixed'
  if (informing >= 2 && selling < weighing.barelySells) return 'quiet'
  if (informing >= 2.6) return 'mixed'
  return 'plain'
}

/** Windows in which words of enough different lists meet. Two pointers: linear in the number of hits. */
function findVariety(
  rule: { lists: readonly string[]; min: number; within: number },
  listHits: ReadonlyMap<string, readonly Found[]>,
): Found[] {
  const all = rule.lists
    .flatMap((list) => (listHits.get(list) ?? []).map((found) => ({ ...found, list })))
    .sort((a, b) => a.hit.from - b.hit.from)
  const result: Found[] = []
  const counts = new Map<string, number>()
  let left = 0
  all.forEach((found) => {
    counts.set(found.list, (counts.get(found.list) ?? 0) + 1)
    for (
      let first = all[left];
      first !== undefined && found.hit.to - first.hit.from > rule.within;
      first = all[left]
    ) {
      const count = (counts.get(first.list) ?? 1) - 1
      if (count === 0) counts.delete(first.list)
      else counts.set(first.list, count)
      left++
    }
    const first = all[left]
    if (first === undefined || counts.size < rule.min) return
    const last = result.at(-1)
    const hit = { from: first.hit.from, to: Math.max(found.hit.to, first.hit.to) }
    if (last !== undefined && last.hit.to >= hit.from) last.hit = { from: last.hit.from, to: hit.to }
    else result.push({ hit, sentence: first.sentence, ownsNegation: false })
  })
  return result
}
