import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { inventedProduct, inventedRunning, inventedTrial } from '@/components/products/invented.examples'
import { WayToTrials } from '@/components/products/way-to-trials'
import { exampleOf, type Example } from '@/components/ui/example'
import type { CellProduct } from '@/lib/products/data'

/** Cells and trials that do not exist: not real. */
const example = exampleOf((over: Partial<CellProduct>, kit) => (
  <WayToTrials product={inventedProduct('way', over)} conditionId="example" kit={kit} />
))

export const examples: readonly Example[] = [
  example('finished and running', {
    trials: [inventedTrial('one'), inventedTrial('two')],
    running: [inventedRunning],
  }),
  example('none yet', {}),
  example('long words', { trials: [inventedTrial('long', { name: longName })] }),
  example(
    'right to left',
    { trials: [inventedTrial('right', { name: rightToLeftName })] },
    { isRightToLeft: true },
  ),
]
