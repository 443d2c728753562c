import { OurRating } from '@/components/ratings/our-rating'
import type { Example } from '@/components/ui/example'
import type { RatingView } from '@/lib/ratings/schema'

const invented: RatingView = {
  level: 'low',
  start: 'randomised',
  against: ['An invented reason: few people took part.', 'Another invented reason: the trials do not agree.'],
  for: ['An invented reason: one group had a pretend procedure.'],
  ratedOn: '2026-11-28',
}

const show =
  (rating: RatingView | undefined, more: Partial<React.ComponentProps<typeof OurRating>> = {}) =>
  (kit: React.ComponentProps<typeof OurRating>['kit']) => (
    <OurRating rating={rating} bySource={[]} of="An invented option" kit={kit} {...more} />
  )

export const examples: readonly Example[] = [
  { name: 'rated by us, with why', show: show(invented) },
  {
    name: 'a source rated it too: its rating stands first',
    show: show(invented, { bySource: [{ level: 'moderate', by: 'Example body, not real' }] }),
  },
  { name: 'only the level, as on the page of all questions', show: show(invented, { isShort: true }) },
  { name: 'one group was followed', show: show({ ...invented, level: 'moderate', start: 'prognosis' }) },
  { name: 'nothing against it', show: show({ ...invented, level: 'high', against: [] }) },
  { name: 'not rated since its lead changed', show: show({ ...invented, level: null }) },
  { name: 'not rated yet', show: show(undefined) },
]
