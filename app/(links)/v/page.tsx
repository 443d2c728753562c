import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { ViewPage } from '@/components/sharing/view-page'
import { sourceLocale, translator, wordsOf } from '@/lib/texts/translate'

export const metadata: Metadata = { title: translator(sourceLocale)('sharing.viewTitle') }

/** Where a share opens: /v#shlink:/… */
export default async function Page() {
  const { locale, t, release, kit } = await siteParts(sourceLocale)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening title={t('sharing.viewTitle')} lead={[t('sharing.viewLead')]} kit={kit} />
      <div className="wrap sheet">
        <p className="card no-js">{t('sharing.viewNoJs')}</p>
        <ViewPage words={wordsOf(locale, 'sharing')} locale={locale} />
      </div>
    </SiteFrame>
  )
}
