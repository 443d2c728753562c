import '@/app/styles/answers.css'
import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import { VisitAfter } from '@/components/summary/visit-after'
import { VisitDay } from '@/components/summary/visit-day'
import { stepHref } from '@/lib/journey/steps'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/visit'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const { t, condition: found } = await stepParts(locale, condition, 'summary')
  return { title: labelled(t('visit.title'), found.name, locale) }
}

/** Before the visit: a day in the calendar and what to bring. After it: how it went. */
export default async function VisitPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, condition, place } = await stepParts(l, c, 'summary')
  const all = { href: stepHref(locale, condition.id, 'summary'), name: t('summary.title') }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={t('visit.title')} lead={[t('visit.lead')]} kit={kit} />
      <div className="wrap sheet">
        <VisitDay locale={locale} conditionId={condition.id} t={t} />
        <VisitAfter conditionId={condition.id} t={t} />
        <WithinStep t={t} next={null} back={null} all={all} />
      </div>
    </SiteFrame>
  )
}
