/**
 * A link in place of a text: what someone pastes who shares a page. No door of the check opens links, so every door says
 * so in these words. Pure; time grows in line with the length.
 */
import { fillGaps } from '@/lib/texts/fill-gaps'
import type { ReportWords } from './article-kit'

/** As many words may stand beside a link: a headline and where it was found. More is a text of its own. */
export const mostWordsBeside = 15

const address = /(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s<>"]+/gi
/** The number of a study, which people paste like a link. */
const studyNumber = /\b(?:doi:\s?)?10\.\d{4,9}\/[^\s<>"]+/gi
/**
 * An address as people write it, without its beginning: after the start, a space or a mark. Endings that are also words
 * ("it", "in", "me") count only with a path, because a space may be missing after a full stop. No lookbehind: browsers
 * that we build for would refuse the whole script.
 */
const bareAddress =
  /(^|[\s([<"“‘'])((?:[a-z0-9-]{1,63}\.){1,4}(?:(?:com|org|net|edu|gov|info|health|clinic)(?:[/?#:][^\s<>"]*)?|[a-z]{2,12}\/[^\s<>"]*))(?=$|[\s)\]>"”’',.;!?])/gi

/** A word; of scripts that set no spaces, a letter. */
const word = /\p{Lo}|(?:(?!\p{Lo})[\p{L}])[\p{L}\p{M}\p{N}'’-]*/gu

const blank = (text: string): string => ' '.repeat(text.length)

/**
 * When a text is a link and hardly anything else: the text with its links blanked, of the same length, so that offsets
 * hold. Null: there is no link, or more than `mostWordsBeside` words beside them.
 */
export function wordsBesideLinks(text: string): string | null {
  const rest = text
    .replace(address, blank)
    .replace(studyNumber, blank)
    .replace(bareAddress, (_, before: string, found: string) => before + blank(found))
  if (rest === text) return null
  let words = 0
  for (const _ of rest.matchAll(word)) {
    words += 1
    if (words > mostWordsBeside) return null
  }
  return rest
}

/** What every door says then: that no link is opened, why, and how the words get here from a phone and a computer. */
export const linkLines = (words: ReportWords): string[] =>
  ['link', 'linkWhy', 'linkPhone', 'linkComputer'].map((key) => fillGaps(words, key))
