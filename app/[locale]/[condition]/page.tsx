import type { Metadata } from 'next'
import { conditionParams, stepParts } from '@/app/page-parts'
import { EmergencyBox } from '@/components/journey/emergency-box'
import { MoreSections, Section, SectionByChoice } from '@/components/journey/section'
import { Situations } from '@/components/journey/situations'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import Link from '@/components/ui/link'
import { SourcesList } from '@/components/ui/sources-line'
import { listDecisions } from '@/lib/journey/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

export async function generateMetadata({ params }: PageProps<'/[locale]/[condition]'>): Promise<Metadata> {
  const { locale, condition } = await params
  const { condition: found } = await stepParts(locale, condition, 'condition')
  return { title: found.name, description: found.short }
}

export default async function ConditionPage({ params }: PageProps<'/[locale]/[condition]'>) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, termsIn, condition, sources, place } = await stepParts(l, c, 'condition')
  const decisions = await listDecisions(locale, condition.id)
  const here = condition.sections.filter(({ optIn, ownPage }) => !optIn && !ownPage)
  const own = condition.sections.filter(({ ownPage }) => ownPage)
  const byChoice = condition.sections.filter(({ optIn }) => optIn)
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={condition.name} lead={condition.lead} kit={kit}>
        <nav aria-label={t('condition.onThisPage')}>
          <ul className="toc">
            <li>
              <Link href="#situations">{t('condition.situations')}</Link>
            </li>
            {here.map((section) => (
              <li key={section.id}>
                <Link href={`#${section.id}`}>{section.title}</Link>
              </li>
            ))}
            {own.length > 0 && (
              <li>
                <Link href="#more">{t('condition.more')}</Link>
              </li>
            )}
          </ul>
        </nav>
      </Opening>
      <div className="wrap sheet">
        <div className="part">
          <EmergencyBox emergency={condition.emergency} kit={kit} />
          <SourcesList ids={condition.emergency.sources} sources={sources} kit={kit} />
        </div>
        <Situations
          conditionId={condition.id}
          situations={condition.situations}
          decisions={decisions}
          sources={sources}
          kit={kit}
        />
        {here.map((section) => (
          <Section key={section.id} section={section} sources={sources} kit={kit} />
        ))}
        <MoreSections sections={own} conditionId={condition.id} kit={kit} />
        {byChoice.map((section) => (
          <SectionByChoice key={section.id} section={section} conditionId={condition.id} kit={kit} />
        ))}
        <WordsHere terms={termsIn({ ...condition, sections: here })} kit={kit} />
        <Onward locale={locale} t={t} conditionId={condition.id} step="condition" />
      </div>
    </SiteFrame>
  )
}
