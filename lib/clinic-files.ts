import fs from 'node:fs'
import path from 'node:path'
import type { Env } from '@/lib/env'
import type { ClinicFile } from '@/lib/clinics/read-clinics'

/** Larger than any profile or logo that is taken: what is larger is not read at all. */
const mostBytes = 1_000_000

type Settings = Pick<Env, 'LANTERN_CLINIC' | 'LANTERN_CLINICS' | 'LANTERN_CONTENT'>

/**
 * The files that the settings name, by name: one profile with the pictures beside it (LANTERN_CLINIC), or every file
 * of a folder (LANTERN_CLINICS; else `clinics` beside the content, which may be absent).
 * @returns a sentence when a file or folder that was named is not there
 */
export function findClinicFiles(env: Settings): { files: ClinicFile[] } | { why: string } {
  const one = env.LANTERN_CLINIC
  if (one !== undefined && !fs.statSync(one, { throwIfNoEntry: false })?.isFile())
    return { why: `LANTERN_CLINIC names ${one}, and there is no such file.` }
  const isGiven = env.LANTERN_CLINICS !== undefined
  const folder =
    one === undefined
      ? (env.LANTERN_CLINICS ?? path.join(path.dirname(path.resolve(env.LANTERN_CONTENT)), 'clinics'))
      : path.dirname(one)
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return isGiven && one === undefined
      ? { why: `LANTERN_CLINICS names ${folder}, and there is no such folder.` }
      : { files: [] }
  const wanted = (name: string) =>
    one === undefined
      ? /\.(ya?ml|svg|png)$/.test(name)
      : name === path.basename(one) || /\.(svg|png)$/.test(name)
  const files: ClinicFile[] = []
  for (const name of fs.readdirSync(folder).sort()) {
    const file = path.join(folder, name)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (!wanted(name) || !stat?.isFile()) continue
    if (stat.size > mostBytes) return { why: `${file} is larger than ${mostBytes / 1_000_000} megabyte.` }
    files.push({ name, bytes: new Uint8Array(fs.readFileSync(file)) })
  }
  return { files }
}
