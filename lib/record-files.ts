import fs from 'node:fs'
import path from 'node:path'
import type { Env } from '@/lib/env'
import { noRecords, readRecords, type ReadRecords } from '@/lib/record/read-records'

const read = (file: string): string | null =>
  fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? fs.readFileSync(file, 'utf8') : null

/** The record systems of LANTERN_RECORDS with the key files beside it; none when it is not set. */
export function findRecords(env: Pick<Env, 'LANTERN_RECORDS'>): ReadRecords {
  const file = env.LANTERN_RECORDS
  if (file === undefined) return { ok: true, records: noRecords }
  const text = read(file)
  if (text === null) return { ok: false, why: `LANTERN_RECORDS names ${file}, and there is no such file.` }
  return readRecords(path.basename(file), text, (name) => read(path.join(path.dirname(file), name)))
}
