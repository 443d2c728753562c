import { findUnreadable } from './legible'
import { normalise, type NormalText } from './normalise'
import { parsePhrase, PhraseIndex, type Hit } from './phrase'
import type { ArticleCheck, ArticlePatterns, ConditionId, Span } from './sign-schema'
import { MAX_ARTICLE_LENGTH, tokenise, type Sentence, type Token } from './tokenise'

type Strength = 'strong' | 'usual' | 'weak'
type ScopeName = keyof ArticlePatterns['check']['scopes']

/** True when the phrase itself holds a "no" or "not", so that finding one inside it does not turn it round. */
type WithNegation = { ownsNegation: boolean }
const NEGATION_IN_PATTERN = /\b(?:not|no|never|none|nor|without|cannot|nobody|nothing|neither|lack|free)\b/

/** What a phrase is for; one index holds all of them, so the text is walked once. */
type Owner =
  | { role: 'sign'; sign: number; strength: Strength }
  | { role: 'sign-unless'; sign: number }
  | { role: 'list'; list: string }
  | { role: 'claim'; claim: number }
  | { role: 'claim-part'; claim: number; group: number; part: number }
  | { role: 'claim-unless'; claim: number }
  | { role: 'negator' | 'not-negation' | 'negated-after' | 'doubt' | 'cells' }
  | { role: 'scope'; scope: ScopeName; cue: number }
  | { role: 'present'; missing: number }
  | { role: 'condition'; condition: ConditionId }

type Compiled = { patterns: ArticlePatterns; index: PhraseIndex<Owner & WithNegation> }
type Found = { hit: Hit; sentence: number; ownsNegation: boolean }

/**
 * How much one phrase counts, before the kind of text is taken into account. A sign is shown at `SHOWN_FROM`:
 * one strong or usual phrase is enough in an unmarked text, a weak one needs an advert around it or company.
 */
const WEIGHT: Record<Strength, number> = { strong: 0.95, usual: 0.65, weak: 0.32 }
const SHOWN_FROM = 0.5
/** In a text that reads as an advert a weak phrase is enough. */
const ADVERT_GAIN = 1.3
const DAMP = { advert: 1, plain: 1, mixed: 0.55, quiet: 0.22 } as const
export type TextKind = keyof typeof DAMP
/** Adverts explain cells too, so textbook wording speaks less for an informing text than the rest does. */
const BIOLOGY_SHARE = 0.4
/** In a textbook passage that sells nothing, what cells do is biology and not a promise. */
const TEXTBOOK_FROM = 1.5
/** What a text without any word of a cell product must reach to be looked at as an advert. */
const SELLS_PLAINLY = 9
/** Below this a text hardly sells, so that less is asked of the signs that it informs. */
const BARELY_SELLS = 1.2
/** Informing texts touch on a handful of signs; every further one counts towards an advert. */
const ORDINARY_VARIETY = { promises: 4, facts: 2 }
const VARIETY_WEIGHT = { promises: 0.8, facts: 0.5 }
/** Words before a phrase in which a "not" or "no" turns it round, and after it ("… has not been shown"). */
const NEGATION_BEFORE = 6
const NEGATION_AFTER = 6
/** The same phrase again adds little: only this many hits of a sign add up. */
const HITS_THAT_COUNT = 4

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
  const compiled = { patterns, index }
  compiledPatterns.set(patterns, compiled)
  return compiled
}

/** Pushes to the array held under a key. */
function pushTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const held = map.get(key)
  if (held === undefined) map.set(key, [value])
  else held.push(value)
}

/**
 * Checks one text. Pure and deterministic; time grows in line with the length. Reads at most 200,000 UTF-16 code
 * units and says in `cut` when the text was longer. Offsets point into the text as given, whatever it holds.
 */
export function analyseArticle(text: string, patterns: ArticlePatterns): ArticleCheck {
  return examineArticle(text, patterns).check
}

