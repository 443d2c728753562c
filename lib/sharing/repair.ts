import { decodePayload, type HealthLink } from '@/lib/sharing/link'
import { joinLines, readings } from '@/lib/sharing/unwrap'

export type Found =
  | { ok: true; link: HealthLink }
  /** `none`: there is no link in the text. `broken`: a part of it is missing. `newer`: a kind we do not know yet. */
  | { ok: false; why: 'none' | 'broken' | 'newer' }

/** A mail that was answered a few times holds the same link again and again. */
const mostMarks = 20

const marker = /shlink\s*:\s*\/+/gi

/**
 * Finds a SMART Health Link in whatever a person pasted: a bare link, one behind a viewer's address, broken over the
 * lines of a mail, or wrapped by a mail service, once or more often. Never throws.
 */
export function findLink(pasted: string): Found {
  let worst: Found = { ok: false, why: 'none' }
  for (const text of readings(pasted)) {
    for (const { index, 0: head } of [...text.matchAll(marker)].slice(0, mostMarks)) {
      const start = index + head.length
      const rest = joinLines(text.slice(start, start + 16_000))
      const [digits = ''] = /^[A-Za-z0-9_+/=-]*/.exec(rest) ?? []
      const read = decodePayload(digits)
      if (read.ok) return read
      if (worst.ok || worst.why !== 'newer') worst = read
    }
  }
  return worst
}
