import 'server-only'
import { findClinicFiles } from '@/lib/clinic-files'
import { readClinics, type Clinic } from '@/lib/clinics/read-clinics'
import { env } from '@/lib/env'

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

/** The clinic with this id, or null. */
export const getClinic = (id: string): Clinic | null =>
  listClinics().find((clinic) => clinic.id === id) ?? null
