import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Drawing } from '@/components/drawings/drawing'
import { EmergencyLine } from '@/components/journey/emergency-box'
import { SectionRows } from '@/components/journey/section'
import { Situations } from '@/components/journey/situations'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { questionsHref } from '@/lib/journey/steps'

export const dynamicParams = false
export const generateStaticParams = conditionParams

export async function generateMetadata({ params }: PageProps<'/[locale]/[condition]'>): Promise<Metadata> {
  const { locale, condition } = await params
  const { condition: found } = await stepParts(locale, condition, 'condition')
  return { title: found.name, description: found.short }
}

/** Step 1 at a glance: what it is, when to call for help, where the person is, and what there is to read. */
export default async function ConditionPage({ params }: PageProps<'/[locale]/[condition]'>) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, place } = await stepParts(l, c, 'condition')
  const { emergency, situations, sections } = condition
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={condition.name} lead={condition.lead} kit={kit} />
      <div className="wrap sheet">
        <div className="part">
          {condition.drawing && <Drawing id={condition.drawing} kit={kit} />}
          <EmergencyLine emergency={emergency} conditionId={condition.id} kit={kit} />
        </div>
        <p>
          <Link href={questionsHref(locale, condition.id)}>{t('visit.questions')}</Link>
        </p>
        <Situations conditionId={condition.id} situations={situations} kit={kit} />
        <SectionRows
          sections={[...sections.filter(({ optIn }) => !optIn), ...sections.filter(({ optIn }) => optIn)]}
          conditionId={condition.id}
          kit={kit}
        />
        <Onward locale={locale} t={t} conditionId={condition.id} step="condition" />
      </div>
      <WordsHere terms={termsIn(condition.lead, emergency)} kit={kit} />
    </SiteFrame>
  )
}
