import type { Metadata } from 'next'
import { decisionParams, decisionParts } from '@/app/page-parts'
import { FindingsTables } from '@/components/evidence/findings-table'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WithinStep } from '@/components/layout/within-step'
import Link from '@/components/ui/link'
import { findingsCsvAddress, openFileAddress } from '@/lib/evidence/addresses'
import { findingsTable } from '@/lib/evidence/findings-table'
import { decisionHref, optionHref } from '@/lib/journey/steps'
import { labelled, sentences } from '@/lib/texts/punctuation'

export const dynamicParams = false
export const generateStaticParams = decisionParams

type Props = PageProps<'/[locale]/[condition]/compare/[decision]/findings'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, decision } = await decisionParts(l, c, d)
  return {
    title: labelled(t('findings.title'), decision.name, locale),
    description: t('findings.about', { question: decision.question }),
  }
}

/** The summary of findings of a decision, for whoever checks or quotes its figures. */
export default async function FindingsPage({ params }: Props) {
  const { locale: l, condition: c, decision: d } = await params
  const { locale, t, release, kit, condition, place, decision } = await decisionParts(l, c, d)
  const all = { href: decisionHref(locale, condition.id, decision.id), name: t('compare.all') }
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening
        title={labelled(t('findings.title'), decision.name, locale)}
        lead={[t('findings.lead')]}
        kit={kit}
        above={<Link href={all.href}>{decision.name}</Link>}
      />
      <div className="wrap sheet">
        <div className="part">
          <p>{sentences([t('compare.differentStudies'), t('compare.chance'), t('ratings.byUs')], locale)}</p>
          <ul className="list screen">
            <li>
              <a href={findingsCsvAddress(locale, condition.id, decision.id)} download>
                {t('findings.csv')}
              </a>
            </li>
            <li>
              <a href={openFileAddress(locale, condition.id, 'decisions')}>{t('findings.json')}</a>
            </li>
          </ul>
          <p data-plain>{t('findings.use')}</p>
        </div>
        <FindingsTables
          table={findingsTable(decision, kit)}
          pageOf={(option) => optionHref(locale, condition.id, option, decision.id)}
          kit={kit}
        />
        <WithinStep t={t} next={null} back={null} all={all} />
      </div>
    </SiteFrame>
  )
}
