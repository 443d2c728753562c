import { fillGaps } from '@/lib/texts/fill-gaps'
import type { Messages } from '@/lib/texts/languages'

export { writtenMoment } from '@/lib/texts/intl'

/** The words of the sharing pages: the browser gets these and not the whole file of messages. */
export type ShareWords = Messages['sharing']
type Values = Readonly<Record<string, string | number>>

/** One sentence, with its gaps filled. */
export function say(words: ShareWords, key: keyof ShareWords & string, values: Values = {}): string {
  return fillGaps(words, key, values)
}
