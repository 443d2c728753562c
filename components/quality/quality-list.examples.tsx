import { longName } from '@/components/journey/invented.examples'
import { QualityList } from '@/components/quality/quality-list'
import { exampleOf, type Example } from '@/components/ui/example'
import { qualityParts } from '@/lib/quality/quality'
import { QualityState, type QualityItem } from '@/lib/quality/schema'

const set: QualityItem['set'] = 'nice'

/** Invented points of no real list. */
const item = (state: QualityItem['state'], over: Partial<QualityItem> = {}): QualityItem => ({
  id: `EXAMPLE-${state}`,
  set,
  state,
  text: 'An example point, not real.',
  ...over,
})

const example = exampleOf((items: readonly QualityItem[], kit) =>
  qualityParts(items)
    .filter((part) => part.items.length > 0)
    .map((part) => <QualityList key={part.set} part={part} kit={kit} />),
)

export const examples: readonly Example[] = [
  example(
    'every state',
    QualityState.options.map((state) => item(state, state === 'met' ? {} : { note: 'An example note.' })),
  ),
  example('with a place and a test', [
    item('met', { id: 'EXAMPLE-SEEN', where: '/about', test: { file: 'example', title: 'an example' } }),
  ]),
  example('long words', [item('met', { id: 'EXAMPLE-LONG', text: longName })]),
]
