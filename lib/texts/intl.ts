/**
 * Everything that is written by the rules of a language: digits, days, order of words. The only place that asks `Intl`
 * (ESLint holds it), so that a language has one tag and not one in each file. No messages here: scripts of the page use it.
 */
/* eslint-disable no-restricted-syntax */
import { isListed, languages } from '@/lib/texts/languages'

/** The tag of a language for `Intl`; what is no language of ours is taken for a tag itself. */
export function tagOf(locale: string): string {
  return isListed(locale) ? languages[locale].tag : locale
}

/** "1,000"; options as `Intl.NumberFormat` takes them. */
export function writtenNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  const format = new Intl.NumberFormat(tagOf(locale), options)
  const row = isListed(locale) ? languages[locale] : {}
  if (!('group' in row)) return format.format(value)
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? row.group : part.value))
    .join('')
}

/** "+3" and "-3": with its sign, except for nothing. */
export function signedNumber(value: number, locale: string): string {
  return writtenNumber(value, locale, { signDisplay: 'exceptZero' })
}

/** A day written out, "20 November 2026", in the language's own way; `day` is YYYY-MM-DD, YYYY-MM or YYYY. */
export function writtenDay(day: string, locale: string): string {
  if (/^\d{4}$/.test(day)) return day
  const hasDay = day.length > 7
  return new Intl.DateTimeFormat(tagOf(locale), {
    year: 'numeric',
    month: 'long',
    ...(hasDay ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${hasDay ? day.slice(0, 10) : `${day}-01`}T00:00:00Z`))
}

/** A moment written out in the reader's own zone, "5 December 2026 at 14:05". `at`: ISO, or seconds since 1970. */
export function writtenMoment(at: string | number, locale: string): string {
  const date = new Date(typeof at === 'number' ? at * 1000 : at)
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeStyle: 'short' }).format(date)
}

/** Which of two words comes first. */
export function compareWords(a: string, b: string, locale: string): number {
  return new Intl.Collator(tagOf(locale)).compare(a, b)
}

/** The name of a country by its ISO 3166 code; "EU" is the European Union. A code that nobody knows stays as it is. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(tagOf(locale), { type: 'region' }).of(code) ?? code
}

/** Text in what a reader takes for letters: the same in every language. */
export const letterClusters = /* @__PURE__ */ new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cuts text into words, where a language sets no spaces between them; null in a browser that cannot. */
export const wordCuts = (locale: string): Intl.Segmenter | null =>
  'Segmenter' in Intl ? new Intl.Segmenter(tagOf(locale), { granularity: 'word' }) : null

/** A day as the reader's own calendar has it, YYYY-MM-DD. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
