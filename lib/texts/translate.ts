import { createTranslator } from 'use-intl/core'
import { tagOf } from '@/lib/texts/intl'
import { messages, type Locale, type Messages } from '@/lib/texts/languages'

export { writtenDay } from '@/lib/texts/intl'
export {
  isLocale,
  langOf,
  localeOfAddress,
  localeOrFirst,
  locales,
  sourceLocale,
  type Locale,
} from '@/lib/texts/languages'

/** The interface words of a language, type-checked by key (ICU messages). Pure: safe in pages, scripts and tests. */
export function translator(locale: Locale) {
  return createTranslator({
    locale: tagOf(locale),
    messages: messages[locale],
    timeZone: 'UTC',
  })
}
export type Translate = ReturnType<typeof translator>

/** One group of interface words as they are written, gaps and all: for a part of a page that runs in the browser. */
export function wordsOf<Name extends keyof Messages>(locale: Locale, name: Name): Messages[Name] {
  return messages[locale][name]
}
