/**
 * Compares a translation with its source, text by text: the same gaps, no "not" that came or went, the same grade of
 * certainty, the same numbers in words, "fewer" not turned round. It finds slips; whether a text is good a person says.
 */
import type { LanguageRules } from './rules-schema'

export type Rule = 'gaps' | 'not' | 'probably' | 'may' | 'unknown' | 'more' | 'fewer' | 'number'
export type Difference = { rule: Rule; message: string }

/**
 * Gaps of a sentence (`{id.good}`), and of a message its arguments and marks (`{count, plural, …}`, `<rest>`). Whether a
 * fact brings its unit or the sentence says it (`.bare`) is for each language to choose.
 */
function gapsOf(text: string, isMessage: boolean): string[] {
  if (!isMessage) return (text.match(/\{[^{}]*\}/g) ?? []).map((gap) => gap.replace('.bare}', '}')).sort()
  const named = [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, gap, mark]) => gap ?? `<${mark}>`)
  return [...new Set(named)].sort()
}

/** How the gaps of a translation differ from those of its source; null: they are the same. */
export function gapFault(source: string, translation: string, isMessage: boolean): string | null {
  const [wanted, have] = [source, translation].map((text) => gapsOf(text, isMessage).join(' '))
  return wanted === have ? null : `gaps are ${have || 'none'}, wanted ${wanted || 'none'}`
}

type Words = LanguageRules['words']
export type Finder = {
  count: (kind: keyof Omit<Words, 'numbers'>, text: string) => number
  numbers: (text: string) => Set<string>
}

/** What counts the words of one language. */
export function finderOf({ wholeWords, words }: LanguageRules): Finder {
  const pattern = (list: readonly string[]): RegExp => {
    const any = [...list].sort((a, b) => b.length - a.length).join('|')
    return new RegExp(wholeWords ? `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])` : any, 'gu')
  }
  const { numbers, ...kinds } = words
  const patterns = Object.fromEntries(
    Object.entries(kinds).map(([kind, list]) => [kind, list.length ? pattern(list) : null]),
  ) as Record<keyof typeof kinds, RegExp | null>
  const ofNumbers = Object.entries(numbers).map(([number, list]) => [number, pattern(list)] as const)
  const plain = (text: string) => text.toLowerCase().replaceAll('’', "'")
  return {
    count: (kind, text) => {
      const { [kind]: wanted, seemsNot } = patterns
      if (!wanted) return 0
      const read = kind === 'not' && seemsNot ? plain(text).replace(seemsNot, '·') : plain(text)
      return read.match(wanted)?.length ?? 0
    },
    numbers: (text) =>
      new Set(ofNumbers.flatMap(([number, own]) => (plain(text).match(own) ? [number] : []))),
  }
}

/** What differs between a text and its translation. `first` and `second` know the words of the two languages. */
export function differencesOf(
  source: string,
  translation: string,
  first: Finder,
  second: Finder,
  isMessage = false,
): Difference[] {
  const told: Difference[] = []
  const gaps = gapFault(source, translation, isMessage)
  if (gaps) told.push({ rule: 'gaps', message: gaps })
  const words = (text: string) => (isMessage ? text : text.replaceAll(/\{[^{}]*\}/g, ' '))
  const [a, b] = [words(source), words(translation)]
  const both = (rule: 'not' | 'probably', what: string, near: 'nearlyNot' | 'nearlyProbably') => {
    const [there, here] = [first.count(rule, a), second.count(rule, b)]
    const isNear = (finder: Finder, text: string) => finder.count(near, text) > 0
    if (there > 0 && here === 0 && !isNear(second, b)) told.push({ rule, message: `${what} is gone` })
    if (there === 0 && here > 0 && !isNear(first, a)) told.push({ rule, message: `${what} came in` })
  }
  both('not', 'a “not”', 'nearlyNot')
  both('probably', '“probably”', 'nearlyProbably')
  for (const rule of ['may', 'unknown', 'more', 'fewer'] as const)
    if (first.count(rule, a) > 0 && second.count(rule, b) === 0)
      told.push({ rule, message: `“${rule}” is gone` })
  const numbers = second.numbers(b)
  for (const number of first.numbers(a))
    if (!numbers.has(number)) told.push({ rule: 'number', message: `the number ${number} is gone` })
  return told
}
