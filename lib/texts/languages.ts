import en from '@/lib/texts/messages.en.json' with { type: 'json' }
import type { Script } from '@/lib/texts/scripts'

/**
 * The languages of the site: one row each, and one below for its messages (scripts of the page take the rows alone). The first one is whole by rule: the others are checked
 * against it, and what is not translated yet leads to it. A language is offered only when a person has read all of it.
 * `tag`: for `Intl` (BCP 47, with the country whose dates and digits are used). `dir`: which way it is written. `script`:
 * whose letters it needs (lib/texts/scripts.ts).
 */
export const languages = {
  en: { name: 'English', tag: 'en-GB', dir: 'ltr', script: 'Latn' },
} as const satisfies Record<string, { name: string; tag: string; dir: 'ltr' | 'rtl'; script: Script }>

/** The key of a row: two or three letters (ISO 639), also the first part of every address. */
export type Locale = keyof typeof languages
export type Messages = typeof en

/** The interface words. The compiler names every missing key. */
export const messages: Record<Locale, Messages> = { en }

export const locales = Object.keys(languages) as [Locale, ...Locale[]]
/** The language in which content is written first. */
export const sourceLocale: Locale = locales[0]

/** Every language but this one, in the order of the rows. */
export const localesBut = (locale: Locale): Locale[] => locales.filter((other): boolean => other !== locale)

/** Whether a path part is a language we have. */
export function isLocale(value: string): value is Locale {
  return Object.hasOwn(languages, value)
}

/** The language that a value names; the first one when it names none of ours. */
export function localeOrFirst(value: string): Locale {
  return isLocale(value) ? value : sourceLocale
}

/** The language of an address, `/en/heart-failure`; the first one when it names none. */
export function localeOfAddress(address: string): Locale {
  return localeOrFirst(address.split('/')[1] ?? '')
}