/** As `analyseArticle`, with what kind of text it was taken for and the scope scores: for tests and tuning. */
export function examineArticle(
  text: string,
  patterns: ArticlePatterns,
): { check: ArticleCheck; kind: TextKind; scores: Record<ScopeName, number>; variety: number } {
  const { index } = compilePatterns(patterns)
  const cutAt = text.length > MAX_ARTICLE_LENGTH ? safeCut(text, MAX_ARTICLE_LENGTH) : text.length
  const read = cutAt < text.length ? text.slice(0, cutAt) : text
  const normal = normalise(read, (word) => index.knows(word))
  const { tokens, sentences } = tokenise(normal.text)

  const signHits = new Map<number, (Found & { strength: Strength })[]>()
  const signUnless = new Map<number, Set<number>>()
  const listHits = new Map<string, Found[]>()
  const claimHits = new Map<number, Found[]>()
  const claimParts = new Map<string, Found[]>()
  const claimUnless = new Map<number, Set<number>>()
  const negators = new Map<number, Hit[]>()
  const notNegations = new Set<number>()
  const negatedAfter = new Map<number, Hit[]>()
  const doubtful = new Set<number>()
  const cueHits = new Map<string, number>()
  const present = new Set<number>()
  const conditionHits = new Map<ConditionId, number>()
  let cellMentions = 0

  index.scan(tokens, sentences, (owner, hit, sentence) => {
    switch (owner.role) {
      case 'sign':
        pushTo(signHits, owner.sign, {
          hit,
          sentence,
          ownsNegation: owner.ownsNegation,
          strength: owner.strength,
        })
        break
      case 'sign-unless':
        signUnless.set(owner.sign, (signUnless.get(owner.sign) ?? new Set()).add(sentence))
        break
      case 'list':
        pushTo(listHits, owner.list, { hit, sentence, ownsNegation: owner.ownsNegation })
        break
      case 'claim':
        pushTo(claimHits, owner.claim, { hit, sentence, ownsNegation: owner.ownsNegation })
        break
      case 'claim-part':
        pushTo(claimParts, `${owner.claim}/${owner.group}/${owner.part}`, {
          hit,
          sentence,
          ownsNegation: owner.ownsNegation,
        })
        break
      case 'claim-unless':
        claimUnless.set(owner.claim, (claimUnless.get(owner.claim) ?? new Set()).add(sentence))
        break
      case 'negator':
        pushTo(negators, sentence, hit)
        break
      case 'not-negation':
        notNegations.add(hit.from)
        break
      case 'negated-after':
        pushTo(negatedAfter, sentence, hit)
        break
      case 'doubt':
        doubtful.add(sentence)
        break
      case 'cells':
        cellMentions++
        break
      case 'scope': {
        const key = `${owner.scope}/${owner.cue}`
        cueHits.set(key, (cueHits.get(key) ?? 0) + 1)
        break
      }
      case 'present':
        present.add(owner.missing)
        break
      case 'condition':
        conditionHits.set(owner.condition, (conditionHits.get(owner.condition) ?? 0) + 1)
        break
    }
  })

  // "Be wary of clinics that say:" doubts the list that follows it as well.
  sentences.forEach((sentence, at) => {
    if (sentence.endsWith === 'colon' && doubtful.has(at))
      for (let next = at + 1; next <= at + 8 && next < sentences.length; next++) doubtful.add(next)
  })

  const scores = scoreScopes(patterns, cueHits, tokens.length)
  const isNegated = (found: Found): boolean =>
    isTurnedRound(found, tokens, sentences, negators, notNegations, negatedAfter)

  // Passages that are neither negated nor doubted, sign by sign, before the kind of text is weighed in.
  const candidates = patterns.signs.map((sign, at) => {
    const hits = [...(signHits.get(at) ?? [])]
    for (const rule of sign.patterns.variety)
      for (const found of findVariety(rule, listHits)) hits.push({ ...found, strength: rule.weight })
    return hits.filter(
      (found) =>
        !signUnless.get(at)?.has(found.sentence) &&
        (sign.countsInQuestions || sentences[found.sentence]?.endsWith !== 'question') &&
        (sign.countsWhenNegated || !isNegated(found)) &&
        (sign.countsWhenDoubted || !doubtful.has(found.sentence)),
    )
  })
  const countSigns = (marksAdvert: boolean): number =>
    candidates.filter(
      (hits, at) =>
        patterns.signs[at]?.marksAdvert === marksAdvert && hits.some(({ strength }) => strength !== 'weak'),
    ).length
  const variety = varietyScore(countSigns(true), countSigns(false))
  const kind = kindOfText(scores, cellMentions, variety)

  const isTextbook = scores.biology >= TEXTBOOK_FROM && scores.advert + variety < TEXTBOOK_FROM

  const signs: ArticleCheck['signs'] = []
  patterns.signs.forEach((sign, at) => {
    const hits = candidates[at] ?? []
    const damp = sign.isBiologyInTextbooks && isTextbook ? DAMP.quiet : DAMP[kind]
    // The same words again ("therapy in Spain" in every heading) count once.
    const values = new Map<string, number>()
    for (const { hit, strength } of hits) {
      const gain = kind === 'advert' && strength === 'weak' ? ADVERT_GAIN : 1
      const words = tokens.slice(hit.from, hit.to).map(({ stem }) => stem)
      const value = Math.min(WEIGHT[strength] * gain, 0.98) * damp
      values.set(words.join(' '), Math.max(value, values.get(words.join(' ')) ?? 0))
    }
    const sum = damp === DAMP.quiet ? Math.max(0, ...values.values()) : combine([...values.values()])
    if (sum >= SHOWN_FROM)
      signs.push({
        id: sign.id,
        spans: toSpans(
          text,
          normal,
          tokens,
          hits.map(({ hit }) => hit),
        ),
      })
  })

  const company = signs.length
  const shownSigns = signs.filter(({ id }) => {
    const needed = patterns.signs.find((sign) => sign.id === id)?.needsCompany ?? 0
    return company - 1 >= needed
  })

  const missing = patterns.check.missing.filter((_, at) => !present.has(at)).map((item) => item.id)
  const condition = chooseCondition(conditionHits)

  const claims: ArticleCheck['claims'] = []
  patterns.claims.forEach((claim, at) => {
    if ((conditionHits.get(claim.condition) ?? 0) === 0) return
    if (claim.needsCells && cellMentions === 0) return
    if (claim.promotedOnly && kind === 'quiet') return
    if (!claim.whenMissing.every((id) => missing.includes(id))) return
    const counts = (found: Found): boolean =>
      !claimUnless.get(at)?.has(found.sentence) &&
      (claim.countsWhenNegated || !isNegated(found)) &&
      (claim.countsWhenDoubted || !doubtful.has(found.sentence))
    const hits = (claimHits.get(at) ?? []).filter(counts).map(({ hit }) => hit)
    claim.together.forEach((group, groupAt) => {
      const parts = group.all.map((_, part) =>
        (claimParts.get(`${at}/${groupAt}/${part}`) ?? []).filter(counts),
      )
      hits.push(...findTogether(parts, group.sentences))
    })
    if (hits.length > 0)
      claims.push({ id: claim.id, condition: claim.condition, spans: toSpans(text, normal, tokens, hits) })
  })

  return {
    check: {
      signs: shownSigns,
      claims,
      missing,
      condition,
      unreadable: findUnreadable(normal.text, tokens, (word) => index.knows(word)),
      cut: cutAt < text.length ? { at: cutAt, of: text.length } : null,
    },
    kind,
    scores,
    variety,
  }
}

