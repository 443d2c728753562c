import type { ReviewLine } from '@/lib/reviews/reviews'
import { writeReviewed } from '@/lib/reviews/reviewed'
import type { Locale, Translate } from '@/lib/texts/translate'

/** Who signed off what this page shows, or that nobody has. */
export function ReviewedBy({
  reviews,
  t,
  locale,
}: {
  reviews: readonly ReviewLine[]
  t: Translate
  locale: Locale
}) {
  return <>{writeReviewed(reviews, t, locale)}</>
}
