import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { bookOf, invented, withStatus } from '@/components/numbers/invented.examples'
import { inventedAbout } from '@/components/products/invented.examples'
import { ProductAnswers } from '@/components/products/product-answers'
import { exampleOf, type Example } from '@/components/ui/example'
import type { Figure } from '@/lib/numbers/schema'
import type { CellAnswer } from '@/lib/products/data'
import type { RatingView } from '@/lib/ratings/schema'

/** One group of a study that was never done. */
const alone: Figure = { ...invented, id: 'example-alone', design: 'single-group' }
const book = bookOf([
  alone,
  { ...alone, ...withStatus('retracted'), id: 'example-withdrawn' },
  { ...alone, id: 'example-summary', tier: 'B' },
])

const answer = (over: Partial<CellAnswer>): CellAnswer => ({
  question: 'live-longer',
  status: 'not-known-yet',
  estimates: [],
  sources: [],
  text: ['An example of an answer, not real.'],
  ...over,
})

const rating: RatingView = {
  level: 'low',
  start: 'case-series',
  against: ['An example reason, not real.'],
  for: [],
  ratedOn: '2026-11-28',
}

const example = exampleOf((answers: readonly CellAnswer[], kit) => (
  <ProductAnswers
    answers={answers}
    about={inventedAbout}
    figuresOf={(place) => ({
      here: answers.find(({ question }) => question === place)?.estimates ?? [],
      above: place === 'harms' ? [{ href: '#live-longer', name: 'An example question' }] : [],
    })}
    kit={{ ...kit, book }}
  />
))

const lines = (line: string) => [line, line]

export const examples: readonly Example[] = [
  example('all five questions', [
    answer({}),
    answer({ question: 'feel-better', status: 'being-tested', text: lines('An example line.') }),
    answer({
      question: 'hospital',
      status: 'may-help-unsure',
      estimates: ['example-summary'],
      rating,
    }),
    answer({ question: 'organ-works-better', status: 'no-clear-difference' }),
    answer({ question: 'harms', status: 'harm-seen', estimates: ['example-alone'], rating }),
  ]),
  example(
    'what stands behind: one group only, and told above',
    [answer({ question: 'harms', status: 'harm-seen', estimates: ['example-alone'], rating })],
    { isUnfolded: true },
  ),
  example('a withdrawn study', [answer({ estimates: ['example-withdrawn'], rating })], { isUnfolded: true }),
  example('not rated yet, read in a summary', [answer({ estimates: ['example-summary'] })], {
    isUnfolded: true,
  }),
  example('long words', [answer({ text: lines(longName) })], { isUnfolded: true }),
  example('right to left', [answer({ text: lines(rightToLeftName) })], {
    isUnfolded: true,
    isRightToLeft: true,
  }),
]
