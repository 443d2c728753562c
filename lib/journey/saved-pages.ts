/**
 * What the page and the service worker say to each other, and the list both read. Plain checks instead of a schema
 * library: both are loaded by every reader.
 */

/** What to keep of one condition in one language: written by lib/server/build/export-site.ts, one file per release. */
export type SavedList = {
  /** Which pages these are, such as `en-heart-failure`. */
  name: string
  /** Changes when anything in the list does. */
  release: string
  /** Addresses of pages and handouts, with the first 16 characters of the SHA-256 (base64url) of their bytes. */
  pages: Record<string, string>
  /** The same for what the pages load: their address already changes with their content. */
  files: Record<string, string>
}

export type ToWorker =
  /** Save what this list names, unless it is there; the list's address changes with its release. */
  | { kind: 'save'; list: string }
  /** Remove everything that was saved, and what was shared. */
  | { kind: 'forget' }
  /** Hand over what another app shared, through the port that comes along: the text, once, or null. */
  | { kind: 'take-shared' }
/** `saved`: it is all there. `not-saved`: no room, or the line broke; what was there before is untouched. */
export type FromWorker = { kind: 'saved' | 'not-saved' | 'forgotten' }

const isRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((entry) => typeof entry === 'string')

/** The list, or null when it is something else. */
export function asSavedList(value: unknown): SavedList | null {
  if (typeof value !== 'object' || value === null) return null
  const { name, release, pages, files } = value as Record<string, unknown>
  if (typeof name !== 'string' || typeof release !== 'string' || !isRecord(pages) || !isRecord(files))
    return null
  return { name, release, pages, files }
}
