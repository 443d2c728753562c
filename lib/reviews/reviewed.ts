import type { ReviewLine } from '@/lib/reviews/reviews'
import { writtenDay, type Locale, type Translate } from '@/lib/texts/translate'

/** Who signed off what a page or a paper shows, or that nobody has. */
export function writeReviewed(reviews: readonly ReviewLine[], t: Translate, locale: Locale): string {
  if (!reviews.length) return t('site.notReviewed')
  return reviews
    .map(({ person, role, date }) => t('site.reviewedBy', { person, role, date: writtenDay(date, locale) }))
    .join(' ')
}
