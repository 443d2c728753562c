import { AnswerMark } from '@/components/products/answer-mark'
import { ProductGrid } from '@/components/products/product-grid'
import type { Example } from '@/components/ui/example'
import { answerMarks } from '@/lib/products/answer-mark'
import type { CellProduct } from '@/lib/products/data'
import { ProductQuestion } from '@/lib/products/schema'

const about = { organQuestion: 'Does the example work better?', organ: 'Example' }

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

const example = (
  name: string,
  products: readonly CellProduct[],
  more: Omit<Example, 'name' | 'show'> = {},
): Example => ({
  name,
  ...more,
  show: (kit) => <ProductGrid products={products} about={about} conditionId="heart-failure" kit={kit} />,
})

const mixed = invented('mixed')
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
  example('nothing known', [invented('unknown')]),
  example('several kinds', [
    invented('first'),
    {
      ...mixed,
      answers: mixed.answers.map((answer) => ({
        ...answer,
        status: status[answer.question],
        sources: ['nothing-real'],
      })),
    },
  ]),
  example('long words', [invented('long', { name: `Example ${'cellswithoutend'.repeat(6)}, not real` })]),
  example('right to left', [invented('right', { name: 'خلايا للمثال، غير حقيقية' })], {
    isRightToLeft: true,
  }),
]
