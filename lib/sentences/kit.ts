import type { FigureBook } from '@/lib/numbers/schema'
import { termPattern, type TermForms } from '@/lib/texts/terms'
import { translator, type Locale, type Translate } from '@/lib/texts/translate'

/**
 * What every component of a page needs to write words: the language, its interface words, the figures that
 * sentences may name, and the words to explain. One kit per page: `seen` remembers which terms were linked already.
 */
export type Kit = {
  locale: Locale
  t: Translate
  book: FigureBook
  terms: ReturnType<typeof termPattern>
  seen: Set<string>
}

/** Every text that figures and the arms they are compared with may put on a page: for the list of its words. */
export function figureTexts(ids: readonly string[], book: FigureBook): string[] {
  const own = ids.flatMap((id) => book.estimates[id] ?? [])
  const others = own.flatMap(({ comparator }) => (comparator ? (book.estimates[comparator] ?? []) : []))
  return [...own, ...others].flatMap(({ armWords, populationWords, endpointWords, noteWords }) => [
    armWords,
    populationWords,
    endpointWords.title,
    ...noteWords,
  ])
}

/** A kit for one page. */
export function makeKit(locale: Locale, book: FigureBook, terms: readonly TermForms[]): Kit {
  return { locale, t: translator(locale), book, terms: termPattern(terms), seen: new Set() }
}
