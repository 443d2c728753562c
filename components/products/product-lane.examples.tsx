import { ProductLane } from '@/components/products/product-lane'
import { exampleOf, type Example } from '@/components/ui/example'
import type { CellProduct } from '@/lib/products/data'
import { ProductQuestion, ProductStatus } from '@/lib/products/schema'

const about = { organQuestion: 'Does the example work better?' }

function invented(id: string, over: Partial<CellProduct> = {}): CellProduct {
  return {
    id: `example-${id}`,
    name: 'Example cells, not real',
    whatItIs: ['Cells that do not exist.'],
    whatHappens: [],
    sources: [],
    trials: [],
    running: [],
    answers: ProductQuestion.options.map((question) => ({
      question,
      status: 'not-known-yet',
      estimates: [],
      sources: [],
      text: ['Nobody has tried it: it is an example.'],
    })),
    ...over,
  }
}

const example = exampleOf((product: CellProduct, kit) => (
  <ProductLane product={product} about={about} conditionId="heart-failure" kit={kit} />
))

/** Every status: those of harm stand under the question about harm, the others under the first. */
const ofStatus = ProductStatus.options.map((status) => {
  const isHarm = status.startsWith('harm')
  const product = invented(status)
  const asked = isHarm ? 'harms' : 'live-longer'
  return example(status, {
    ...product,
    answers: product.answers
      .filter(({ question }) => question === asked)
      .map((answer) => ({ ...answer, status })),
  })
})

export const examples: readonly Example[] = [
  example('every question, nothing known', invented('unknown')),
  ...ofStatus,
  example('long words', invented('long', { name: `Example ${'cellswithoutend'.repeat(6)}, not real` })),
  example('right to left', invented('right', { name: 'خلايا للمثال، غير حقيقية' }), { isRightToLeft: true }),
]
