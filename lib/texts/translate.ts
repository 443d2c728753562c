import { createTranslator } from 'use-intl/core'
import { languages, type Locale, type Messages } from '@/lib/texts/languages'

export { isLocale, localeOfAddress, locales, sourceLocale, type Locale } from '@/lib/texts/languages'

const messagesOf = (locale: Locale): Messages => languages[locale].messages

/** The interface words of a language, type-checked by key (ICU messages). Pure: safe in pages, scripts and tests. */
export function translator(locale: Locale) {
  return createTranslator({
    locale: languages[locale].tag,
    messages: messagesOf(locale),
    timeZone: 'UTC',
  })
}
export type Translate = ReturnType<typeof translator>

/** One group of interface words as they are written, gaps and all: for a part of a page that runs in the browser. */
export function wordsOf<Name extends keyof Messages>(locale: Locale, name: Name): Messages[Name] {
  return messagesOf(locale)[name]
}

/** A day written out, "20 November 2026", in the language's own way; `day` is YYYY-MM-DD, YYYY-MM or YYYY. */
export function writtenDay(day: string, locale: Locale): string {
  if (/^\d{4}$/.test(day)) return day
  const hasDay = day.length > 7
  const date = new Date(`${hasDay ? day : `${day}-01`}T00:00:00Z`)
  const region = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(region, {
    year: 'numeric',
    month: 'long',
    ...(hasDay ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(date)
}
