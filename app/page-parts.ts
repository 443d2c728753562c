import 'server-only'
import { notFound } from 'next/navigation'
import type { Place } from '@/components/layout/site-frame'
import { env } from '@/lib/env'
import { changedAddress } from '@/lib/evidence/changed-address'
import {
  getRelease,
  getReviewLines,
  listConditionSources,
  listGlossary,
  type GlossaryTerm,
} from '@/lib/evidence/data'
import { stepContents } from '@/lib/evidence/reviews'
import type { Source } from '@/lib/evidence/schema'
import {
  getCondition,
  listConditions,
  listDecisions,
  listOptions,
  type ConditionView,
} from '@/lib/journey/data'
import type { StepId } from '@/lib/journey/steps'
import { stepHref } from '@/lib/journey/steps'
import { getFigureBook } from '@/lib/numbers/data'
import { makeKit, type Kit } from '@/lib/words/kit'
import { findTerms, stringsOf } from '@/lib/words/terms'
import { isLocale, translator, type Locale, type Translate } from '@/lib/words/translate'

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
      emergencyHref:
        step === 'condition' ? '#emergency' : `${stepHref(locale, condition.id, 'condition')}#emergency`,
      reviews: await getReviewLines(locale, contents),
      changed: release && changedAddress(locale, release.version, env.LANTERN_PUBLIC_URL),
    },
  }
}

/** Every condition in every language, for pages built ahead. */
export async function conditionParams(): Promise<{ locale: string; condition: string }[]> {
  return (await listConditions('en')).map(({ id }) => ({ locale: 'en', condition: id }))
}

/** Every decision of every condition, for pages built ahead. */
export async function decisionParams(): Promise<{ locale: string; condition: string; decision: string }[]> {
  const conditions = await conditionParams()
  const all = await Promise.all(
    conditions.map(async ({ locale, condition }) =>
      (await listDecisions('en', condition)).map(({ id }) => ({ locale, condition, decision: id })),
    ),
  )
  return all.flat()
}
