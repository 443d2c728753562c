import { fillGaps } from '@/lib/texts/fill-gaps'
import type messages from '@/lib/texts/messages.en.json'

/** The words of the sharing pages: the browser gets these and not the whole file of messages. */
export type ShareWords = (typeof messages)['sharing']
type Values = Readonly<Record<string, string | number>>

/** One sentence, with its gaps filled. */
export function say(words: ShareWords, key: keyof ShareWords & string, values: Values = {}): string {
  return fillGaps(words, key, values)
}

/** A moment written out in the reader's own zone, "5 December 2026 at 14:05". `at`: ISO, or seconds since 1970. */
export function writtenMoment(at: string | number, locale: string): string {
  const date = new Date(typeof at === 'number' ? at * 1000 : at)
  const region = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' }).format(date)
}
