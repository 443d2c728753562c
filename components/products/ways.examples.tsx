import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { Ways } from '@/components/products/ways'
import { exampleOf, type Example } from '@/components/ui/example'
import { cellPages } from '@/lib/journey/steps'

type Way = React.ComponentProps<typeof Ways>['ways'][number]

/** A way that leads nowhere: not real. */
const way = (page: Way['page'], over: Partial<Way> = {}): Way => ({
  page,
  href: `#example-${page}`,
  name: `Example: ${page}`,
  hint: 'An example of what is there.',
  anchors: [],
  ...over,
})

const example = exampleOf((ways: readonly Way[]) => <Ways ways={ways} />)

export const examples: readonly Example[] = [
  example(
    'to every page about cells',
    cellPages.map(({ id }) => way(id)),
  ),
  example('without a hint, where older addresses led', [
    way('harms', { hint: null, anchors: ['example-first', 'example-second'] }),
  ]),
  example('long words', [way('harms', { name: longName, hint: longName })]),
  example('right to left', [way('harms', { name: rightToLeftName, hint: rightToLeftName })], {
    isRightToLeft: true,
  }),
]
