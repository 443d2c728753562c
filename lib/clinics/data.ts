import 'server-only'
import { findClinicFiles } from '@/lib/clinic-files'
import { readClinics, type Clinic } from '@/lib/clinics/read-clinics'
import { contactOf, type Contact } from '@/lib/clinics/giver'
import { db } from '@/lib/db/client'
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

/**
 * Adds one person's answers to a clinic's totals, all or none.
 * @param given question → answer; the caller has checked both against their lists
 * @throws when the database is away
 */
export async function countVisit(clinicId: string, given: Readonly<Record<string, string>>): Promise<void> {
  await db.$transaction(
    Object.entries(given).map(([question, answer]) =>
      db.visitCount.upsert({
        where: { clinicId_question_answer: { clinicId, question, answer } },
        create: { clinicId, question, answer, people: 1 },
        update: { people: { increment: 1 } },
      }),
    ),
  )
}

/** Every total of a clinic as it is stored: only `toldCounts` of it may be told. */
export const listVisitCounts = (clinicId: string) =>
  db.visitCount.findMany({
    where: { clinicId },
    select: { question: true, answer: true, people: true },
  })
