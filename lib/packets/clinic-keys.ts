import { ClinicKeys, type ClinicKey } from '@/lib/packets/schema'

export type ReadKeys = { ok: true; keys: ClinicKey[] } | { ok: false; why: string }

/**
 * Reads the file that LANTERN_CLINIC_KEYS names. What is wrong is said without repeating the text: a private key may
 * have been put there by mistake.
 */
export function readClinicKeys(text: string): ReadKeys {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, why: 'it is not JSON; it must look like {"keys": [ … ]}' }
  }
  const list: unknown = typeof json === 'object' && json !== null && 'keys' in json ? json.keys : null
  const hasSecret =
    Array.isArray(list) && list.some((key) => typeof key === 'object' && key !== null && 'd' in key)
  if (hasSecret)
    return {
      ok: false,
      why: 'it holds a private key ("d"). Take it out, make a new pair with npm run clinic:key, and put only the public line here',
    }
  const parsed = ClinicKeys.safeParse(json)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
    )
    return { ok: false, why: lines.join('; ') }
  }
  const ids = parsed.data.keys.map(({ kid }) => kid)
  if (new Set(ids).size < ids.length) return { ok: false, why: 'two keys have the same kid' }
  return { ok: true, keys: parsed.data.keys }
}
