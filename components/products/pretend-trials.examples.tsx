import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { inventedProduct, inventedTrial } from '@/components/products/invented.examples'
import { PretendTrials } from '@/components/products/pretend-trials'
import { exampleOf, type Example } from '@/components/ui/example'
import type { CellProduct } from '@/lib/products/data'

/** Trials that were never done: not real. */
const example = exampleOf((trials: CellProduct['trials'], kit) => (
  <PretendTrials products={[inventedProduct('pretend', { trials })]} conditionId="example" kit={kit} />
))

const aims = ['met', 'not-met', 'not-clear', 'no-single-aim'] as const

export const examples: readonly Example[] = [
  example(
    'what became of the main aim',
    aims.map((mainAim) => inventedTrial(mainAim, { mainAim })),
  ),
  example('nobody says how many took part', [inventedTrial('uncounted', { people: null })]),
  example('long words', [inventedTrial('long', { name: longName })]),
  example('right to left', [inventedTrial('right', { name: rightToLeftName })], { isRightToLeft: true }),
]
