import {
  inventedDecision,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { OptionPart } from '@/components/journey/option-part'
import { exampleOf, type Example } from '@/components/ui/example'
import type { DecisionView, OptionView } from '@/lib/journey/data'

const decision: DecisionView = {
  ...inventedDecision,
  options: ['a', 'b', 'c', 'd'].map((id) => inventedOption(id)),
  outcomes: [
    {
      id: 'live-longer',
      tone: 'benefit',
      onSheet: false,
      question: 'Will this example last longer?',
      answer: [],
      cells: { a: { unknown: 'nobody' }, b: { notApplicable: 'none' } },
    },
    { id: 'early', tone: 'harm', onSheet: false, question: 'What could go wrong?', answer: [], cells: {} },
  ],
}

const example = exampleOf((option: OptionView, kit) => (
  <OptionPart
    option={option}
    decisions={[decision]}
    conditionId="heart-failure"
    sources={new Map()}
    kit={kit}
  />
))

export const examples: readonly Example[] = [
  example('every part, no figure, in no decision', inventedOption('a')),
  example(
    'with a drawing, compared in a decision',
    inventedOption('b', { drawing: 'icd', decisions: ['example'] }),
  ),
  example('long words', inventedOption('c', { whatItIs: [longName], ask: [longName] })),
  example('right to left', inventedOption('d', { whatItIs: [rightToLeftName], ask: [rightToLeftName] }), {
    isRightToLeft: true,
  }),
]
