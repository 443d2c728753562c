import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { invented, withStatus } from '@/components/numbers/invented.examples'
import { TrialPicture } from '@/components/products/trial-picture'
import { exampleOf, type Example } from '@/components/ui/example'
import type { Figure } from '@/lib/numbers/schema'

/** Not real: the ratio of a trial that was never done. */
const ratio = (value: number, low: number, high: number, over: Partial<Figure> = {}): Figure => ({
  ...invented,
  id: `example-ratio-${value}`,
  value: { type: 'ratioOnly', measure: 'HR', value, low, high },
  ...over,
})

const example = exampleOf((figures: readonly Figure[], kit) => <TrialPicture figures={figures} kit={kit} />)

const named = (short: string): Partial<Figure> => ({ sourceShown: { ...invented.sourceShown, short } })

export const examples: readonly Example[] = [
  example('below, above, across and at the line of no difference', [
    ratio(0.5, 0.3, 0.8),
    ratio(1.5, 1.1, 2),
    ratio(0.9, 0.6, 1.4),
    ratio(0.7, 0.5, 1),
  ]),
  example('one trial, far from the line', [ratio(0.2, 0.1, 0.4)]),
  example('the ratio beside counts, and a withdrawn study', [
    {
      ...invented,
      id: 'example-counted',
      effect: { measure: 'HR', value: 0.6, low: 0.4, high: 0.9, level: 95 },
    },
    ratio(0.8, 0.5, 1.3, withStatus('retracted')),
  ]),
  example('long words', [ratio(0.5, 0.3, 0.8, named(longName))]),
  example('right to left', [ratio(0.5, 0.3, 0.8, named(rightToLeftName)), ratio(1.2, 0.8, 1.9)], {
    isRightToLeft: true,
  }),
]
