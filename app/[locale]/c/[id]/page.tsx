import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { clinicParams, siteParts } from '@/app/page-parts'
import '@/app/styles/answers.css'
import '@/app/styles/clinics.css'
import { ClinicDetails, ClinicNumbers, ClinicOptions } from '@/components/clinics/clinic-parts'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { HandoutList } from '@/components/summary/handout-list'
import { TellClinic } from '@/components/summary/tell-clinic'
import Link from '@/components/ui/link'
import { getClinic } from '@/lib/clinics/data'
import { logoPath, posterHref, posterSheets } from '@/lib/clinics/addresses'
import { clinicName } from '@/lib/clinics/given-line'
import { listHandouts } from '@/lib/handouts/write-handouts'
import { listConditions, listDecisions, listOptions } from '@/lib/journey/data'
import { stepHref } from '@/lib/journey/steps'
import { packetsOf } from '@/lib/packets/clinic-packets'

export const dynamicParams = false
export const generateStaticParams = clinicParams

type Props = PageProps<'/[locale]/c/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const clinic = getClinic((await params).id)
  return { title: clinic ? clinicName(clinic) : undefined }
}

/** A clinic's own page, from its profile: who it is, what is done there, how to start, its sheets and its poster. */
export default async function ClinicPage({ params }: Props) {
  const { locale: language, id } = await params
  const clinic = getClinic(id)
  if (!clinic) notFound()
  const { locale, t, release, kit } = await siteParts(language)
  const packets = packetsOf(clinic, locale)
  const conditions = await Promise.all(
    (await listConditions(locale)).map(async (condition) => ({
      ...condition,
      options: await listOptions(locale, condition.id),
      handouts: listHandouts(locale, condition, await listDecisions(locale, condition.id), t, clinic.id),
    })),
  )
  return (
    <SiteFrame locale={locale} t={t} release={release}>
      <Opening
        title={clinic.name}
        above={clinic.unit}
        lead={[t('clinics.lead')]}
        kit={{ ...kit, terms: null }}
      >
        {clinic.logo && (
          <img className="clinic-logo" src={logoPath(clinic.id, clinic.logo.kind)} alt="" height={64} />
        )}
      </Opening>
      <div className="wrap sheet">
        <section className="part" aria-labelledby="start">
          <h2 id="start">{t('clinics.start')}</h2>
          <p>{t('clinics.startText')}</p>
          <div className="cards">
            {conditions.map(({ id: condition, name }) => (
              <Link key={condition} className="door" href={stepHref(locale, condition, 'condition')}>
                <b>{name}</b>
              </Link>
            ))}
          </div>
        </section>
        {packets.length > 0 && (
          <section className="part" aria-labelledby="packets">
            <h2 id="packets">{t('clinics.packets')}</h2>
            <p>{t('packets.open.lead')}</p>
            <ul className="list">
              {packets.map(({ name, href }) => (
                <li key={href}>
                  <Link href={href} rel="nofollow">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ClinicDetails clinic={clinic} locale={locale} t={t} />
        <ClinicNumbers clinic={clinic} locale={locale} t={t} />
        <ClinicOptions clinic={clinic} conditions={conditions} locale={locale} t={t} />
        {clinic.bring.length > 0 && (
          <section className="part" aria-labelledby="bring">
            <h2 id="bring">{t('clinics.bring')}</h2>
            <ul className="list">
              {clinic.bring.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
        <section className="part" aria-labelledby="handouts">
          <h2 id="handouts">{t('clinics.handouts')}</h2>
          <p>{t('clinics.handoutsText')}</p>
          {conditions.map(({ id: condition, name, handouts }) => (
            <div key={condition} className="flow">
              <h3>{name}</h3>
              <HandoutList handouts={handouts} locale={locale} t={t} />
            </div>
          ))}
        </section>
        {clinic.counts && <TellClinic clinicId={clinic.id} locale={locale} t={t} />}
        <section className="part screen" aria-labelledby="staff">
          <h2 id="staff">{t('clinics.staff')}</h2>
          <ul className="list">
            {posterSheets.map((sheet) => (
              <li key={sheet}>
                <Link href={posterHref(locale, clinic.id, sheet)}>{t(`clinics.poster.${sheet}`)}</Link>
              </li>
            ))}
            <li>
              <Link href={`/${locale}/clinicians/packet`}>{t('clinicians.packetGo')}</Link>
            </li>
          </ul>
        </section>
      </div>
    </SiteFrame>
  )
}
