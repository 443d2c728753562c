import { base64url } from 'jose'
import { foreignText } from '@/lib/paper/safe-text'
import { linkPage } from '@/lib/texts/link-pages'

/** The longest label of a SMART Health Link, in characters (specification 1.0). */
export const maxLabelLength = 80
/** The longest address inside a link that we write (specification 1.0). Reading allows more. */
export const maxUrlLength = 128

/** Far more than any payload has, so that what was pasted cannot keep the browser busy. */
const mostDigits = 8000

const isWebAddress = (text: string) => /^https?:\/\/[^/\s]+/i.test(text) && URL.canParse(text)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What a link carries, as others write it: unknown properties are ignored, as the specification asks. A member that may
 * be left out and is null or of an odd kind counts as left out: only the address and the key are needed to open it.
 * Without a schema library, as it is also read beside a clinic's record. Null: it cannot be opened.
 */
function payloadOf(object: unknown): HealthLink | null {
  if (!isObject(object)) return null
  const { url, key, flag, exp, label } = object
  const bare = typeof key === 'string' ? key.replace(/=+$/, '') : ''
  const isWhole =
    typeof url === 'string' && url.length <= 2048 && isWebAddress(url) && /^[A-Za-z0-9_-]{43}$/.test(bare)
  if (!isWhole) return null
  const seconds = typeof exp === 'number' || typeof exp === 'string' ? Number(exp) : NaN
  return {
    url,
    key: bare,
    flag: typeof flag === 'string' && flag.length <= 16 ? flag : '',
    exp: seconds > 0 && seconds <= 1e11 ? seconds : null,
    label: typeof label === 'string' ? label : '',
  }
}

/** The version, also as a word: a later one may mean something else by the same members. */
const versionOf = (object: unknown): number => (isObject(object) ? Number(object.v ?? NaN) : NaN)

/** A SMART Health Link, read. */
export type HealthLink = {
  /** Where the locked file (flag U) or the list of files lies. */
  url: string
  /** 32 random bytes as 43 characters of base64url. It never leaves the browser. */
  key: string
  /** U: one file, fetched by GET. P: a passcode is asked for. L: for long use. */
  flag: string
  /** Seconds since 1970 when it stops working, or null. */
  exp: number | null
  /** At most 80 characters; written by whoever made the link, so never to be trusted as ours. */
  label: string
}

export type ReadLink = { ok: true; link: HealthLink } | { ok: false; why: 'broken' | 'newer' }

/**
 * Writes `shlink:/…` for one locked file.
 * @throws RangeError when the label, the address or the key is not as the specification wants it: a fault of ours
 */
export function encodeLink(link: HealthLink): string {
  if (link.label.length > maxLabelLength) throw new RangeError('The label of a link is too long')
  if (link.url.length > maxUrlLength) throw new RangeError('The address of a share is too long')
  const payload = {
    url: link.url,
    flag: link.flag,
    key: link.key,
    ...(link.exp === null ? {} : { exp: link.exp }),
    label: link.label,
    v: 1,
  }
  if (!payloadOf(payload)) throw new RangeError('This cannot be written as a link')
  return `shlink:/${base64url.encode(JSON.stringify(payload))}`
}

/** The first JSON object at the start of a text; what follows it (a word glued to the link) does not matter. */
function firstObject(text: string): unknown {
  // A payload is flat, but a label may hold a brace: try each one.
  for (let end = text.indexOf('}'); end >= 0; end = text.indexOf('}', end + 1)) {
    try {
      return JSON.parse(text.slice(0, end + 1)) as unknown
    } catch {
      // not whole yet
    }
  }
  return null
}

/**
 * Reads what stands behind `shlink:/`: base64url or plain base64, with or without padding. Whatever follows the
 * payload is ignored. Never throws for what a person pasted.
 */
export function decodePayload(encoded: string): ReadLink {
  const digits = encoded.slice(0, mostDigits).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  let text: string
  try {
    // One digit too many cannot end a byte: cut by whoever sent it, or glued to it.
    text = new TextDecoder().decode(
      base64url.decode(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0))),
    )
  } catch {
    return { ok: false, why: 'broken' }
  }
  const object = firstObject(text)
  if (versionOf(object) > 1) return { ok: false, why: 'newer' }
  const link = payloadOf(object)
  return link ? { ok: true, link: { ...link, label: oneLine(link.label) } } : { ok: false, why: 'broken' }
}

/** A label as one short line: no control characters and nothing that turns the direction of writing. */
function oneLine(label: string): string {
  return foreignText(label).replaceAll('\n', ' ').trim().slice(0, maxLabelLength)
}

/** The address that a browser opens: our viewer in the language of the share, and the link in its fragment, which no server is sent. */
export function viewerAddress(origin: string, shlink: string, locale: string): string {
  return `${origin}${linkPage('v', locale)}#${shlink}`
}

/** Whether the link says that it has stopped working. `now`: seconds since 1970, by a clock that may be wrong. */
export function isPast(link: HealthLink, now: number): boolean {
  return link.exp !== null && link.exp <= now
}
