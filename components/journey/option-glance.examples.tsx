import { inventedDecision, inventedOption } from '@/components/journey/invented.examples'
import { OptionGlance } from '@/components/journey/option-glance'
import { bookOf, invented, inventedUsual } from '@/components/numbers/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { DecisionView } from '@/lib/journey/data'
import type { Figure } from '@/lib/numbers/schema'

/** Not real: see `invented`. */
const figures: Figure[] = [
  {
    ...invented,
    id: 'pair',
    headline: 'good',
    option: 'a',
    comparator: 'pair-usual',
    effect: { measure: 'HR', value: 0.5, low: 0.3, high: 0.8, level: 95 },
  },
  { ...inventedUsual, id: 'pair-usual', option: 'b', headline: 'good' },
  { ...invented, id: 'alone', headline: 'good', option: 'a', design: 'single-group' },
]
const book = bookOf(figures)

const outcome = { onSheet: false, answer: [], question: 'Is this an example?' }
const decision: DecisionView = {
  ...inventedDecision,
  id: 'example-glance',
  outcomes: [
    {
      ...outcome,
      id: 'live-longer',
      tone: 'benefit',
      cells: {
        a: { estimates: ['pair'], atAGlance: 'An example sentence, at most fourteen words, with its time.' },
        b: { estimates: ['pair-usual'] },
        c: { unknown: 'nobody' },
      },
    },
    {
      ...outcome,
      id: 'early',
      tone: 'harm',
      question: 'What could go wrong in this example?',
      cells: { a: { estimates: ['alone'] }, b: { unknown: 'nobody' }, c: { notApplicable: 'none' } },
    },
  ],
}

const example = exampleOf((id: string, kit) => (
  <OptionGlance
    decision={{ ...decision, id: `${decision.id}-${id}` }}
    option={inventedOption(id)}
    conditionId="heart-failure"
    kit={{ ...kit, book }}
  />
))

export const examples: readonly Example[] = [
  example('a pair, and one group alone', 'a'),
  example('the group that the others were compared with', 'b'),
  example('no figure: nobody knows, or it does not apply', 'c'),
]
