import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { PrintFoot } from '@/components/layout/print-foot'
import { exampleOf, type Example } from '@/components/ui/example'
import { changedAddress } from '@/lib/reviews/changed-address'
import type { ReviewLine } from '@/lib/reviews/reviews'

type State = { site?: string; reviews?: ReviewLine[] }

/** An example: nobody reviewed it. Only on paper: print the catalogue, or emulate print, to see it. */
const example = exampleOf(({ site, reviews = [] }: State, { t, locale }) => (
  <PrintFoot
    locale={locale}
    t={t}
    release={{ version: 'example', contentDate: '2026-11-28' }}
    changed={changedAddress(locale, 'example', site)}
    reviews={reviews}
  />
))

const review = (person: string): ReviewLine => ({ person, role: 'an example', date: '2026-11-28' })

export const examples: readonly Example[] = [
  example('on paper: with a code, reviewed by nobody', { site: 'https://example.org' }),
  example('on paper: nobody said where the site is', {}),
  example('on paper: long words', { site: `https://example.org/${longName}`, reviews: [review(longName)] }),
  example(
    'on paper: right to left',
    { site: 'https://example.org', reviews: [review(rightToLeftName)] },
    { isRightToLeft: true },
  ),
]
