import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { conditionParams, stepParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { SharePage } from '@/components/sharing/share-page'
import Link from '@/components/ui/link'
import { publicSite } from '@/lib/env'
import { stepHref } from '@/lib/journey/steps'
import { getAnswerable, getSummaryParts } from '@/lib/summary/data'
import { wordsOf } from '@/lib/texts/translate'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/share'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const { t } = await stepParts(locale, condition, 'summary')
  return { title: t('sharing.title'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: l, condition: c } = await params
  const { locale, t, release, kit, condition, place } = await stepParts(l, c, 'summary')
  const [parts, answerable] = await Promise.all([
    getSummaryParts(locale, condition.id),
    getAnswerable(locale, condition.id),
  ])
  if (!parts) notFound()
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={t('sharing.title')} lead={[t('sharing.lead')]} kit={{ ...kit, terms: null }} />
      <div className="wrap sheet" data-shows-answers="">
        <p className="card no-js">{t('sharing.noJs')}</p>
        <SharePage
          parts={parts}
          answerable={answerable}
          words={wordsOf(locale, 'sharing')}
          locale={locale}
          site={publicSite()}
        />
        <nav className="onward" aria-label={t('steps.onward')}>
          <Link className="back" href={stepHref(locale, condition.id, 'summary')}>
            {t('sharing.toSummary')}
          </Link>
        </nav>
      </div>
    </SiteFrame>
  )
}