/** The last place at or before `at` that splits neither a word nor a surrogate pair. */
function safeCut(text: string, at: number): number {
  for (let look = at; look > at - 200; look--) if (/\s/.test(text.charAt(look))) return look
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at
}

/** Chance-like sum: two halves make three quarters. At most four passages add up, the best first. */
function combine(values: readonly number[]): number {
  const best = [...values].sort((a, b) => b - a).slice(0, HITS_THAT_COUNT)
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
function varietyScore(promises: number, facts: number): number {
  return (
    VARIETY_WEIGHT.promises * Math.max(0, promises - ORDINARY_VARIETY.promises) +
    VARIETY_WEIGHT.facts * Math.max(0, facts - ORDINARY_VARIETY.facts)
  )
}

/** An advert, an unmarked text, a mixed one, or one that informs (abstract, news, warning, leaflet, textbook). */
function kindOfText(scores: Record<ScopeName, number>, cellMentions: number, variety: number): TextKind {
  const others = [
    scores.abstract,
    scores.critique,
    scores.report,
    BIOLOGY_SHARE * scores.biology,
    scores.leaflet,
  ].sort((a, b) => b - a)
  const [first = 0, ...rest] = others
  const informing = first + 0.4 * rest.reduce((sum, score) => sum + score, 0)
  // Many different persuasion patterns together are themselves the mark of an advert.
  const selling = scores.advert + variety
  const share = selling / (selling + informing || 1)
  // Without any word of a cell product (a hospital's page on valves), only a text that plainly sells is looked at.
  if (selling >= (cellMentions === 0 ? SELLS_PLAINLY : 3) && share >= 0.55) return 'advert'
  if (cellMentions === 0) return 'quiet'
  // A news piece that praises, compares with nothing and doubts nothing is not yet an informing text.
  const weighs = scores.critique >= 2 || scores.abstract >= 2
  if (informing >= 2.6 && share <= 0.42) return weighs || selling < 3 ? 'quiet' : 'mixed'
  if (informing >= 2 && selling < BARELY_SELLS) return 'quiet'
  if (informing >= 2.6) return 'mixed'
  return 'plain'
}

function isTurnedRound(
  found: Found,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  negators: ReadonlyMap<number, readonly Hit[]>,
  notNegations: ReadonlySet<number>,
  negatedAfter: ReadonlyMap<number, readonly Hit[]>,
): boolean {
  const sentence = sentences[found.sentence]
  if (sentence === undefined) return false
  const breaksBetween = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (token === undefined) continue
      if (token.gap === 2 || (token.gap === 1 && CLAUSE_STARTS.has(token.word))) return true
      if (token.word === 'and' && SUBJECTS.has(tokens[at + 1]?.word ?? '')) return true
    }
    return false
  }
  for (const hit of negators.get(found.sentence) ?? []) {
    const inside = hit.from > found.hit.from && hit.to < found.hit.to
    if (inside && !found.ownsNegation && !notNegations.has(hit.from)) return true
    if (notNegations.has(hit.from) || hit.to > found.hit.from || found.hit.from - hit.to > NEGATION_BEFORE)
      continue
    if (!breaksBetween(hit.to, found.hit.from + 1)) return true
  }
  for (const hit of negatedAfter.get(found.sentence) ?? []) {
    if (hit.from < found.hit.to || hit.from - found.hit.to > NEGATION_AFTER) continue
    if (!breaksBetween(found.hit.to, hit.from + 1)) return true
  }
  return false
}

const SUBJECTS = new Set(['there', 'you', 'we', 'it', 'they', 'he', 'she', 'our', 'your'])
const CLAUSE_STARTS = new Set([
  'but',
  'yet',
  'however',
  'instead',
  'which',
  'and',
  'we',
  'it',
  'they',
  'our',
  'this',
  'so',
])

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
function chooseCondition(hits: ReadonlyMap<ConditionId, number>): ConditionId | null {
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
