import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { AllTrials } from '@/components/products/all-trials'
import { inventedProduct } from '@/components/products/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'

/** Families of cells that do not exist: not real. */
const example = exampleOf((names: readonly string[], kit) => (
  <AllTrials
    products={names.map((name, at) => inventedProduct(String(at), { name }))}
    conditionId="example"
    kit={kit}
  />
))

export const examples: readonly Example[] = [
  example('two families', ['Example cells, not real', 'Other example cells, not real']),
  example('long words', [longName]),
  example('right to left', [rightToLeftName], { isRightToLeft: true }),
]
