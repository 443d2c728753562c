/**
 * The shapes of lib/packets/schema.ts, checked without zod: the page a patient opens runs on old phones, where zod
 * makes its script four times as large (39 against 10 kB compressed), and zod tries `eval`, which our policy refuses.
 * tests/unit/packets/packet-shape.test.ts holds the two together.
 */
import type { Contact } from '@/lib/clinics/giver'
import type { ClinicKey, PacketOnTheWay, PrivateClinicKey } from '@/lib/packets/schema'

const fields = ['l', 'c', 's', 'd', 'o', 'n', 't']
const mostOptions = 24
const longestId = 64

const isText = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value)
const isId = (value: unknown): value is string =>
  isText(value, /^[a-z0-9]+(-[a-z0-9]+)*$/) && value.length <= longestId

function isOptions(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length < 1 || value.length > mostOptions) return false
  return value.every(isId) && new Set(value).size === value.length
}

/** Exactly the fields of a packet, each of its shape, and nothing else. */
export function isPacketOnTheWay(value: unknown): value is PacketOnTheWay {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (Object.keys(value).length !== fields.length || !fields.every((field) => Object.hasOwn(value, field)))
    return false
  const { l, c, s, d, o, n, t } = value as Record<string, unknown>
  return (
    isText(l, /^[a-z]{2,3}$/) &&
    isId(c) &&
    (s === null || isId(s)) &&
    isId(d) &&
    isOptions(o) &&
    typeof n === 'string' &&
    isText(t, /^\d{4}-\d{2}-\d{2}$/)
  )
}

/** Whether a file that someone chose is a clinic's private key, as `npm run clinic:key` makes it. */
export function isPrivateClinicKey(value: unknown): value is PrivateClinicKey {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { kid, name, kty, crv, alg, use, x, y, d, ...more } = value as Record<string, unknown>
  return (
    Object.keys(more).length === 0 &&
    isText(kid, /^[A-Za-z0-9_-]{11}$/) &&
    isText(name, /^.{1,80}$/) &&
    name.trim() === name &&
    !/[\p{C}\p{Zl}\p{Zp}]/u.test(name) &&
    kty === 'EC' &&
    crv === 'P-256' &&
    (alg === undefined || alg === 'ES256') &&
    (use === undefined || use === 'sig') &&
    [x, y, d].every((part) => isText(part, /^[A-Za-z0-9_-]{43}$/))
  )
}

/** Of the reply of /api/clinic-keys, the keys that can be used; the server has checked them against the schema. */
export function clinicKeysIn(reply: unknown): (ClinicKey & Partial<Contact>)[] {
  const keys: unknown = typeof reply === 'object' && reply !== null && 'keys' in reply ? reply.keys : null
  if (!Array.isArray(keys)) return []
  return keys.filter((key: unknown): key is ClinicKey => {
    if (typeof key !== 'object' || key === null) return false
    const { kid, name, x, y } = key as Record<string, unknown>
    return [kid, name, x, y].every((part) => typeof part === 'string')
  })
}
