import 'server-only'
import { db } from '@/lib/db/client'
import { signModel } from '@/lib/claims/analyse'
import { MissingItem, oftenOf, Sample, WarningSign, type ArticleKit } from '@/lib/claims/article-kit'
import { Claim, ClaimWords } from '@/lib/claims/schema'
import { articlePatternsSchema, type ArticlePatterns } from '@/lib/claims/sign-schema'
import rulesMeasured from '@/lib/claims/rules-measured.json'
import { sourceLocale } from '@/lib/texts/languages'
import { listCitations } from '@/lib/sources/data'
import { listConditions } from '@/lib/journey/data'
import { getFigureBook } from '@/lib/numbers/data'
import { getRelease, keptPerRelease } from '@/lib/release/data'
import { listWords } from '@/lib/texts/data'
import { withWords } from '@/lib/texts/with-words'
import { filledText } from '@/lib/sentences/fill'
import { translator, wordsOf, type Locale } from '@/lib/texts/translate'

export type ClaimView = Claim & ClaimWords

/** The claims of a condition's article with our verdicts, in the article's order. */
export async function listClaims(locale: Locale, conditionId: string): Promise<ClaimView[]> {
  const [rows, words, cited] = await Promise.all([
    db.claim.findMany({ where: { conditionId }, orderBy: { order: 'asc' } }),
    listWords(locale, conditionId, 'claim', ClaimWords),
    listCitations(conditionId, 'claim'),
  ])
  return withWords(rows, words, ({ id, verdict, inference, checkedOn, nextReview }, text) => ({
    ...Claim.parse({ id, verdict, inference, sources: cited.get(id) ?? [], checkedOn, nextReview }),
    ...text,
  }))
}

/** Every warning sign with its words and sources, in the order of warning-signs.yaml. */
export async function listWarningSigns(locale: Locale): Promise<WarningSign[]> {
  return [...(await listWords(locale, 'shared', 'warning-sign', WarningSign)).values()]
}

/** The made-up advert that people can try the check on. @throws when the content has none */
async function getSample(locale: Locale): Promise<ArticleKit['sample']> {
  const sample = (await listWords(locale, 'shared', 'article-sample', Sample)).get('sample')
  if (!sample) throw new Error('the content has no sample text for the article check')
  return sample
}

async function getPatterns(locale: Locale): Promise<ArticlePatterns> {
  const rows = await db.articlePatterns.findMany({ where: { locale } })
  return articlePatternsSchema.parse(Object.fromEntries(rows.map(({ kind, patterns }) => [kind, patterns])))
}

async function makeArticleKit(locale: Locale, version: string): Promise<ArticleKit> {
  const t = translator(locale)
  const [patterns, signs, missing, sample, conditions] = await Promise.all([
    getPatterns(locale),
    listWarningSigns(locale),
    listWords(locale, 'shared', 'article-missing', MissingItem),
    getSample(locale),
    listConditions(locale),
  ])
  const known = new Set(patterns.check.conditions.map(({ id }) => id))
  const named = conditions.flatMap(({ id, name }) => (known.has(id) ? [{ id, name }] : []))
  const claims = await Promise.all(
    named.map(async ({ id }) => {
      const [book, list] = await Promise.all([getFigureBook(locale, id), listClaims(locale, id)])
      return list.map((claim) => ({
        id: claim.id,
        condition: id,
        claim: filledText(claim.claim, book, t, locale),
        verdict: claim.verdict,
        verdictWords: t(`stemCells.verdict.${claim.verdict}`),
      }))
    }),
  )
  return {
    locale,
    version,
    patterns,
    signs,
    claims: claims.flat(),
    missing: [...missing].map(([id, item]) => ({ id, ...item })),
    conditions: named,
    sample,
    often: oftenOf({ [sourceLocale]: signModel.measured, ...rulesMeasured }),
    words: wordsOf(locale, 'articleCheck').report,
  }
}

/**
 * Everything a check needs besides the text. One kit while a release stays: compiled patterns are kept by the object
 * they came from. @throws before the first seed
 */
export const getArticleKit = keptPerRelease(async (locale: Locale): Promise<ArticleKit> => {
  const release = await getRelease()
  if (!release) throw new Error('the database holds no content yet')
  return makeArticleKit(locale, release.version)
})
