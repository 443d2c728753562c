import type { Metadata } from 'next'
import { linkTitle } from '@/app/(links)/links'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/packets.css'
import { SiteFrame } from '@/components/layout/site-frame'
import { PatientRoute } from '@/components/packets/patient-route'
import { getCatalogue } from '@/lib/packets/data'
import { locales, translator } from '@/lib/texts/translate'
import { localeOfLinkPage } from '@/lib/texts/link-pages'

type Props = PageProps<'/p/[[...language]]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: linkTitle(translator(localeOfLinkPage((await params).language))('packets.open.title')) }
}

/** What a packet opens: /p#1.… The fragment never reaches a server; see lib/browser/take-fragment.ts. */
export default async function Page({ params }: Props) {
  const { locale, t, release, kit } = await siteParts(localeOfLinkPage((await params).language))
  const catalogues = await Promise.all(locales.map((language) => getCatalogue(language)))
  return (
    <SiteFrame locale={locale} t={t} release={release} linkPage="p">
      <PatientRoute catalogues={catalogues} kit={kit} />
      <script src="/open-packet.js" type="module" defer />
    </SiteFrame>
  )
}
