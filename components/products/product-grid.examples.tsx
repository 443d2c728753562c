import { AnswerMark } from '@/components/products/answer-mark'
import { inventedAbout, inventedProduct } from '@/components/products/invented.examples'
import { ProductGrid } from '@/components/products/product-grid'
import type { Example } from '@/components/ui/example'
import { answerMarks } from '@/lib/products/answer-mark'
import type { CellProduct } from '@/lib/products/data'

const example = (
  name: string,
  products: readonly CellProduct[],
  more: Omit<Example, 'name' | 'show'> = {},
): Example => ({
  name,
  ...more,
  show: (kit) => (
    <ProductGrid products={products} about={inventedAbout} conditionId="heart-failure" kit={kit} />
  ),
})

const mixed = inventedProduct('mixed')
const status = {
  'live-longer': 'may-help-unsure',
  'feel-better': 'being-tested',
  hospital: 'not-known-yet',
  'organ-works-better': 'works',
  harms: 'harmful',
} as const

export const examples: readonly Example[] = [
  ...answerMarks.map((mark): Example => ({
    name: `mark: ${mark}`,
    show: (kit) => <AnswerMark mark={mark} kit={kit} />,
  })),
  example('nothing known', [inventedProduct('unknown')]),
  example('several kinds', [
    inventedProduct('first'),
    {
      ...mixed,
      answers: mixed.answers.map((answer) => ({
        ...answer,
        status: status[answer.question],
        sources: ['nothing-real'],
      })),
    },
  ]),
  example('long words', [
    inventedProduct('long', { name: `Example ${'cellswithoutend'.repeat(6)}, not real` }),
  ]),
  example('right to left', [inventedProduct('right', { name: 'خلايا للمثال، غير حقيقية' })], {
    isRightToLeft: true,
  }),
]
