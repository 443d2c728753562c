import type { ReviewLine } from '@/lib/evidence/reviews'
import { writeReviewed } from '@/lib/words/reviewed'
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
