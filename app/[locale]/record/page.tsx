import type { Metadata } from 'next'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/packets.css'
import '@/app/styles/record.css'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { PacketForm } from '@/components/packets/packet-form'
import { RecordPanel } from '@/components/record/record-panel'
import { publicSite } from '@/lib/env'
import { getCatalogue } from '@/lib/packets/data'
import { listCodedIllnesses } from '@/lib/record/data'

type Props = PageProps<'/[locale]/record'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: (await siteParts((await params).locale)).t('record.title'),
    robots: { index: false, follow: false },
  }
}

/**
 * Opened from a clinic's record (SMART App Launch), beside it or in a tab of its own. The only page that other sites may show
 * in a frame and that may ask others: those of LANTERN_RECORDS (lib/server/front/security-headers.ts).
 */
export default async function RecordPage({ params }: Props) {
  const { locale, t, release, kit } = await siteParts((await params).locale)
  const catalogue = await getCatalogue(locale)
  const known = new Set(catalogue.conditions.map(({ id }) => id))
  const illnesses = listCodedIllnesses(locale).filter(({ id }) => known.has(id))
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <div className="screen">
        <Opening
          title={t('record.title')}
          lead={[t('record.lead'), t('record.promise')]}
          kit={{ ...kit, terms: null }}
        />
      </div>
      <div className="wrap sheet">
        <RecordPanel illnesses={illnesses} kit={kit}>
          <PacketForm catalogue={catalogue} site={publicSite()} release={release} kit={kit} />
        </RecordPanel>
      </div>
      <script src="/build-packet.js" type="module" defer />
      <script src="/record.js" type="module" defer />
    </SiteFrame>
  )
}
