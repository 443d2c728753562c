/**
 * Small whole numbers written one letter each, as the weights are stored: letters pack better than bytes in base64, because each stands
 * for one number. Pure.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
export const LARGEST_SEXTET = 63

const numberOf = new Uint8Array(128)
for (let at = 0; at < LETTERS.length; at++) numberOf[LETTERS.charCodeAt(at)] = at

/** Writes numbers from 0 to 63. */
export function toSextets(numbers: ArrayLike<number>): string {
  let text = ''
  for (let at = 0; at < numbers.length; at++) text += LETTERS.charAt(numbers[at] ?? 0)
  return text
}

export function fromSextets(text: string): Uint8Array {
  const numbers = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) numbers[at] = numberOf[text.charCodeAt(at)] ?? 0
  return numbers
}

/** Rising whole numbers as the distance from each to the next; 63 means "63 more, and read on". The first is counted from -1. */
export function toGaps(rising: readonly number[]): string {
  const gaps: number[] = []
  let last = -1
  for (const one of rising) {
    let gap = one - last - 1
    for (; gap >= LARGEST_SEXTET; gap -= LARGEST_SEXTET) gaps.push(LARGEST_SEXTET)
    gaps.push(gap)
    last = one
  }
  return toSextets(gaps)
}

export function fromGaps(text: string): number[] {
  const rising: number[] = []
  let at = -1
  let more = 0
  for (const gap of fromSextets(text)) {
    more += gap
    if (gap === LARGEST_SEXTET) continue
    at += more + 1
    rising.push(at)
    more = 0
  }
  return rising
}
