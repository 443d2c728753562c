import 'server-only'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Place } from '@/components/layout/site-frame'
import { asOneRequest } from '@/lib/db/asked-once'
import { listClinics } from '@/lib/clinics/data'
import { env } from '@/lib/env'
import { changedAddress } from '@/lib/reviews/changed-address'
import { getReviewLines } from '@/lib/reviews/data'
import { listConditionSources } from '@/lib/sources/data'
import { listGlossary, type GlossaryTerm } from '@/lib/sentences/data'
import { stepContents } from '@/lib/reviews/reviews'
import type { Source } from '@/lib/sources/schema'
import {
  getCondition,
  getDecision,
  listConditions,
  listDecisions,
  listOptions,
  type ConditionView,
  type DecisionView,
  type OutcomeView,
} from '@/lib/journey/data'
import { emergencyHref, stepHref, type CellPageId, type StepId } from '@/lib/journey/steps'
import { getFigureBook } from '@/lib/numbers/data'
import { getStemCells } from '@/lib/products/data'
import { getRelease } from '@/lib/release/data'
import { makeKit, type Kit } from '@/lib/sentences/kit'
import { findTerms, stringsOf } from '@/lib/texts/terms'
import { localesBut } from '@/lib/texts/languages'
import { isLocale, locales, translator, type Locale, type Translate } from '@/lib/texts/translate'
import { labelled } from '@/lib/texts/punctuation'

/** The language of a page, or the kind 404. */
export function localeOf(value: string): Locale {
  return isLocale(value) ? value : notFound()
}

export type SiteParts = {
  locale: Locale
  t: Translate
  release: Awaited<ReturnType<typeof getRelease>>
  kit: Kit
  /** The terms that a text uses, for the list at the end of the page. */
  termsIn: (...texts: unknown[]) => GlossaryTerm[]
}

/** What a page outside a journey needs. `conditionId` null: shared facts and the whole glossary. */
export async function siteParts(localeParam: string, conditionId: string | null = null): Promise<SiteParts> {
  const locale = localeOf(localeParam)
  const [release, book, glossary] = await Promise.all([
    getRelease(),
    getFigureBook(locale, conditionId),
    listGlossary(locale, conditionId),
  ])
  const kit = makeKit(locale, book, glossary)
  const termsIn = (...texts: unknown[]) => {
    const used = new Set(stringsOf(texts).flatMap((text) => findTerms(text, kit.terms).map((hit) => hit.id)))
    return glossary.filter((term) => used.has(term.id))
  }
  return { locale, t: translator(locale), release, kit, termsIn }
}

export type StepParts = SiteParts & {
  condition: ConditionView
  sources: Map<string, Source>
  place: Place
}

/**
 * What a step of a journey needs; an unknown language or condition ends in the kind 404.
 * @param only the one decision or option that the page shows, when it shows one
 */
export async function stepParts(
  localeParam: string,
  conditionParam: string,
  step: StepId,
  only: { decision?: string; option?: string } = {},
): Promise<StepParts> {
  const locale = localeOf(localeParam)
  const condition = await getCondition(locale, conditionParam)
  if (!condition) notFound()
  const [site, sources, options, decisions] = await Promise.all([
    siteParts(locale, condition.id),
    listConditionSources(locale, condition.id),
    listOptions(locale, condition.id),
    listDecisions(locale, condition.id),
  ])
  const contents = stepContents(condition.id, step, {
    options: only.option ? [only.option] : options.map(({ id }) => id),
    decisions: only.decision ? [only.decision] : decisions.map(({ id }) => id),
  })
  const { release } = site
  return {
    ...site,
    condition,
    sources,
    place: {
      conditionId: condition.id,
      step,
      emergencyHref: emergencyHref(locale, condition.id),
      reviews: await getReviewLines(locale, contents),
      otherLanguages: await otherLanguages(locale, condition.id),
      changed: release && changedAddress(locale, release.version, env.LANTERN_PUBLIC_URL),
    },
  }
}

/** What a page of one decision needs; an unknown decision ends in the kind 404. */
export async function decisionParts(
  localeParam: string,
  conditionParam: string,
  decisionId: string,
): Promise<StepParts & { decision: DecisionView }> {
  const parts = await stepParts(localeParam, conditionParam, 'compare', { decision: decisionId })
  const decision = await getDecision(parts.locale, parts.condition.id, decisionId)
  return decision ? { ...parts, decision } : notFound()
}

