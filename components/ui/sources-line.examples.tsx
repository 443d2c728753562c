import { inventedSource } from '@/components/sources/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { SourceItems, SourceLine } from '@/components/ui/sources-line'
import { SourceStatus, type Source } from '@/lib/sources/schema'

const example = exampleOf((over: Partial<Source>, kit) => (
  <p>
    <SourceLine source={{ ...inventedSource, ...over }} kit={kit} />
  </p>
))

export const examples: readonly Example[] = [
  ...SourceStatus.options.map((status) => example(status, { status })),
  example('read in a summary (tier B)', { tier: 'B' }),
  example('nobody knows who wrote it, or when', { authors: null, year: null }),
  example('long words', {
    title: `An example study, not real, of ${'exampleswithoutend'.repeat(5)}`,
    authors: { people: [], groups: ['TheGroupOfExamplesThatHasANameWithoutASingleSpaceInIt'], others: false },
  }),
  example('right to left', { title: 'دراسة للمثال، غير حقيقية' }, { isRightToLeft: true }),
  {
    name: 'a list',
    show: (kit) => (
      <SourceItems
        ids={['example-study', 'example-two', 'example-study']}
        sources={
          new Map([
            ['example-study', inventedSource],
            ['example-two', { ...inventedSource, id: 'example-two', title: 'A second example, not real' }],
          ])
        }
        kit={kit}
      />
    ),
  },
]
