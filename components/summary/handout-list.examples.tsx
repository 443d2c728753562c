import { longName } from '@/components/journey/invented.examples'
import { HandoutList } from '@/components/summary/handout-list'
import { exampleOf, type Example } from '@/components/ui/example'
import type { ListedHandout } from '@/lib/handouts/write-handouts'

const files: ListedHandout['files'] = [
  { sheet: 'a4', path: '#example-a4' },
  { sheet: 'letter', path: '#example-letter' },
]

/** An example: no file is behind it. */
const example = exampleOf((handouts: readonly ListedHandout[], { t }) => (
  <HandoutList handouts={handouts} locale="en" t={t} />
))

export const examples: readonly Example[] = [
  example('with a long form and without', [
    { name: 'one', title: 'An example, not real', files, long: { title: 'its long form', files } },
    { name: 'two', title: 'Another example, not real', files, long: null },
  ]),
  example('long words', [{ name: 'long', title: longName, files, long: null }]),
]
