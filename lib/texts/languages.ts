import en from '@/lib/texts/messages.en.json' with { type: 'json' }
import es from '@/lib/texts/messages.es.json' with { type: 'json' }
import zh from '@/lib/texts/messages.zh.json' with { type: 'json' }
import type { Script } from '@/lib/texts/scripts'

/**
 * The languages of the site: one row each, and one below for its messages (scripts of the page take the rows alone). The
 * first one is whole by rule: the others are checked against it, and what is not translated yet leads to it.
 * `tag`: for `Intl` (BCP 47, with the country whose dates and digits are used). `lang`: as a page names its language (BCP
 * 47, no longer than needed: Chinese needs its script, or screen readers and fonts guess). `dir`: which way it is written.
 * `script`: whose letters it needs (lib/texts/scripts.ts). `group`: what stands between thousands, where `Intl` has another sign.
 */
export const languages = {
  en: { name: 'English', tag: 'en-GB', lang: 'en', dir: 'ltr', script: 'Latn' },
  // A stop between thousands is a decimal sign in half of the countries that speak Spanish: a gap is read alike in all.
  es: { name: 'Español', tag: 'es', lang: 'es', dir: 'ltr', script: 'Latn', group: '\u00a0' },
  zh: { name: '简体中文', tag: 'zh-Hans-CN', lang: 'zh-Hans', dir: 'ltr', script: 'Hans' },
} as const satisfies Record<
  string,
  { name: string; tag: string; lang: string; dir: 'ltr' | 'rtl'; script: Script; group?: string }
>

/** The key of a row: two or three letters (ISO 639), also the first part of every address. */
export type Locale = keyof typeof languages
export type Messages = typeof en

/** The interface words. The compiler names every missing key. */
export const messages: Record<Locale, Messages> = { en, es, zh }

const [first, ...others] = Object.keys(languages) as [Locale, ...Locale[]]
/** The language in which content is written first. */
export const sourceLocale: Locale = first

/** LANTERN_LANGUAGES (lib/env.ts) names those that are built beside the first one: unset, all. */
// eslint-disable-next-line no-restricted-globals -- one value for the whole build; browser parts get it written in
const wanted = process.env.LANTERN_LANGUAGES?.trim()
export const locales: [Locale, ...Locale[]] = [
  first,
  ...others.filter((locale) => !wanted || wanted.split(/[\s,]+/).includes(locale)),
]

/** Every language but this one, in the order of the rows. */
export const localesBut = (locale: Locale): Locale[] => locales.filter((other): boolean => other !== locale)

/** Whether a path part is a language we have. */
export function isLocale(value: string): value is Locale {
  return locales.some((locale) => locale === value)
}

/** Whether a value names a language of the list, built here or not: a share may come from elsewhere. */
export const isListed = (value: string): value is Locale => Object.hasOwn(languages, value)

/** The language that a value names; the first one when it names none of ours. */
export function localeOrFirst(value: string): Locale {
  return isLocale(value) ? value : sourceLocale
}

/** The language of an address, `/en/heart-failure`; the first one when it names none. */
export function localeOfAddress(address: string): Locale {
  return localeOrFirst(address.split('/')[1] ?? '')
}

/** How a page names a language, for `lang` and `hreflang`: "zh-Hans". What is no language of ours names itself. */
export function langOf(locale: string): string {
  return isListed(locale) ? languages[locale].lang : locale
}

/** Attributes of words that stay in the first language on a page in another one: titles of sources, notes from them. */
export const asWritten = (locale: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  locale === sourceLocale ? {} : { lang: languages[sourceLocale].lang, dir: languages[sourceLocale].dir }

/** The first language of ours that a browser asks for (RFC 9110, 12.5.4), where no address says it; else the first one. */
export function localeAsked(acceptLanguage: string | null | undefined): Locale {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.split(';'))
    .map(([tag = '', ...more], at) => {
      const weight = Number(more.find((one) => /^\s*q=/.test(one))?.split('=')[1] ?? 1)
      return { key: tag.trim().toLowerCase().split('-')[0] ?? '', weight: weight > 0 ? weight : 0, at }
    })
    .filter(({ key, weight }) => weight > 0 && isLocale(key))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
  return localeOrFirst(asked[0]?.key ?? '')
}
