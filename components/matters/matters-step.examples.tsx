import { inventedCondition, inventedDecision } from '@/components/journey/invented.examples'
import { inventedMatters } from '@/components/matters/invented.examples'
import { MattersStep } from '@/components/matters/matters-step'
import { inventedAnswers, tooMuch } from '@/components/summary/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { noAnswers } from '@/lib/summary/answers'

type State = Partial<React.ComponentProps<typeof MattersStep>>

/** An example: nobody answers. */
const example = exampleOf((state: State, kit) => (
  <MattersStep
    condition={inventedCondition}
    decisions={[inventedDecision]}
    matters={inventedMatters}
    answers={noAnswers}
    isAnswered={false}
    tooLong={[]}
    kit={kit}
    {...state}
  />
))

const matters = Object.fromEntries(inventedMatters.map(({ id }) => [id, 'a-lot' as const]))

export const examples: readonly Example[] = [
  example('nothing answered', {}),
  example('answered, without our script', { answers: { ...inventedAnswers, matters }, isAnswered: true }),
  example('own words that are too long', {
    answers: { ...inventedAnswers, own: tooMuch },
    tooLong: ['own'],
    isAnswered: true,
  }),
  example('right to left', { answers: inventedAnswers }, { isRightToLeft: true }),
]
