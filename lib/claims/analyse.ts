import { isTurnedRound, type Found, type ScopeName } from './collect-hits'
import { findUnreadable } from './legible'
import type { NormalText } from './normalise'
import type { Hit } from './phrase'
import { wordsBesideLinks } from './only-link'
import {
  compilePatterns,
  readArticle,
  readPhrases,
  type ReadArticle,
  type ReadPhrases,
  type TextKind,
} from './read-article'
import { findSignsByRules } from './rules'
import { findSigns, readyModel, type FoundSignInText } from './sign-model'
import type {
  ArticleCheck,
  ArticlePatterns,
  CheckedSign,
  LanguagePatterns,
  SignModel,
  Span,
} from './sign-schema'
import weights from './sign-weights.json'
import { languageOf } from './text-language'
import type { Token } from './tokenise'

/** The weights that belong to this program. A test holds them against their schema, so that no page needs zod for it. */
export const signModel: SignModel = weights

/**
 * Checks one text, by the weights in English and by rules alone in the other languages that there are patterns for. Pure and
 * deterministic; time grows in line with the length. Reads at most 200,000 UTF-16 code
 * units and says in `cut` when the text was longer. Offsets point into the text as given, whatever it holds.
 */
export function analyseArticle(
  text: string,
  patterns: ArticlePatterns,
  model: SignModel = signModel,
): ArticleCheck {
  return examineArticle(text, patterns, model).check
}

/** As `analyseArticle`, with what kind of text it was taken for and the scope scores: for tests and tuning. */
export function examineArticle(
  text: string,
  patterns: ArticlePatterns,
  model: SignModel = signModel,
): { check: ArticleCheck; kind: TextKind; scores: Record<ScopeName, number>; variety: number } {
  // The words in an address promise nothing: "/no-risk" names a page that nobody here has seen.
  const besideLinks = wordsBesideLinks(text)
  const language = languageOf(besideLinks ?? text)
  const ofLanguage = language === null ? undefined : patterns.others[language]
  if (language !== null && ofLanguage !== undefined)
    return examineByRules({ text, besideLinks, language }, ofLanguage, model.signs)
  const { index } = compilePatterns(patterns)
  const article = { ...readArticle(besideLinks ?? text, patterns, model.signs), text }
  const { signs, stance } = findSigns(readyModel(model), article.features)
  const shown = (found: readonly FoundSignInText[]) => found.map((one) => placeSign(article, model, one))
  return writeDown(article, patterns, {
    language: 'en',
    stance,
    signs: shown(signs.filter(({ score }) => score >= model.shownFrom)),
    possible: shown(signs.filter(({ score }) => score < model.shownFrom)),
    unreadable:
      besideLinks === null
        ? (findUnreadable({ given: article.text, text: article.normal.text }, article.words.tokens, (word) =>
            index.knows(word),
          ) ?? (language === 'other' ? 'language' : null))
        : 'link',
  })
}

/** As `examineArticle`, for a language that no weights were learnt in. */
function examineByRules(
  { text, besideLinks, language }: { text: string; besideLinks: string | null; language: string },
  patterns: LanguagePatterns,
  signIds: readonly string[],
): ReturnType<typeof examineArticle> {
  const article = { ...readPhrases(besideLinks ?? text, patterns), text }
  const { stance, signs, possible } = findSignsByRules(article, patterns, signIds)
  const shown = (found: typeof signs) =>
    found.map(({ id, score, hits }) => checkedSign(article, id, score, hits))
  return writeDown(article, patterns, {
    language,
    stance,
    signs: shown(signs),
    possible: shown(possible),
    unreadable: besideLinks === null ? null : 'link',
  })
}

/** What was found in a text, with what its phrases tell besides the signs. */
function writeDown(
  article: ReadPhrases,
  patterns: LanguagePatterns,
  found: Pick<ArticleCheck, 'language' | 'stance' | 'signs' | 'possible' | 'unreadable'>,
): ReturnType<typeof examineArticle> {
  const { text, cutAt, hits, kind, scores, variety } = article
  const missing = patterns.check.missing.filter((_, at) => !hits.present.has(at)).map((item) => item.id)
  return {
    check: {
      ...found,
      claims: listFoundClaims(article, patterns, { kind, missing }),
      missing,
      condition: chooseCondition(hits.conditions),
      cut: cutAt < text.length ? { at: cutAt, of: text.length } : null,
    },
    kind,
    scores,
    variety,
  }
}

const checkedSign = (
  { text, normal, words }: ReadPhrases,
  id: string,
  score: number,
  hits: readonly Hit[],
): CheckedSign => ({
  id,
  score: Number(score.toFixed(3)),
  spans: toSpans(text, normal, words.tokens, hits),
})

/** Where a sign stands: the phrases in the sentences that speak for it, or the whole sentence where no phrase is known. */
function placeSign(
  article: ReadArticle,
  model: SignModel,
  { sign, score, parts }: FoundSignInText,
): CheckedSign {
  const hits = parts.flatMap((at): Hit[] => {
    const part = article.features.parts[at]
    if (part === undefined) return []
    const phrases = part.phrases[sign]?.hits ?? []
    return phrases.length > 0 ? phrases : [{ from: part.from, to: part.to }]
  })
  return checkedSign(article, model.signs[sign] ?? '', score, hits)
}

/** The claims we have an answer to that the text makes, about a condition that it names. */
function listFoundClaims(
  { text, normal, words, hits }: ReadPhrases,
  patterns: LanguagePatterns,
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
