import { ClaimsList, VerdictKey } from '@/components/claims/claims-list'
import type { Example } from '@/components/ui/example'
import type { ClaimView } from '@/lib/claims/data'
import { Verdict } from '@/lib/claims/schema'

const invented = (verdict: ClaimView['verdict'], over: Partial<ClaimView> = {}): ClaimView => ({
  id: `example-${verdict}`,
  claim: 'An invented claim, not real.',
  verdict,
  inference: false,
  why: ['It is an example.'],
  limits: ['We cannot say anything of what was made up.'],
  sources: [],
  checkedOn: '2001-01-01',
  nextReview: '2001-01-01',
  ...over,
})

const example = (name: string, claims: readonly ClaimView[], more: Omit<Example, 'name' | 'show'> = {}) => ({
  name,
  ...more,
  show: (kit: Parameters<Example['show']>[0]) => (
    <>
      <VerdictKey claims={claims} kit={kit} />
      <ClaimsList claims={claims} sources={new Map()} kit={kit} />
    </>
  ),
})

export const examples: readonly Example[] = [
  example(
    'every verdict',
    Verdict.options.map((verdict) => invented(verdict)),
  ),
  example('a claim that nobody wrote', [
    invented('unsupported', { id: 'example-inference', inference: true, limits: [] }),
  ]),
  example('long words', [
    invented('partly', { id: 'example-long', claim: `An invented ${'claimwithoutend'.repeat(6)}.` }),
  ]),
  example('right to left', [invented('supported', { id: 'example-right', claim: 'ادعاء للمثال فقط' })], {
    isRightToLeft: true,
  }),
]
