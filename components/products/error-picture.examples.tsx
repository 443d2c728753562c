import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { invented } from '@/components/numbers/invented.examples'
import { ErrorPicture } from '@/components/products/error-picture'
import { exampleOf, type Example } from '@/components/ui/example'
import type { Figure } from '@/lib/numbers/schema'

/** Not real: reports of trials that were never done, with the gain that each group of them claimed. */
const claimed = (value: number, name: string): Figure => ({
  ...invented,
  id: `example-errors-${name}`,
  armWordsFirst: name,
  value: { type: 'meanDifference', value, unit: 'percentage-points', of: 'between' },
})

const example = exampleOf((figures: readonly Figure[], kit) => <ErrorPicture figures={figures} kit={kit} />)

export const examples: readonly Example[] = [
  example('more, less and nothing', [
    claimed(10, 'Example reports with many errors'),
    claimed(2.5, 'Example reports with few errors'),
    claimed(-0.5, 'Example reports with none'),
    claimed(0, 'Example reports that found nothing'),
  ]),
  example('one group only', [claimed(5, 'Example reports')]),
  example('long words', [claimed(5, longName), claimed(-5, `${longName} ${longName}`)]),
  example('right to left', [claimed(5, rightToLeftName), claimed(-5, rightToLeftName)], {
    isRightToLeft: true,
  }),
]
