/**
 * What another app hands to Lantern ("Share" on a phone, once Lantern is installed): where it is handed to, the names it
 * comes under, and the text that is made of it. Read by the manifest, the service worker and the server in front, so that
 * all three mean the same. Pure.
 */

/** Where it is posted, below the language. Never an address with the text in it: addresses are kept and logged. */
const ending = '/check-an-article/shared'

export const shareAddress = (locale: string): string => `/${locale}${ending}`

/** The page that shows a shared text, `/en/check-an-article`; null when the path is no place to share to. */
export function pageOfShare(path: string): string | null {
  return /^\/[a-z]{2,3}\/check-an-article\/shared$/.test(path) ? path.slice(0, -'/shared'.length) : null
}

/** Behind the address of the check when a shared text waits for it. Browsers never send it. */
export const shareMark = '#shared'

/** The fields of a share, in the order in which they are read: the manifest names them so. */
export const shareFields = ['title', 'text', 'url'] as const

/** The title, the text and the address, each once: many apps put the address, or the title, into the text as well. */
export function sharedText(fields: Iterable<readonly [string, unknown]>): string {
  const given = new Map<string, string>()
  for (const [name, value] of fields)
    if (typeof value === 'string' && !given.has(name)) given.set(name, value.trim())
  const parts = shareFields.map((name) => given.get(name) ?? '').filter((part) => part !== '')
  return parts
    .filter((part, at) => !parts.some((other, place) => place !== at && includes(other, part, place < at)))
    .join('\n\n')
}

/** Whether one part says all of another; of two that are the same, the first one stays. */
const includes = (other: string, part: string, isBefore: boolean): boolean =>
  other.includes(part) && (other !== part || isBefore)
