import type { Metadata } from 'next'
import { linkTitle } from '@/app/(links)/links'
import { siteParts } from '@/app/page-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { ManagePage } from '@/components/sharing/manage-page'
import { publicSite } from '@/lib/env'
import { translator, wordsOf } from '@/lib/texts/translate'
import { localeOfLinkPage } from '@/lib/texts/link-pages'

type Props = PageProps<'/m/[[...language]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: linkTitle(translator(localeOfLinkPage((await params).language))('sharing.manageTitle')) }
}

/** Where the owner of a share looks after it: /m#1.… */
export default async function Page({ params }: Props) {
  const { locale, t, release, kit } = await siteParts(localeOfLinkPage((await params).language))
  return (
    <SiteFrame locale={locale} t={t} release={release} linkPage="m">
      <Opening title={t('sharing.manageTitle')} lead={[t('sharing.manageLead')]} kit={kit} />
      <div className="wrap sheet">
        <p className="card no-js">{t('sharing.manageNoJs')}</p>
        <ManagePage words={wordsOf(locale, 'sharing')} locale={locale} site={publicSite()} />
      </div>
    </SiteFrame>
  )
}
