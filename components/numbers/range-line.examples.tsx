import { RangeLine, type RangeLineRow } from '@/components/numbers/range-line'
import type { Example } from '@/components/ui/example'

const example = (name: string, rows: readonly RangeLineRow[], per: 100 | 1000 = 100): Example => ({
  name,
  show: () => <RangeLine rows={rows} per={per} />,
})

/** Invented ranges. */
export const examples: readonly Example[] = [
  example('one range', [{ letter: '1', value: 30, low: 20, high: 40 }]),
  example('two that overlap', [
    { letter: '1', value: 30, low: 20, high: 40 },
    { letter: '2', value: 35, low: 25, high: 50 },
  ]),
  example('at both ends', [
    { letter: '1', value: 0, low: 0, high: 3 },
    { letter: '2', value: 100, low: 96, high: 100 },
  ]),
  example('in 1,000', [{ letter: '1', value: 4, low: 1, high: 12 }], 1000),
]
