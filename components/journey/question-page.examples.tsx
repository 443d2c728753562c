import { inventedDecision, longName, rightToLeftName } from '@/components/journey/invented.examples'
import { QuestionFoot, QuestionOpening } from '@/components/journey/question-page'
import { exampleOf, type Example } from '@/components/ui/example'
import type { OutcomeView } from '@/lib/journey/data'

const outcome = (id: string, question: string): OutcomeView => ({
  id,
  tone: 'benefit',
  onSheet: false,
  question,
  answer: [],
  cells: {},
})

type State = { at: string; question?: string }

/** The head and the foot of the page of one question: not real. */
const example = exampleOf(({ at, question = 'Is this an example?' }: State, kit) => {
  const decision = { ...inventedDecision, outcomes: [outcome('one', question), outcome('two', question)] }
  return (
    <>
      <QuestionOpening decision={decision} at={at} conditionId="example" kit={kit} />
      <QuestionFoot decision={decision} at={at} conditionId="example" kit={kit} />
    </>
  )
})

export const examples: readonly Example[] = [
  example('the first question', { at: 'one' }),
  example('in the middle', { at: 'two' }),
  example('what days are like: the last', { at: 'days' }),
  example('long words', { at: 'two', question: longName }),
  example('right to left', { at: 'two', question: rightToLeftName }, { isRightToLeft: true }),
]
