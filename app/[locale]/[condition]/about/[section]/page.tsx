import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { eachOf, stepParts } from '@/app/page-parts'
import { SectionPart } from '@/components/journey/section'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { getCondition } from '@/lib/journey/data'
import { around, sectionHref, stepHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await eachOf(async (...at) =>
    ((await getCondition(...at))?.sections ?? []).filter(({ ownPage }) => ownPage),
  )
  return all.map(({ id, ...params }) => ({ ...params, section: id }))
}

type Props = PageProps<'/[locale]/[condition]/about/[section]'>

async function partsOf({ params }: Props) {
  const { locale, condition, section: id } = await params
  const parts = await stepParts(locale, condition, 'condition')
  const sections = parts.condition.sections.filter(({ ownPage }) => ownPage)
  const { item: section, back, next } = around(sections, id) ?? notFound()
  return { ...parts, section, back, next }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { condition, section } = await partsOf(props)
  return {
    title: `${section.title} (${condition.inSentence})`,
    description: `${condition.name}: ${section.title}`,
  }
}

export default async function SectionPage(props: Props) {
  const { locale, t, release, kit, termsIn, condition, sources, place, section, back, next } =
    await partsOf(props)
  const stop = ({ id, title }: { id: string; title: string }) => ({
    href: sectionHref(locale, condition.id, id),
    name: title,
  })
  const all = { href: stepHref(locale, condition.id, 'condition'), name: condition.name }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={section.title} kit={kit} />
      <div className="wrap sheet">
        <SectionPart section={section} sources={sources} kit={kit} />
        <WordsHere terms={termsIn(section, figureTexts(section.estimates, kit.book))} kit={kit} />
        <WithinStep t={t} next={next ? stop(next) : null} back={back ? stop(back) : null} all={all} />
      </div>
    </SiteFrame>
  )
}
