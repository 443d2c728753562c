import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { EmergencyBox } from '@/components/journey/emergency-box'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { WordsHere } from '@/components/layout/words-here'
import { SourcesList } from '@/components/ui/sources-line'
import { stepHref } from '@/lib/journey/steps'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/emergency'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const { t, condition: found } = await stepParts(locale, condition, 'condition')
  return { title: t('emergency.of', { name: found.inSentence }), description: found.emergency.now.title }
}

/** The signs of an emergency, all open: every header leads here. */
export default async function EmergencyPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place } = await stepParts(l, c, 'condition')
  const { emergency } = condition
  const all = { href: stepHref(locale, condition.id, 'condition'), name: condition.name }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={t('emergency.of', { name: condition.inSentence })} kit={kit} />
      <div className="wrap sheet">
        <div className="part">
          <EmergencyBox emergency={emergency} kit={kit} />
          <SourcesList ids={emergency.sources} sources={sources} kit={kit} />
        </div>
        <WithinStep t={t} next={null} back={null} all={all} />
      </div>
      <WordsHere terms={termsIn(emergency)} kit={kit} />
    </SiteFrame>
  )
}
