import { logoPath } from '@/lib/clinics/addresses'
import { addressLine } from '@/lib/clinics/giver'
import type { Clinic } from '@/lib/clinics/read-clinics'
import { sentences } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

/** "heart team, Sample Hospital" */
export const clinicName = ({ unit, name }: Pick<Clinic, 'unit' | 'name'>): string =>
  [unit, name].filter(Boolean).join(', ')

/** Who gives a sheet, and whom to call, in a line. For what the clinic's own pages hold: nothing is to be proved there. */
export function givenLine(clinic: Clinic, t: Translate, locale: string): string {
  const { phone, phoneWhen: when } = clinic
  const call = phone && (when ? t('clinics.callWhen', { phone, when }) : t('clinics.call', { phone }))
  const address = addressLine(clinic.address)
  return sentences(
    [t('clinics.given', { name: clinicName(clinic) }), call, address && t('clinics.where', { address })],
    locale,
  )
}

/** A clinic's logo as a sheet holds it; null: it has none. */
export const logoOf = ({ id, logo, ...clinic }: Clinic) =>
  logo && { src: logoPath(id, logo.kind), name: clinicName(clinic) }
