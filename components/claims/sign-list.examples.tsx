import { SignList } from '@/components/claims/sign-list'
import { longName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { signGroups, type WarningSign } from '@/lib/claims/article-kit'

/** An invented sign: see the real ones in the content. */
const sign = (group: WarningSign['group'], over: Partial<WarningSign> = {}): WarningSign => ({
  id: `example-${group}`,
  group,
  name: 'An example sign, not real',
  what: 'An example of a passage.',
  why: 'An example of why it matters.',
  ask: 'An example of a question?',
  sources: [],
  formerly: [],
  ...over,
})

const example = exampleOf((signs: readonly WarningSign[], kit) => <SignList signs={signs} kit={kit} />)

export const examples: readonly Example[] = [
  example(
    'every family',
    signGroups.map((group) => sign(group)),
  ),
  example('a name that was used before, and long words', [
    sign('hype', { formerly: ['example-former'], name: longName, what: longName }),
  ]),
]
