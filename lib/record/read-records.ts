import { parse } from 'yaml'
import type { z } from 'zod'
import { JwkSet, RecordsFile, type RecordSystem } from '@/lib/record/schema'

/** Callers of the hooks with the keys that prove them. */
export type Caller = { iss: string; keys: JwkSet['keys'] }
export type Records = {
  address: string | null
  systems: (Omit<RecordSystem, 'hooks'> & { callers: Caller[] })[]
}
export type ReadRecords = { ok: true; records: Records } | { ok: false; why: string }

export const noRecords: Records = { address: null, systems: [] }

const no = (why: string): ReadRecords => ({ ok: false, why })

function sentence(file: string, issue: z.core.$ZodIssue | undefined): string {
  const place = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `entry ${part + 1}` : String(part)))
    .join(', ')
  if (issue?.code === 'unrecognized_keys')
    return `${file} holds the field “${issue.keys[0] ?? ''}”, which is not known${place ? ` in ${place}` : ''}; the fields are in docs/how-to/launch-from-a-record.md.`
  if (!place) return `${file} is not a list of fields; it must begin with “records:”.`
  return `In ${file} the field “${place}” must be ${issue?.message ?? 'another one'}.`
}

/** Whether a key holds its secret part: then it must not lie on a server that only checks. */
const isSecret = (key: object) => ['d', 'k'].some((part) => part in key)

/** A file of keys. What is wrong is said without repeating it. */
function readKeys(file: string, text: string | null): { keys: JwkSet['keys'] } | { why: string } {
  if (text === null) return { why: `The file of keys ${file} is not there.` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { why: `${file} is no JSON; it must look like {"keys": [ … ]}.` }
  }
  const read = JwkSet.safeParse(value)
  if (!read.success)
    return {
      why: `${file} is no set of public keys; it must look like {"keys": [ … ]}, each key with a kid.`,
    }
  if (read.data.keys.some(isSecret))
    return { why: `${file} holds a private key. Take it out, and put only the public keys here.` }
  return { keys: read.data.keys }
}

/**
 * The record systems of a settings file. All or nothing.
 * @param file the name to say in a sentence
 * @param keyFile the text of a file in the same folder, or null: there is none
 * @returns a refusal as one plain sentence that names the file, the field and what is expected
 */
export function readRecords(
  file: string,
  text: string,
  keyFile: (name: string) => string | null,
): ReadRecords {
  let value: unknown
  try {
    value = parse(text, { maxAliasCount: 0 })
  } catch {
    return no(`${file} cannot be read as YAML; look for a missing quote or a wrong indent.`)
  }
  const read = RecordsFile.safeParse(value)
  if (!read.success) return no(sentence(file, read.error.issues[0]))
  const { address = null, records } = read.data
  const systems: Records['systems'] = []
  for (const { hooks, ...system } of records) {
    if (systems.some(({ iss }) => iss === system.iss)) return no(`In ${file} two records have the same iss.`)
    const callers: Caller[] = []
    for (const { iss, keys } of hooks) {
      const found = readKeys(keys, keyFile(keys))
      if ('why' in found) return no(found.why)
      callers.push({ iss, keys: found.keys })
    }
    systems.push({ ...system, callers })
  }
  return { ok: true, records: { address, systems } }
}

/** The hosts that the page in a record may ask, and those that may show it in a frame. */
export function hostsOf({ systems }: Records): { asked: string[]; framed: string[] } {
  return {
    asked: [...new Set(systems.flatMap(({ iss, signIn }) => [new URL(iss).origin, ...signIn]))],
    framed: [...new Set(systems.flatMap(({ shownIn }) => shownIn))],
  }
}
