import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { siteParts } from '@/app/page-parts'
import '@/app/styles/packets.css'
import { SitePage } from '@/components/layout/site-page'
import { RecordNotes } from '@/components/packets/record-notes'
import Link from '@/components/ui/link'
import { clinicHref } from '@/lib/clinics/addresses'
import { listClinics } from '@/lib/clinics/data'
import { clinicName } from '@/lib/clinics/given-line'
import { publicSite } from '@/lib/env'
import { listConditions } from '@/lib/journey/data'
import { reviewedOf } from '@/lib/packets/data'
import { listFullDecisions } from '@/lib/summary/data'
import { getSitePage } from '@/lib/texts/data'
import { linkPage } from '@/lib/texts/link-pages'

type Props = PageProps<'/[locale]/clinicians'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await siteParts((await params).locale)
  return { title: (await getSitePage(locale, 'clinicians'))?.title }
}

/** For the person who may hand it out: the tools and the note for the record first, then method and limits. */
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
  const tools = [
    { key: 'packet', href: `/${locale}/clinicians/packet` },
    { key: 'handouts', href: `/${locale}/handouts` },
    { key: 'note', href: '#note' },
    { key: 'open', href: linkPage('v', locale) },
  ] as const
  const clinics = listClinics()
  return (
    <SitePage
      words={words}
      release={release}
      terms={termsIn(words)}
      kit={kit}
      first={
        <>
          <section className="part" aria-labelledby="tools">
            <h2 id="tools">{t('clinicians.tools')}</h2>
            <div className="cards tools">
              {tools.map(({ key, href }) => (
                <Link key={key} className="door" href={href}>
                  <b>{t(`clinicians.tool.${key}`)}</b>
                  {t(`clinicians.tool.${key}Text`)}
                </Link>
              ))}
            </div>
            {clinics.length > 0 && (
              <>
                <h3>{t('clinicians.clinics')}</h3>
                <ul className="list">
                  {clinics.map((clinic) => (
                    <li key={clinic.id}>
                      <Link href={clinicHref(locale, clinic.id)}>{clinicName(clinic)}</Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <section className="part" aria-labelledby="note">
            <h2 id="note">{t('clinicians.note')}</h2>
            <p>{t('clinicians.noteText')}</p>
            {release && (
              <RecordNotes conditions={conditions} release={release} site={publicSite()} kit={kit} />
            )}
          </section>
        </>
      }
    >
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
