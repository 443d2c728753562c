import { inventedDecision } from '@/components/journey/invented.examples'
import { inventedMatters } from '@/components/matters/invented.examples'
import { MattersResult } from '@/components/matters/matters-result'
import { exampleOf, type Example } from '@/components/ui/example'
import { noAnswers } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

const example = exampleOf((answers: Partial<Answers>, kit) => (
  <MattersResult
    decisions={[inventedDecision]}
    matters={inventedMatters}
    answers={{ ...noAnswers, ...answers }}
    isAnswered
    kit={kit}
  >
    <p>An example of the way on.</p>
  </MattersResult>
))

const ids = inventedMatters.map(({ id }) => id)
const all = Object.fromEntries(ids.map((id) => [id, 'a-lot' as const]))

export const examples: readonly Example[] = [
  example('nothing matters yet', {}),
  example('what matters a lot first, and an option that is pulled two ways', {
    matters: { 'live-longer': 'some', 'home-and-others': 'a-lot', 'light-for-carers': 'a-little' },
  }),
  example('three of five are picked', { matters: all, top: ids.slice(2, 5) }),
]
