/** Tells English from a text that we cannot read, so that "no signs" is never said of the latter. Other languages: text-language.ts. */
import { commonEnglish } from './common-words'
import type { Knows } from './normalise'
import type { Unreadable } from './sign-schema'

import type { Token } from './tokenise'

/** Fewer words than this are judged only when none of them is known. */
const fewWords = 12
/** English texts reach 0.35 and more; other languages written with the same letters stay below 0.1. */
const leastKnown = 0.15
/** With fewer letters there is nothing to judge: a name, an abbreviation. */
const leastLetters = 16
/** Longer than words are, in letters and digits. */
const longWord = 24

/** Letters that an old program could not write: it put a sign of its own in their place, or question marks in a row. */
const lostLetters = (given: string): number =>
  (given.match(/\ufffd|\?{3,}/g) ?? []).reduce((sum, run) => sum + run.length, 0)

/** Why a text could not be read; null when it could, or when it is too short to tell. `given`: as it came; `text` and `tokens`: normalised. */
export function findUnreadable(
  { given, text }: { given: string; text: string },
  tokens: readonly Token[],
  knows: Knows,
): Unreadable | null {
  let latin = 0
  let other = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) latin += 1
    else if (
      code >= 0x370 &&
      !(code >= 0x2000 && code <= 0x2bff) &&
      !(code >= 0x3000 && code <= 0x303f) &&
      code < 0xe000
    )
      other += 1
  }
  if (lostLetters(given) >= leastLetters && lostLetters(given) > latin + other) return 'code'
  // Chinese and Japanese signs say a whole word each.
  if (other >= 4 && other * 2 > latin) return 'script'
  if (latin < leastLetters) return null
  let words = 0
  let known = 0
  let letters = 0
  let odd = 0
  for (const { word, kind } of tokens) {
    if (kind !== 'word') continue
    words += 1
    letters += word.length
    if (commonEnglish.has(word) || knows(word)) known += 1
    else if (word.length > longWord || /\d/.test(word) || !/[aeiouy]/.test(word)) odd += word.length
  }
  if (words === 0) return null
  const share = known / words
  if (words < fewWords ? known > 0 : share >= leastKnown) return null
  return odd * 2 > letters ? 'code' : 'language'
}
