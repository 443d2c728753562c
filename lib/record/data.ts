import 'server-only'
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { getClinic } from '@/lib/clinics/data'
import { clinicName } from '@/lib/clinics/given-line'
import { env, publicSite } from '@/lib/env'
import { findRecords } from '@/lib/record-files'
import type { Records } from '@/lib/record/read-records'
import { IllnessCodes, Instruments, type Instrument } from '@/lib/record/schema'
import type { OfferedSystem } from '@/lib/record/smart'
import type { CodedIllness } from '@/lib/record/value-sets'

/**
 * The record systems of this site, as the settings file has them now. Not the database: a hook must answer at once, also
 * while the database is away. @throws with what is wrong; the launcher has looked before
 */
export function listRecords(): Records {
  const read = findRecords(env)
  if (!read.ok) throw new Error(read.why)
  return read.records
}

/** Where the records reach this site; null when nobody said. */
export const recordAddress = ({ address }: Records): string | null => address ?? publicSite()

/** What the page in a record must know of each system: nothing of it is secret. */
export function offeredSystems(): OfferedSystem[] {
  return listRecords().systems.map(({ name, iss, clientId, signIn, clinic }) => {
    const profile = clinic === undefined ? null : getClinic(clinic)
    return { name, iss, clientId, signIn, clinic: profile && clinicName(profile) }
  })
}

const Named = z.object({ name: z.string() })

const isCodedIn = (locale: string, folder: string) =>
  ['codes.yaml', `words.${locale}/condition.yaml`].every((file) => fs.existsSync(path.join(folder, file)))

/**
 * The codes by which a record names each illness, in the order of the folders. Read from the content itself and not from
 * the database, for the reason above; the seed has checked the same files. @throws when a file is not as it must be
 */
export function listCodedIllnesses(locale: string): CodedIllness[] {
  const root = env.LANTERN_CONTENT
  return fs
    .readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isCodedIn(locale, path.join(root, entry.name)))
    .map(({ name }) => name)
    .sort()
    .map((id) => {
      const read = (file: string): unknown => parse(fs.readFileSync(path.join(root, id, file), 'utf8'))
      const { sets } = IllnessCodes.parse(read('codes.yaml'))
      return {
        id,
        name: Named.parse(read(`words.${locale}/condition.yaml`)).name,
        sets: sets.map(({ system, alsoFiner, codes }) => ({
          system,
          alsoFiner,
          codes: codes.map(({ code }) => code),
        })),
      }
    })
}

/** Questions of others that this site may pass on. Read as the codes are. */
export function listInstruments(): Instrument[] {
  const file = path.join(env.LANTERN_CONTENT, 'shared/instruments.yaml')
  return fs.existsSync(file) ? Instruments.parse(parse(fs.readFileSync(file, 'utf8'))).instruments : []
}
