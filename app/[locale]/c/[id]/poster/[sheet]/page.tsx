import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { clinicParams, siteParts } from '@/app/page-parts'
import '@/app/styles/clinics.css'
import { Poster } from '@/components/clinics/poster'
import { clinicHref, posterSheets } from '@/lib/clinics/addresses'
import { getClinic } from '@/lib/clinics/data'
import { SiteFrame } from '@/components/layout/site-frame'
import { Act } from '@/components/ui/act'
import Link from '@/components/ui/link'
import { publicSite } from '@/lib/env'
import { listConditions, listDecisions } from '@/lib/journey/data'
import { getReviewLines } from '@/lib/reviews/data'
import { writeReviewed } from '@/lib/reviews/reviewed'
import { stepContents } from '@/lib/reviews/reviews'

export const dynamicParams = false

export async function generateStaticParams() {
  const all = await clinicParams()
  return all.flatMap((params) => posterSheets.map((sheet) => ({ ...params, sheet })))
}

type Props = PageProps<'/[locale]/c/[id]/poster/[sheet]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteParts((await params).locale)).t('clinics.poster.title') }
}

/** One sheet for a waiting room. On paper there is nothing but the poster. */
export default async function PosterPage({ params }: Props) {
  const { locale: language, id, sheet: wanted } = await params
  const clinic = getClinic(id)
  const sheet = posterSheets.find((name) => name === wanted)
  if (!clinic || !sheet) notFound()
  const { locale, t, release } = await siteParts(language)
  const conditions = await listConditions(locale)
  const contents = await Promise.all(
    conditions.map(async (condition) => {
      const decisions = (await listDecisions(locale, condition.id)).map((decision) => decision.id)
      return stepContents(condition.id, 'summary', { options: [], decisions })
    }),
  )
  const site = publicSite()
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <div className="wrap screen poster-tools">
        <p>
          <Link href={clinicHref(locale, clinic.id)}>{clinic.name}</Link>
        </p>
        {site === null && <p className="card">{t('clinics.poster.noSite')}</p>}
        <p className="needs-js">
          <Act name="print">{t('summary.print')}</Act>
        </p>
      </div>
      <Poster
        locale={locale}
        clinic={clinic}
        conditions={conditions.map(({ name }) => name)}
        address={site === null ? null : site + clinicHref(locale, clinic.id)}
        sheet={sheet}
        reviewed={writeReviewed(await getReviewLines(locale, contents.flat()), t, locale)}
        t={t}
      />
    </SiteFrame>
  )
}
