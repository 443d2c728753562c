import type { Metadata } from 'next'
import { linkTitle } from '@/app/(links)/links'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { ViewPage } from '@/components/sharing/view-page'
import { translator, wordsOf } from '@/lib/texts/translate'
import { localeOfLinkPage } from '@/lib/texts/link-pages'

type Props = PageProps<'/v/[[...language]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: linkTitle(translator(localeOfLinkPage((await params).language))('sharing.viewTitle')) }
}

/** Where a share opens: /v#shlink:/… */
export default async function Page({ params }: Props) {
  const { locale, t, release, kit } = await siteParts(localeOfLinkPage((await params).language))
  return (
    <SiteFrame locale={locale} t={t} release={release} linkPage="v">
      <Opening title={t('sharing.viewTitle')} lead={[t('sharing.viewLead')]} kit={kit} />
      <div className="wrap sheet">
        <p className="card no-js">{t('sharing.viewNoJs')}</p>
        <ViewPage words={wordsOf(locale, 'sharing')} locale={locale} />
      </div>
    </SiteFrame>
  )
}
