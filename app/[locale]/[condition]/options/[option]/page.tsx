import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { eachOf, stepParts } from '@/app/page-parts'
import { OptionPart } from '@/components/journey/option-part'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { getDecision, listOptions } from '@/lib/journey/data'
import { around, optionHref, stepHref } from '@/lib/journey/steps'
import { figureTexts } from '@/lib/sentences/kit'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await eachOf(listOptions)
  return all.map(({ id, ...params }) => ({ ...params, option: id }))
}

type Props = PageProps<'/[locale]/[condition]/options/[option]'>

async function partsOf({ params }: Props) {
  const { locale: l, condition: c, option: id } = await params
  const parts = await stepParts(l, c, 'options', { option: id })
  const options = await listOptions(parts.locale, parts.condition.id)
  const { item: option, back, next } = around(options, id) ?? notFound()
  return { ...parts, option, back, next }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { t, condition, option } = await partsOf(props)
  return {
    title: t('options.pageTitle', { name: option.name, condition: condition.inSentence }),
    description: option.short,
  }
}

export default async function OptionPage(props: Props) {
  const { locale, t, release, kit, termsIn, condition, sources, place, option, back, next } =
    await partsOf(props)
  const decisions = (
    await Promise.all(option.decisions.map((id) => getDecision(locale, condition.id, id)))
  ).flatMap((decision) => decision ?? [])
  const stop = ({ id, name }: { id: string; name: string }) => ({
    href: optionHref(locale, condition.id, id),
    name,
  })
  const all = {
    href: stepHref(locale, condition.id, 'options'),
    name: t('steps.options'),
  }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={option.name} lead={[option.short]} kit={kit} />
      <div className="wrap sheet">
        <OptionPart
          option={option}
          decisions={decisions}
          conditionId={condition.id}
          sources={sources}
          kit={kit}
        />
        <WithinStep t={t} next={next ? stop(next) : null} back={back ? stop(back) : null} all={all} />
      </div>
      <WordsHere terms={termsIn(option, figureTexts(option.estimates, kit.book))} kit={kit} />
    </SiteFrame>
  )
}
