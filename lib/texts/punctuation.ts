/**
 * The marks that code sets between words. They belong to a writing system and not to a translator: a message that is a
 * space or a comma would be trimmed, and could be wrong in one place only. Texts of content and messages hold their own.
 *
 * Chinese by GB/T 15834-2011: marks as wide as a letter, no gap after them and none between sentences; what is listed side by
 * side takes 、; a letter or number that counts things keeps the narrow stop of the foreign writing, with its gap ("A. 支架").
 */
import { languages, localeOrFirst } from '@/lib/texts/languages'

export type Punctuation = {
  /** Between parts of a sentence. */
  comma: string
  /** Between names, letters or figures that stand side by side. */
  list: string
  semicolon: string
  colon: string
  stop: string
  open: string
  close: string
  /** What follows a mark, stands between sentences, and between the text of a number and the words about it. */
  gap: string
}

const narrow: Punctuation = {
  comma: ',',
  list: ',',
  semicolon: ';',
  colon: ':',
  stop: '.',
  open: '(',
  close: ')',
  gap: ' ',
}

/** By script (ISO 15924), where it is not as in Latin letters. */
const byScript: Partial<Record<string, Punctuation>> = {
  Hans: {
    comma: '，',
    list: '、',
    semicolon: '；',
    colon: '：',
    stop: '。',
    open: '（',
    close: '）',
    gap: '',
  },
}

/** The marks of a script; what has no row of its own has those of Latin letters. */
export const punctuationOfScript = (script: string): Punctuation => byScript[script] ?? narrow

/** The marks of a language, by its key or by a longer tag that begins with it ("zh-Hans"). */
export const punctuationOf = (locale: string): Punctuation =>
  punctuationOfScript(languages[localeOrFirst(locale.split('-')[0] ?? '')].script)

/** "oxygen, stent, bypass": names, letters or figures side by side, without an "and". */
export function listed(names: readonly string[], locale: string): string {
  const { list, gap } = punctuationOf(locale)
  return names.join(list + gap)
}

/** "9 points; could not show a clear difference": parts that may hold commas themselves. */
export function partsListed(parts: readonly string[], locale: string): string {
  const { semicolon, gap } = punctuationOf(locale)
  return parts.join(semicolon + gap)
}

/** "Heart failure: options" */
export function labelled(label: string, text: string, locale: string): string {
  const { colon, gap } = punctuationOf(locale)
  return label + colon + gap + text
}

/** Whole sentences one after the other, without the empty ones. */
export const sentences = (lines: readonly (string | null | undefined)[], locale: string): string =>
  lines.filter(Boolean).join(punctuationOf(locale).gap)

/** "8 in 100 died": the text of a number and the words about it. */
export const counted = (number: string, words: string, locale: string): string =>
  number + punctuationOf(locale).gap + words

/** "Velazquez, 2016 (read in a summary)": a text with a remark behind it. */
export function remarked(text: string, remark: string, locale: string): string {
  const { open, close, gap } = punctuationOf(locale)
  return text + gap + open + remark + close
}

/** A text with its full stop, once. */
export function ended(text: string, locale: string): string {
  const { stop } = punctuationOf(locale)
  return text.endsWith(stop) ? text : text + stop
}
