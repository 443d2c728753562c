import { parse } from 'yaml'
import type { z } from 'zod'
import { readLogo } from '@/lib/clinics/logo'
import { ClinicProfile } from '@/lib/clinics/schema'

/** A file as it lies in the folder. */
export type ClinicFile = { name: string; bytes: Uint8Array }
export type ClinicLogo = { kind: 'png' | 'svg'; bytes: Uint8Array }
export type Clinic = Omit<ClinicProfile, 'logo'> & { logo: ClinicLogo | null }

export type ReadClinics = { ok: true; clinics: Clinic[] } | { ok: false; why: string }

const no = (why: string): ReadClinics => ({ ok: false, why })

/** "elsewhere, entry 2, where": a place in the file as a person looks for it. */
const placeOf = (path: readonly PropertyKey[]) =>
  path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part))).join(', ')

/** One sentence about the first thing that is wrong. */
function sentence(file: string, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${file} holds the field “${issue.keys[0] ?? ''}”, which is not known${issue.path.length ? ` in ${placeOf(issue.path)}` : ''}; the fields that can be written are in docs/how-to/be-a-clinic.md.`
  const place = placeOf(issue.path)
  if (place === '') return `${file} is not a list of fields; write for example “name: Sample Hospital”.`
  return `In ${file} the field “${place}” must be ${issue.message}.`
}

/** One profile from the text of its file. */
function readProfile(file: string, bytes: Uint8Array): { profile: ClinicProfile } | { why: string } {
  let value: unknown
  try {
    value = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { maxAliasCount: 0 })
  } catch {
    return { why: `${file} cannot be read as YAML; look for a missing quote or a wrong indent.` }
  }
  const parsed = ClinicProfile.safeParse(value)
  const [issue] = parsed.success ? [] : parsed.error.issues
  if (!parsed.success) return { why: issue ? sentence(file, issue) : `${file} is not usable.` }
  return { profile: parsed.data }
}

/**
 * Every clinic of these files, by id. All or nothing: a wrong field leaves no clinic half read.
 * @param files YAML files, and the pictures that they name
 * @returns a refusal as one plain sentence that names the file, the field and what is expected
 */
export function readClinics(files: readonly ClinicFile[]): ReadClinics {
  const clinics: Clinic[] = []
  const byKey = new Map<string, string>()
  for (const { name, bytes } of files.filter((file) => /\.ya?ml$/.test(file.name))) {
    const read = readProfile(name, bytes)
    if ('why' in read) return no(read.why)
    const { logo: picture, ...profile } = read.profile
    if (clinics.some(({ id }) => id === profile.id))
      return no(`In ${name} the field “id” must be one that no other clinic has.`)
    for (const key of profile.keys) {
      const other = byKey.get(key)
      if (other !== undefined)
        return no(`In ${name} the field “keys” must not hold a key of another clinic (${other}).`)
      byKey.set(key, profile.id)
    }
    if (picture === undefined) {
      clinics.push({ ...profile, logo: null })
      continue
    }
    const found = files.find((file) => file.name === picture)
    if (!found)
      return no(`In ${name} the field “logo” must be a picture in the same folder: ${picture} is not there.`)
    const logo = readLogo(picture, found.bytes)
    if (!logo.ok) return no(`The logo ${picture} of ${name} is refused: ${logo.why}.`)
    clinics.push({ ...profile, logo: { kind: logo.kind, bytes: logo.bytes } })
  }
  return { ok: true, clinics: clinics.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/**
 * What is wrong with the options that clinics name, as a sentence; null when the content has them all.
 * @param known every option of the content, as `illness/option`
 */
export function optionFault(clinics: readonly Clinic[], known: ReadonlySet<string>): string | null {
  for (const { id, here, elsewhere } of clinics)
    for (const [field, options] of [
      ['here', here],
      ['elsewhere', elsewhere.map(({ option }) => option)],
    ] as const)
      for (const option of options)
        if (!known.has(option))
          return `The profile of the clinic “${id}” names the option “${option}” in the field “${field}”, which the content does not have; the ids are in the options.yaml of each illness.`
  return null
}
