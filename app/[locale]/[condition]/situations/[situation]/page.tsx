import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { eachOf, stepParts } from '@/app/page-parts'
import { EmergencyLine } from '@/components/journey/emergency-box'
import { SituationPart } from '@/components/journey/situation-part'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { getCondition, getDecision } from '@/lib/journey/data'
import { around, situationHref, stepHref } from '@/lib/journey/steps'
import { labelled, remarked } from '@/lib/texts/punctuation'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await eachOf(async (...at) => (await getCondition(...at))?.situations ?? [])
  return all.map(({ id, ...params }) => ({ ...params, situation: id }))
}

type Props = PageProps<'/[locale]/[condition]/situations/[situation]'>

async function partsOf({ params }: Props) {
  const { locale: l, condition: c, situation: id } = await params
  const parts = await stepParts(l, c, 'condition')
  const { item: situation, back, next } = around(parts.condition.situations, id) ?? notFound()
  return { ...parts, situation, back, next }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, condition, situation } = await partsOf(props)
  return {
    title: remarked(situation.name, condition.inSentence, locale),
    description: labelled(condition.name, situation.name, locale),
  }
}

/** One answer to "Where are you now?": what it means, and the choices that go with it. */
export default async function SituationPage(props: Props) {
  const { locale, t, release, kit, termsIn, condition, sources, place, situation, back, next } =
    await partsOf(props)
  const decisions = (
    await Promise.all(situation.decisions.map((id) => getDecision(locale, condition.id, id)))
  ).flatMap((decision) => decision ?? [])
  const stop = ({ id, name }: { id: string; name: string }) => ({
    href: situationHref(locale, condition.id, id),
    name,
  })
  const all = { href: stepHref(locale, condition.id, 'condition'), name: condition.name }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={situation.name} lead={situation.text.slice(0, 1)} kit={kit} />
      <div className="wrap sheet">
        <SituationPart
          situation={situation}
          decisions={decisions}
          conditionId={condition.id}
          sources={sources}
          kit={kit}
        />
        <EmergencyLine emergency={condition.emergency} conditionId={condition.id} kit={kit} />
        <WithinStep t={t} next={next ? stop(next) : null} back={back ? stop(back) : null} all={all} />
      </div>
      <WordsHere terms={termsIn(situation, condition.emergency)} kit={kit} />
    </SiteFrame>
  )
}
