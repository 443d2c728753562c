import { ScanCode } from '@/components/ui/scan-code'
import { logoPath, type PosterSheet } from '@/lib/clinics/addresses'
import { clinicName } from '@/lib/clinics/given-line'
import type { Clinic } from '@/lib/clinics/read-clinics'
import { sentences } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

/** The words of an address as people type them. */
const shown = (address: string) => address.replace(/^https?:\/\//, '')

/** A poster for a waiting room. `address`: what the code holds; null: nobody said where this site is, so there is no code. */
export function Poster({
  clinic,
  conditions,
  address,
  sheet,
  reviewed,
  locale,
  t,
}: {
  clinic: Clinic
  conditions: readonly string[]
  address: string | null
  sheet: PosterSheet
  /** Who signed off what the code leads to, or that nobody has. */
  reviewed: string
  locale: string
  t: Translate
}) {
  return (
    <article className={`poster ${sheet}`}>
      <p className="kick">{conditions.join(' · ')}</p>
      <h1>{t('clinics.poster.ask')}</h1>
      <p className="say">{t('clinics.poster.say')}</p>
      <ul>
        {(['options', 'cells', 'page'] as const).map((key) => (
          <li key={key}>{t(`clinics.poster.get.${key}`)}</li>
        ))}
      </ul>
      {address && (
        <div className="scan">
          <ScanCode address={address} label={t('clinics.poster.codeLabel', { address })} className="code" />
          <div>
            <p className="big">{t('clinics.poster.scan')}</p>
            <p className="address">{t('clinics.poster.type', { address: shown(address) })}</p>
            <p>{t('clinics.poster.free')}</p>
            <p>{t('clinics.poster.noPhone')}</p>
          </div>
        </div>
      )}
      <p className="ill">{t('clinics.poster.ill')}</p>
      <p className="who">
        {clinic.logo && <img src={logoPath(clinic.id, clinic.logo.kind)} alt="" />}
        <span>
          {sentences(
            [t('clinics.given', { name: clinicName(clinic) }), reviewed, t('site.notAdvice')],
            locale,
          )}
        </span>
      </p>
    </article>
  )
}
