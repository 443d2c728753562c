import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/packets.css'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { PacketForm } from '@/components/packets/packet-form'
import Link from '@/components/ui/link'
import { publicSite } from '@/lib/env'
import { getCatalogue } from '@/lib/packets/data'

type Props = PageProps<'/[locale]/clinicians/packet'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('packets.build.title') }
}

/** A clinician chooses what one patient should start with; everything happens in the browser. */
export default async function PacketPage({ params }: Props) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const catalogue = await getCatalogue(locale)
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <div className="screen">
        <Opening
          title={t('packets.build.title')}
          lead={[t('packets.build.lead'), t('packets.build.stays'), t('packets.build.fixed')]}
          kit={{ ...kit, terms: null }}
        >
          <p>
            <Link href={`/${locale}/clinicians`}>{t('site.clinicians')}</Link>
          </p>
        </Opening>
      </div>
      <div className="wrap sheet">
        <PacketForm catalogue={catalogue} site={publicSite()} release={release} kit={kit} />
      </div>
      <script src="/build-packet.js" type="module" defer />
    </SiteFrame>
  )
}
