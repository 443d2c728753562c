import 'server-only'
import { findClinicFiles } from '@/lib/clinic-files'
import { readClinics, type Clinic } from '@/lib/clinics/read-clinics'
import { contactOf, type Contact } from '@/lib/clinics/giver'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

/**
 * The clinics of this site, by id; none when there is no folder of profiles. Not the database: reading pages are built
 * from it ahead, and stand while the database is away.
 * @throws with what is wrong; the launcher has looked before
 */
export function listClinics(): Clinic[] {
  const found = findClinicFiles(env)
  const read = 'why' in found ? { ok: false as const, why: found.why } : readClinics(found.files)
  if (!read.ok) throw new Error(read.why)
  return read.clinics
}

/**
 * How to reach the clinic of each key, by `kid`. Empty when the profiles cannot be read just now: who signed is proved
 * without them.
 */
export function contactsByKey(): ReadonlyMap<string, Contact> {
  try {
    return new Map(listClinics().flatMap((clinic) => clinic.keys.map((kid) => [kid, contactOf(clinic)])))
  } catch {
    log('error', 'request.refused', { code: 'unexpected' })
    return new Map()
  }
}

/** The clinic with this id, or null. */
export const getClinic = (id: string): Clinic | null =>
  listClinics().find((clinic) => clinic.id === id) ?? null
