import { decodePayload, type HealthLink } from '@/lib/sharing/link'

export type Found =
  | { ok: true; link: HealthLink }
  /** `none`: there is no link in the text. `broken`: a part of it is missing. `newer`: a kind we do not know yet. */
  | { ok: false; why: 'none' | 'broken' | 'newer' }

/** More than anyone pastes: a link is a few hundred characters, a mail with its history some tens of thousands. */
const mostCharacters = 200_000
/** A mail that was answered a few times holds the same link again and again. */
const mostMarks = 20

/** `%23` and the like back to characters, tolerant of a stray percent sign. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}

/**
 * Takes out what mail programs put into long lines: line ends, quote marks at the start of a line, soft line ends
 * (`=` before the end), and characters that cannot be seen.
 */
function joinLines(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/\r?\n[>| \t]*/g, '')
    .replace(/[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, '')
}

const marker = /shlink\s*:\s*\/+/gi

/**
 * Finds a SMART Health Link in whatever a person pasted: a bare link, one behind a viewer's address, broken over the
 * lines of a mail, or wrapped by a "safe link" that turned `#` into `%23`, once or more often. Never throws.
 */
export function findLink(pasted: string): Found {
  let text = pasted.slice(0, mostCharacters).replaceAll('&amp;', '&')
  let worst: Found = { ok: false, why: 'none' }
  for (let round = 0; round < 4; round += 1) {
    // The lines joined first: a line may end in the middle of the marker itself.
    for (const whole of [text, joinLines(text)]) {
      for (const { index, 0: head } of [...whole.matchAll(marker)].slice(0, mostMarks)) {
        const start = index + head.length
        const rest = joinLines(whole.slice(start, start + 16_000))
        const [digits = ''] = /^[A-Za-z0-9_+/=-]*/.exec(rest) ?? []
        const read = decodePayload(digits)
        if (read.ok) return read
        if (worst.ok || worst.why !== 'newer') worst = read
      }
    }
    const decoded = decodePercent(text)
    if (decoded === text) break
    text = decoded
  }
  return worst
}
