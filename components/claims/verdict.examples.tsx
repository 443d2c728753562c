import { Verdict } from '@/components/claims/verdict'
import { exampleOf, type Example } from '@/components/ui/example'
import { Claim } from '@/lib/claims/schema'

/** An example: no claim is behind it. */
const example = exampleOf((verdict: Claim['verdict'], kit) => (
  <p>
    <Verdict verdict={verdict} kit={kit} />
  </p>
))

export const examples: readonly Example[] = Claim.shape.verdict.options.map((one) => example(one, one))
