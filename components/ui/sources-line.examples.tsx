import { exampleOf, type Example } from '@/components/ui/example'
import { SourceItems, SourceLine } from '@/components/ui/sources-line'
import { SourceStatus, type Source } from '@/lib/sources/schema'

const invented: Source = {
  id: 'example-study',
  kind: 'randomised-trial',
  tier: 'A',
  authors: { people: ['Example E'], groups: [], others: true },
  title: 'An example study, not real',
  titleIsShort: false,
  container: 'Journal of Examples',
  year: 2020,
  doi: null,
  pmid: null,
  nct: null,
  url: null,
  people: 200,
  readAs: 'primary',
  status: 'current',
  checkedOn: '2026-11-28',
  nextReview: '2027-05-28',
}

const example = exampleOf((over: Partial<Source>, kit) => (
  <p>
    <SourceLine source={{ ...invented, ...over }} kit={kit} />
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
            ['example-study', invented],
            ['example-two', { ...invented, id: 'example-two', title: 'A second example, not real' }],
          ])
        }
        kit={kit}
      />
    ),
  },
]
