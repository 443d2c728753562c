/**
 * Which language a text is in, by its letters and its commonest words, whatever page it was put into. Pure; the
 * time is bounded.
 */
import { commonEnglish, commonWords } from './common-words'
import { normalise } from './normalise'
import { isHan } from './tokenise'

/** Endings of Spanish words that its neighbours spell otherwise; English has the first one as well, in "scion" and hardly more. */
const spanishEnding = /(?:cion|ciones|siones)$/

/** Signs of texts that are very common and are written otherwise in Taiwan and Hong Kong, in the same order. */
const simplified = new Set('们这个来为说对时会国医疗细没从后发还过进动问题实现证无药脏'.split(''))
const traditional = new Set('們這個來為說對時會國醫療細沒從後發還過進動問題實現證無藥臟'.split(''))

/** Fewer letters than this tell nothing of a language. */
const leastLetters = 8
/** Of a long text so many characters at its start and in its middle are looked at. */
const mostLooked = 10_000
/** The least share of its commonest words by which a text is taken for another language than English. */
const leastCommon = 0.15

/** The language of a text; `other`: plainly one that the check does not read; null: it cannot be told. */
export function languageOf(given: string): 'en' | 'es' | 'zh' | 'other' | null {
  const middle = Math.floor(given.length / 2)
  // Made plain first: the tags of pasted source, and the pieces of words that were cut, are words of their own to a counter.
  const text = normalise(
    given.length <= 2 * mostLooked
      ? given
      : `${given.slice(0, mostLooked)}\n${given.slice(middle, middle + mostLooked)}`,
  ).text
  let han = 0
  let japanese = 0
  let latin = 0
  let simple = 0
  let full = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isHan(code)) {
      han += 1
      const sign = text.charAt(at)
      if (simplified.has(sign)) simple += 1
      else if (traditional.has(sign)) full += 1
    } else if (code >= 0x3041 && code <= 0x30ff) japanese += 1
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) latin += 1
  }
  // A Chinese sign says a whole word, so that fewer of them say as much.
  if (han >= 4 && han * 2 > latin) return japanese * 10 > han || full > simple ? 'other' : 'zh'
  if (latin < leastLetters) return null
  const counts = new Map<string, number>([['en', 0]])
  let words = 0
  for (const [found] of text.matchAll(/\p{L}+/gu)) {
    const word = found.toLowerCase()
    words += 1
    if (commonEnglish.has(word)) counts.set('en', (counts.get('en') ?? 0) + 1)
    for (const [language, common] of Object.entries(commonWords))
      if (common.has(word) || (language === 'es' && spanishEnding.test(word)))
        counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const spanish = counts.get('es') ?? 0
  const isSpanish =
    spanish >= words * leastCommon &&
    [...counts].every(([language, count]) => (language === 'en' ? count < spanish : count <= spanish))
  if (isSpanish) return 'es'
  const english = counts.get('en') ?? 0
  const most = Math.max(...counts.values())
  if (most > english) return most >= words * leastCommon ? 'other' : null
  return english > 0 ? 'en' : null
}
