import { Certainty } from '@/components/numbers/certainty'
import type { Example } from '@/components/ui/example'

const rated = ['high', 'moderate', 'low', 'very-low'] as const
const unrated = ['source-gives-none', 'rating-not-seen', 'no-comparison-group', 'talk-or-press-only'] as const

export const examples: readonly Example[] = [
  ...rated.map((level): Example => ({
    name: level,
    show: (kit) => (
      <Certainty
        value={{ level, ratedBy: 'example-body' }}
        source="example-body"
        ratedBy="Example body, not real"
        kit={kit}
      />
    ),
  })),
  ...unrated.map((notRated): Example => ({
    name: `not rated: ${notRated}`,
    show: (kit) => (
      <Certainty value={{ notRated }} source="example-study" ratedBy="Example study, not real" kit={kit} />
    ),
  })),
]