/** What a page about cells needs: the condition's name inside a sentence, and the page of the step that leads to all. */
export async function cellParts(
  localeParam: string,
  conditionParam: string,
): Promise<StepParts & { name: string; all: { href: string; name: string } }> {
  const parts = await stepParts(localeParam, conditionParam, 'stemCells')
  const name = parts.condition.inSentence
  const href = stepHref(parts.locale, parts.condition.id, 'stemCells')
  return { ...parts, name, all: { href, name: parts.t('stemCells.title', { name }) } }
}

/** What a page beside the products needs: also all that is said about cells. */
export async function cellsParts({ params }: { params: Promise<{ locale: string; condition: string }> }) {
  const { locale, condition } = await params
  const parts = await cellParts(locale, condition)
  const cells = (await getStemCells(parts.locale, parts.condition.id)) ?? notFound()
  return { ...parts, cells }
}

/** What search engines and tabs show of a page beside the products: its name, and what it is about. */
export const cellMetadata =
  (page: CellPageId) =>
  async ({ params }: { params: Promise<{ locale: string; condition: string }> }): Promise<Metadata> => {
    const { locale, condition } = await params
    const { t, condition: of, name } = await cellParts(locale, condition)
    return {
      title: labelled(t(`stemCells.pages.${page}.name`), of.name, locale),
      description: t(`stemCells.pages.${page}.about`, { name }),
    }
  }

/** The other languages that a condition is translated into. */
async function otherLanguages(locale: Locale, conditionId: string): Promise<Locale[]> {
  const others = localesBut(locale)
  const conditions = await Promise.all(others.map(listConditions))
  return others.filter((_, at) => conditions[at]?.some(({ id }) => id === conditionId))
}

/** Every clinic in every language, for pages built ahead. */
export async function clinicParams(): Promise<{ locale: Locale; id: string }[]> {
  return locales.flatMap((locale) => listClinics().map(({ id }) => ({ locale, id })))
}

/** Every condition in every language that it is translated into, for pages built ahead. */
export async function conditionParams(): Promise<{ locale: Locale; condition: string }[]> {
  const all = await Promise.all(
    locales.map(async (locale) =>
      (await listConditions(locale)).map(({ id }) => ({ locale, condition: id })),
    ),
  )
  return all.flat()
}

/** Everything of a kind in every condition, for pages built ahead of one thing each. */
export async function eachOf(
  list: (locale: Locale, conditionId: string) => Promise<readonly { id: string }[]>,
): Promise<{ locale: Locale; condition: string; id: string }[]> {
  const conditions = await conditionParams()
  const all = await asOneRequest(() =>
    Promise.all(
      conditions.map(async (params) =>
        (await list(params.locale, params.condition)).map(({ id }) => ({ ...params, id })),
      ),
    ),
  )
  return all.flat()
}

/** Every decision of every condition, for pages built ahead. */
export async function decisionParams(): Promise<{ locale: Locale; condition: string; decision: string }[]> {
  const all = await eachOf(listDecisions)
  return all.map(({ id, ...params }) => ({ ...params, decision: id }))
}

/** Every question of every decision, for pages built ahead. */
export async function outcomeParams(): Promise<
  { locale: Locale; condition: string; decision: string; outcome: string }[]
> {
  const decisions = await decisionParams()
  const all = await asOneRequest(() =>
    Promise.all(
      decisions.map(async (params) => {
        const decision = await getDecision(params.locale, params.condition, params.decision)
        return (decision?.outcomes ?? []).map(({ id }) => ({ ...params, outcome: id }))
      }),
    ),
  )
  return all.flat()
}

/** What a page of one question of a decision needs; an unknown question ends in the kind 404. */
export async function outcomeParts({
  params,
}: {
  params: Promise<{ locale: string; condition: string; decision: string; outcome: string }>
}): Promise<StepParts & { decision: DecisionView; outcome: OutcomeView }> {
  const given = await params
  const parts = await decisionParts(given.locale, given.condition, given.decision)
  const outcome = parts.decision.outcomes.find(({ id }) => id === given.outcome)
  return outcome ? { ...parts, outcome } : notFound()
}
