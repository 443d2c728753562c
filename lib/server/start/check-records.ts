/** Record systems at the start: a wrong field stops it, better now, at the terminal, than when a clinician opens the page. */
import type { Clinic } from '@/lib/clinics/read-clinics'
import type { Env } from '@/lib/env'
import { findRecords } from '@/lib/record-files'
import type { Records } from '@/lib/record/read-records'
import { StopError } from '@/lib/server/process/stop-error'

type Settings = Pick<Env, 'LANTERN_RECORDS' | 'LANTERN_PUBLIC_URL'>

/**
 * The records of the settings.
 * @param clinics the profiles that a record may name; left out: not looked at again
 * @throws StopError with one plain sentence
 */
export function recordsAtStart(env: Settings, clinics?: readonly Pick<Clinic, 'id'>[]): Records {
  const read = findRecords(env)
  if (!read.ok) throw new StopError(read.why)
  const { systems, address } = read.records
  const unknown = clinics && systems.find(({ clinic }) => clinic && !clinics.some(({ id }) => id === clinic))
  if (unknown)
    throw new StopError(
      `The record “${unknown.name}” names the clinic “${unknown.clinic ?? ''}”, and there is no profile with that id.`,
    )
  if (address === null && !env.LANTERN_PUBLIC_URL && systems.some(({ callers }) => callers.length > 0))
    throw new StopError(
      'Hooks need to know where this site is: set LANTERN_PUBLIC_URL, or “address” in the file of LANTERN_RECORDS.',
    )
  return read.records
}
