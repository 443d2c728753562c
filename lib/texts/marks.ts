/** Punctuation that code sets between words, as the script of the language writes it: "a: b", and in Chinese "a：b". */
import { isListed, languages, sourceLocale } from '@/lib/texts/languages'
import { scriptOf, type Marks } from '@/lib/texts/scripts'

/** Of every language of the list, built or not: a paper may come from elsewhere. */
export const marksOf = (locale: string): Marks =>
  scriptOf(languages[isListed(locale) ? locale : sourceLocale].script).marks

/** "Heart failure: options" */
export const labelled = (label: string, text: string, locale: string): string =>
  label + marksOf(locale).colon + text

/** "oxygen, stent, bypass", without an "and": what each thing is stays apart. */
export const listed = (names: readonly string[], locale: string): string => names.join(marksOf(locale).list)

/** Whole sentences one after the other, without the empty ones. */
export const sentences = (lines: readonly (string | null | undefined)[], locale: string): string =>
  lines.filter(Boolean).join(marksOf(locale).between)
