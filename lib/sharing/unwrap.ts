/**
 * What mail programs and "safe links" make of a link, undone step by step. Pure; never throws for what a person pasted.
 * The ways of writing were read in the services' own decoders and in reports of people who met them (2026-11).
 */

/** More than anyone pastes: a link is a few hundred characters, a mail with its history some tens of thousands. */
export const mostCharacters = 200_000
/** A mail that was answered a few times holds the same wrapped link again and again. */
const mostWraps = 20
/** Wrapped by the sender's service, by the receiver's, and encoded once more by a program between them. */
const mostRounds = 4
/** So that a text made to multiply cannot: each round keeps at most this many texts. */
const mostTexts = 48

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
export function joinLines(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/\r?\n[>| \t]*/g, '')
    .replace(/[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, '')
}

/** Proofpoint, version 2: `-` stands for `%` and `_` for `/` in an address that was percent-encoded before. */
const fromProofpoint = (value: string) => decodePercent(value.replaceAll('-', '%').replaceAll('_', '/'))

/** Sophos: the address in base64. What follows the address, once the lines are joined, becomes letters that mean nothing. */
function fromBase64(value: string): string {
  const digits = decodePercent(value)
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/].*$/, '')
  // One digit too many cannot end a byte.
  const whole = digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0))
  const bytes = Uint8Array.from(atob(whole), (char) => char.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}

/** The addresses that stand inside `?u=…` or `&url=…` of other addresses, in each way a service may have written them. */
function insideOthers(text: string): string[] {
  return [...joinLines(text).matchAll(/[?&;]u(?:rl)?=([A-Za-z0-9_%.+/~-]{20,16000})/gi)]
    .slice(0, mostWraps)
    .flatMap(([, value = '']) => [fromProofpoint(value), fromBase64(value)])
}

/**
 * A pasted text and every text that may have been meant by it: percent codes undone (once or more often), addresses
 * taken out of the services that wrapped them, and each with its lines joined. The nearest to what was pasted first.
 */
export function readings(pasted: string): string[] {
  const texts = new Set([pasted.slice(0, mostCharacters).replaceAll('&amp;', '&')])
  let latest = [...texts]
  for (let round = 0; round < mostRounds && latest.length > 0; round += 1) {
    latest = latest
      .flatMap((text) => [decodePercent(text), ...insideOthers(text)])
      .filter((text) => !texts.has(text) && texts.size < mostTexts && texts.add(text))
  }
  return [...new Set([...texts].flatMap((text) => [text, joinLines(text)]))]
}
