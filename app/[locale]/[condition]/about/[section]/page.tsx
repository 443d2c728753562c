import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { eachOf, stepParts } from '@/app/page-parts'
import { SectionPart } from '@/components/journey/section'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { articleLinks, type PlaceNames } from '@/lib/journey/article-places'
import { listClaims } from '@/lib/claims/data'
import { getCondition, listDecisions, listOptions } from '@/lib/journey/data'
import { around, sectionHref, stepHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'
import { labelled, remarked } from '@/lib/texts/punctuation'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await eachOf(async (...at) =>
    ((await getCondition(...at))?.sections ?? []).filter(({ optIn }) => !optIn),
  )
  return all.map(({ id, ...params }) => ({ ...params, section: id }))
}

type Props = PageProps<'/[locale]/[condition]/about/[section]'>

async function partsOf({ params }: Props) {
  const { locale, condition, section: id } = await params
  const parts = await stepParts(locale, condition, 'condition')
  const sections = parts.condition.sections.filter(({ optIn }) => !optIn)
  const { item: section, back, next } = around(sections, id) ?? notFound()
  return { ...parts, section, back, next }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, condition, section } = await partsOf(props)
  return {
    title: remarked(section.title, condition.inSentence, locale),
    description: labelled(condition.name, section.title, locale),
  }
}

/** For each row of a map of an article: the ways to what it names, by the names that these have elsewhere. */
async function linksOf({ locale, t, condition, section }: Awaited<ReturnType<typeof partsOf>>) {
  if (section.places.length === 0) return []
  const [options, decisions, claims] = await Promise.all([
    listOptions(locale, condition.id),
    listDecisions(locale, condition.id),
    listClaims(locale, condition.id),
  ])
  const names: PlaceNames = {
    situation: new Map(condition.situations.map(({ id, name }) => [id, name])),
    section: new Map(condition.sections.map(({ id, title }) => [id, title])),
    option: new Map(options.map(({ id, name }) => [id, name])),
    decision: new Map(decisions.map(({ id, question }) => [id, question])),
    claim: new Map(claims.map(({ id, claim }) => [id, t('condition.claimPlace', { claim })])),
    page: new Map([
      ['emergency', t('emergency.link')],
      ['stem-cells', t('stemCells.title', { name: condition.inSentence })],
      ['claims', t('stemCells.pages.claims.name')],
      ['before-you-pay', t('stemCells.pages.before-you-pay.name')],
    ]),
  }
  const byChoice = new Set(condition.sections.flatMap(({ id, optIn }) => (optIn ? [id] : [])))
  return section.places.map((places) => articleLinks(places, names, byChoice, locale, condition.id))
}

export default async function SectionPage(props: Props) {
  const parts = await partsOf(props)
  const { locale, t, release, kit, termsIn, condition, sources, place, section, back, next } = parts
  const links = await linksOf(parts)
  const stop = ({ id, title }: { id: string; title: string }) => ({
    href: sectionHref(locale, condition.id, id),
    name: title,
  })
  const all = { href: stepHref(locale, condition.id, 'condition'), name: condition.name }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={section.title} kit={kit} />
      <div className="wrap sheet">
        <SectionPart section={section} sources={sources} kit={kit} links={links} />
        <WithinStep t={t} next={next ? stop(next) : null} back={back ? stop(back) : null} all={all} />
      </div>
      <WordsHere terms={termsIn(section, figureTexts(section.estimates, kit.book))} kit={kit} />
    </SiteFrame>
  )
}
