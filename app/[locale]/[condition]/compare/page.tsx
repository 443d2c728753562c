import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import Link from '@/components/ui/link'
import { listDecisions } from '@/lib/journey/data'
import { decisionHref } from '@/lib/journey/steps'
import { labelled } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/compare'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, 'compare')
  return { title: labelled(parts.t('steps.compare'), parts.condition.name, locale) }
}

export default async function CompareIndexPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, condition, place } = await stepParts(l, c, 'compare')
  const decisions = await listDecisions(locale, condition.id)
  const situationName = (id: string) =>
    condition.situations.find((situation) => situation.id === id)?.name ?? ''
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={t('compare.choose')} lead={[t('compare.chooseLead')]} kit={kit} />
      <div className="wrap sheet">
        <div className="part cards">
          {decisions.map((decision) => (
            <Link key={decision.id} className="door" href={decisionHref(locale, condition.id, decision.id)}>
              <b>{decision.question}</b>
              {decision.situations.map(situationName).join(' · ')}
            </Link>
          ))}
        </div>
        <Onward locale={locale} t={t} conditionId={condition.id} step="compare" />
      </div>
    </SiteFrame>
  )
}
