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
import { findUnreadable } from './legible'
import { normalise, type NormalText } from './normalise'
import { parsePhrase, PhraseIndex, type Hit } from './phrase'
import type { ArticleCheck, ArticlePatterns, Span, Weighing } from './sign-schema'
import { MAX_ARTICLE_LENGTH, tokenise, type Token, type TokenisedText } from './tokenise'

const NEGATION_IN_PATTERN = /\b(?:not|no|never|none|nor|without|cannot|nobody|nothing|neither|lack|free)\b/

type Compiled = {
  patterns: ArticlePatterns
  index: PhraseIndex<Owner & WithNegation>
  clauseWords: ClauseWords
}
/** What a text was taken for: an advert, unmarked, mixed, or one that informs (quiet). */
export type TextKind = keyof Weighing['kept']

const compiledPatterns = new WeakMap<ArticlePatterns, Compiled>()

/** Reads all patterns into one index. Throws `PatternError` on a line that cannot be read. Kept per object. */
export function compilePatterns(patterns: ArticlePatterns): Compiled {
  const known = compiledPatterns.get(patterns)
  if (known !== undefined) return known
  const { lists } = patterns.check
  const index = new PhraseIndex<Owner & WithNegation>()
  const addAll = (lines: readonly string[], owner: Owner): void => {
    for (const line of lines) {
      const ownsNegation = NEGATION_IN_PATTERN.test(line)
      for (const phrase of parsePhrase(line, lists)) index.add(phrase, { ...owner, ownsNegation })
    }
  }
  patterns.signs.forEach((sign, at) => {
    for (const strength of ['strong', 'usual', 'weak'] as const)
      addAll(sign.patterns[strength], { role: 'sign', sign: at, strength })
    addAll(sign.patterns.unless, { role: 'sign-unless', sign: at })
  })
  const varied = new Set(
    patterns.signs.flatMap((sign) => sign.patterns.variety.flatMap((rule) => rule.lists)),
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
  const { clauseStarts, subjects } = patterns.check.negation
  const clauseWords = { starts: new Set(clauseStarts), subjects: new Set(subjects) }
  const compiled = { patterns, index, clauseWords }
  compiledPatterns.set(patterns, compiled)
  return compiled
}

/**
 * Checks one text. Pure and deterministic; time grows in line with the length. Reads at most 200,000 UTF-16 code
 * units and says in `cut` when the text was longer. Offsets point into the text as given, whatever it holds.
 */
export function analyseArticle(text: string, patterns: ArticlePatterns): ArticleCheck {
  return examineArticle(text, patterns).check
}

/** A text that was read: as it was given, in its plain form, in words, and what it holds. */
type ReadArticle = {
  text: string
  normal: NormalText
  words: TokenisedText
  hits: CollectedHits
}

/** As `analyseArticle`, with what kind of text it was taken for and the scope scores: for tests and tuning. */
export function examineArticle(
  text: string,
  patterns: ArticlePatterns,
): { check: ArticleCheck; kind: TextKind; scores: Record<ScopeName, number>; variety: number } {
  const { index, clauseWords } = compilePatterns(patterns)
  const cutAt = text.length > MAX_ARTICLE_LENGTH ? safeCut(text, MAX_ARTICLE_LENGTH) : text.length
  const knows = (word: string): boolean => index.knows(word)
  const normal = normalise(cutAt < text.length ? text.slice(0, cutAt) : text, knows)
  const words = tokenise(normal.text)
  const hits = collectHits(index, words, clauseWords)
  const article: ReadArticle = { text, normal, words, hits }

  const scores = scoreScopes(patterns, hits.cues, words.tokens.length)
  const candidates = listCandidates(article, patterns)
  const { weighing } = patterns.check
  const variety = varietyScore(
    weighing,
    countPlain(candidates, patterns, { marksAdvert: true }),
    countPlain(candidates, patterns, { marksAdvert: false }),
  )
  const kind = kindOfText(weighing, scores, hits.cellMentions, variety)
  const isTextbook =
    scores.biology >= weighing.textbookFrom && scores.advert + variety < weighing.textbookFrom
  const missing = patterns.check.missing.filter((_, at) => !hits.present.has(at)).map((item) => item.id)
  return {
    check: {
      signs: listSigns(article, patterns, candidates, { kind, isTextbook }),
      claims: listFoundClaims(article, patterns, { kind, missing }),
      missing,
      condition: chooseCondition(hits.conditions),
      unreadable: findUnreadable(normal.text, words.tokens, knows),
      cut: cutAt < text.length ? { at: cutAt, of: text.length } : null,
    },
    kind,
    scores,
    variety,
  }
}

/** Passages that are neither negated nor doubted, sign by sign, before the kind of text is weighed in. */
function listCandidates({ words, hits }: ReadArticle, { signs }: ArticlePatterns): FoundSign[][] {
  return signs.map((sign, at) => {
    const found = [...(hits.signs.get(at) ?? [])]
    for (const rule of sign.patterns.variety)
      for (const place of findVariety(rule, hits.lists)) found.push({ ...place, strength: rule.weight })
    return found.filter(
      (place) =>
        !hits.signUnless.get(at)?.has(place.sentence) &&
        (sign.countsInQuestions || words.sentences[place.sentence]?.endsWith !== 'question') &&
        (sign.countsWhenNegated || !isTurnedRound(place, words, hits)) &&
        (sign.countsWhenDoubted || !hits.doubtful.has(place.sentence)),
    )
  })
}

/** How many signs of one sort have a passage that is more than weak. */
function countPlain(
  candidates: readonly (readonly FoundSign[])[],
  { signs }: ArticlePatterns,
  { marksAdvert }: { marksAdvert: boolean },
): number {
  return candidates.filter(
    (found, at) =>
      signs[at]?.marksAdvert === marksAdvert && found.some(({ strength }) => strength !== 'weak'),
  ).length
}

/** The signs that weigh enough in this kind of text, with their passages. */
function listSigns(
  { text, normal, words: { tokens } }: ReadArticle,
  patterns: ArticlePatterns,
  candidates: readonly (readonly FoundSign[])[],
  { kind, isTextbook }: { kind: TextKind; isTextbook: boolean },
): ArticleCheck['signs'] {
  const { phrase, kept, advertGain, shownFrom, hitsThatCount } = patterns.check.weighing
  const shown = patterns.signs.flatMap((sign, at) => {
    const found = candidates[at] ?? []
    const damp = sign.isBiologyInTextbooks && isTextbook ? kept.quiet : kept[kind]
    // The same words again ("therapy in Spain" in every heading) count once.
    const values = new Map<string, number>()
    for (const { hit, strength } of found) {
      const gain = kind === 'advert' && strength === 'weak' ? advertGain : 1
      const said = tokens
        .slice(hit.from, hit.to)
        .map(({ stem }) => stem)
        .join(' ')
      values.set(said, Math.max(Math.min(phrase[strength] * gain, 0.98) * damp, values.get(said) ?? 0))
    }
    const sum =
      damp === kept.quiet ? Math.max(0, ...values.values()) : combine([...values.values()], hitsThatCount)
    if (sum < shownFrom) return []
    const spans = toSpans(
      text,
      normal,
      tokens,
      found.map(({ hit }) => hit),
    )
    return [{ id: sign.id, needsCompany: sign.needsCompany, spans }]
  })
  return shown
    .filter(({ needsCompany }) => shown.length - 1 >= needsCompany)
    .map(({ id, spans }) => ({ id, spans }))
}

/** The claims we have an answer to that the text makes, about a condition that it names. */
function listFoundClaims(
  { text, normal, words, hits }: ReadArticle,
  patterns: ArticlePatterns,
  { kind, missing }: { kind: TextKind; missing: readonly string[] },
): ArticleCheck['claims'] {
  return patterns.claims.flatMap((claim, at) => {
    if ((hits.conditions.get(claim.condition) ?? 0) === 0) return []
    if (claim.needsCells && hits.cellMentions === 0) return []
    if (claim.promotedOnly && kind === 'quiet') return []
    if (!claim.whenMissing.every((id) => missing.includes(id))) return []
    const counts = (found: Found): boolean =>
      !hits.claimUnless.get(at)?.has(found.sentence) &&
      (claim.countsWhenNegated || !isTurnedRound(found, words, hits)) &&
      (claim.countsWhenDoubted || !hits.doubtful.has(found.sentence))
    const found = (hits.claims.get(at) ?? []).filter(counts).map(({ hit }) => hit)
    claim.together.forEach((group, groupAt) => {
      const parts = group.all.map((_, part) =>
        (hits.claimParts.get(`${at}/${groupAt}/${part}`) ?? []).filter(counts),
      )
      found.push(...findTogether(parts, group.sentences))
    })
    if (found.length === 0) return []
    const spans = toSpans(text, normal, words.tokens, found)
    return [{ id: claim.id, condition: claim.condition, spans }]
  })
}

/** The last place at or before `at` that splits neither a word nor a surrogate pair. */
function safeCut(text: string, at: number): number {
  for (let look = at; look > at - 200; look--) if (/\s/.test(text.charAt(look))) return look
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at
}

/** Chance-like sum: two halves make three quarters. At most `most` passages add up, the best first. */
function combine(values: readonly number[], most: number): number {
  const best = [...values].sort((a, b) => b - a).slice(0, most)
  return 1 - best.reduce((rest, value) => rest * (1 - value), 1)
}

function scoreScopes(
  patterns: ArticlePatterns,
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

/** For each place of the first part, the nearest place of every other part, if all lie within `reach` sentences. */
function findTogether(parts: readonly (readonly Found[])[], reach: number): Hit[] {
  const [first = [], ...others] = parts
  const hits: Hit[] = []
  const cursors = others.map(() => 0)
  for (const found of first) {
    const company: Hit[] = []
    others.forEach((list, at) => {
      let cursor = cursors[at] ?? 0
      while (cursor < list.length && (list[cursor]?.sentence ?? 0) <= found.sentence - reach) cursor++
      cursors[at] = cursor
      const near = list[cursor]
      if (near !== undefined && Math.abs(near.sentence - found.sentence) < reach) company.push(near.hit)
    })
    if (company.length === others.length) hits.push(found.hit, ...company)
  }
  return hits
}

/** The condition named more often; null when neither is, or neither leads. */
function chooseCondition(hits: ReadonlyMap<string, number>): string | null {
  const ranked = [...hits].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (first === undefined || first[1] === (second?.[1] ?? 0)) return null
  return first[0]
}

/** Passages in order, those that touch joined, where they stand in the text as given. */
function toSpans(text: string, normal: NormalText, tokens: readonly Token[], hits: readonly Hit[]): Span[] {
  const spans: Span[] = []
  for (const hit of [...hits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const first = tokens[hit.from]
    const final = tokens[hit.to - 1]
    if (first === undefined || final === undefined) continue
    const start = normal.from[first.start] ?? 0
    const end = normal.to[final.end - 1] ?? text.length
    const last = spans.at(-1)
    if (last !== undefined && start <= last.end) {
      if (end > last.end) {
        last.end = end
        last.text = text.slice(last.start, end)
      }
    } else spans.push({ start, end, text: text.slice(start, end) })
  }
  return spans
}
