import type { ReviewLine } from '@/lib/reviews/reviews'
import { sentences } from '@/lib/texts/punctuation'
import { sourceLocale, writtenDay, type Locale, type Translate } from '@/lib/texts/translate'

/**
 * Who signed off what a page or a paper shows, or that nobody has. A sign-off is of the words of one language, so whoever
 * gave it has read the translation; without one a translation says whose it is.
 */
export function writeReviewed(reviews: readonly ReviewLine[], t: Translate, locale: Locale): string {
  if (!reviews.length)
    return sentences(
      [t('site.notReviewed'), locale !== sourceLocale && t('site.translatedByMakers')].filter(
        (line) => line !== false,
      ),
      locale,
    )
  return sentences(
    reviews.map(({ person, role, date }) =>
      t('site.reviewedBy', { person, role, date: writtenDay(date, locale) }),
    ),
    locale,
  )
}
