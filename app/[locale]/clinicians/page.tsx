import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/packets.css'
import { SitePage } from '@/components/layout/site-page'
import { RecordNotes } from '@/components/packets/record-notes'
import Link from '@/components/ui/link'
import { env } from '@/lib/env'
import { listConditions } from '@/lib/journey/data'
import { reviewedOf } from '@/lib/packets/data'
import { listFullDecisions } from '@/lib/summary/data'
import { getSitePage } from '@/lib/texts/data'

type Props = PageProps<'/[locale]/clinicians'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await siteParts((await params).locale)
  return { title: (await getSitePage(locale, 'clinicians'))?.title }
}

/** What Lantern is, for the person who may hand it out: method, limits, two minutes, handouts, packets, a note. */
export default async function CliniciansPage({ params }: Props) {
  const { locale, t, release, kit, termsIn } = await siteParts((await params).locale)
  const [words, names] = await Promise.all([getSitePage(locale, 'clinicians'), listConditions(locale)])
  if (!words) notFound()
  const conditions = await Promise.all(
    names.map(async ({ id, name }) => {
      const decisions = (await listFullDecisions(locale, id)).map(async (decision) => ({
        ...decision,
        reviewed: await reviewedOf(locale, id, decision.id),
      }))
      return { id, name, decisions: await Promise.all(decisions) }
    }),
  )
  return (
    <SitePage words={words} release={release} terms={termsIn(words)} kit={kit}>
      <section className="part" aria-labelledby="packet">
        <h2 id="packet">{t('clinicians.packet')}</h2>
        <p>{t('clinicians.packetText')}</p>
        <p>
          <Link className="go" href={`/${locale}/clinicians/packet`}>
            {t('clinicians.packetGo')}
          </Link>
        </p>
      </section>
      <section className="part" aria-labelledby="handouts">
        <h2 id="handouts">{t('clinicians.handouts')}</h2>
        <p>{t('clinicians.handoutsText')}</p>
        <p>
          <Link href={`/${locale}/handouts`}>{t('clinicians.handoutsGo')}</Link>
        </p>
      </section>
      <section className="part" aria-labelledby="note">
        <h2 id="note">{t('clinicians.note')}</h2>
        <p>{t('clinicians.noteText')}</p>
        {release && (
          <RecordNotes
            conditions={conditions}
            release={release}
            site={env.LANTERN_PUBLIC_URL ?? null}
            kit={kit}
          />
        )}
      </section>
      <section className="part" aria-labelledby="more">
        <h2 id="more">{t('clinicians.more')}</h2>
        <p>{t('clinicians.qualityText')}</p>
        <p>
          <Link href={`/${locale}/about/quality`}>{t('quality.title')}</Link>
        </p>
        <p>{t('clinicians.reviewText')}</p>
        <ul className="list">
          {conditions.map(({ id, name }) => (
            <li key={id}>
              <Link href={`/${locale}/review/${id}`}>{t('quality.sheetFor', { name })}</Link>
            </li>
          ))}
        </ul>
      </section>
      <script src="/clinicians.js" type="module" defer />
    </SitePage>
  )
}
