import { CarryOn } from '@/components/summary/carry-on'
import { inventedAnswers } from '@/components/summary/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { StepId } from '@/lib/journey/steps'

/** An example: the answers are nobody's. */
const example = exampleOf((to: StepId, kit) => (
  <CarryOn kit={kit} conditionId="example" answers={inventedAnswers} except={['own']} to={to}>
    <p>An example of what is asked on the way.</p>
  </CarryOn>
))

export const examples: readonly Example[] = [
  example('to a step, or straight to the end', 'check'),
  example('to the last step', 'summary'),
  example('right to left', 'check', { isRightToLeft: true }),
]
