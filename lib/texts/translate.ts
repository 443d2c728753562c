import { createTranslator } from 'use-intl/core'
import messages from '@/lib/texts/messages.en.json'

/** Languages that exist. A language is offered only when all of its content has been read by a person. */
export const locales = ['en'] as const
export type Locale = (typeof locales)[number]

const all = { en: messages } satisfies Record<Locale, typeof messages>

/** Whether a path part is a language we have. */
export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value)
}

/** The interface words of a language, type-checked by key (ICU messages). Pure: safe in pages, scripts and tests. */
export function translator(locale: Locale) {
  return createTranslator({ locale, messages: all[locale], timeZone: 'UTC' })
}
export type Translate = ReturnType<typeof translator>

/** One group of interface words as they are written, gaps and all: for a part of a page that runs in the browser. */
export function wordsOf<Name extends keyof typeof messages>(
  locale: Locale,
  name: Name,
): (typeof messages)[Name] {
  return all[locale][name]
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
