import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { Section, SectionPart, SectionRows } from '@/components/journey/section'
import { bookOf, invented, withStatus } from '@/components/numbers/invented.examples'
import { inventedSources } from '@/components/sources/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SectionView } from '@/lib/journey/data'

const section = (id: string, over: Partial<SectionView> = {}): SectionView => ({
  id: `example-${id}`,
  optIn: false,
  icon: null,
  drawing: null,
  places: [],
  estimates: [],
  sources: ['example-study'],
  title: 'An example part, not real',
  text: ['An example line.'],
  ...over,
})

const table = (cell: string) => ({
  caption: 'An example table',
  head: ['Name', 'Meaning'],
  rows: [
    [cell, 'An example of what it means.'],
    ['Another example', cell],
  ],
})

/** One group of a study that was never done, and the same one withdrawn. */
const book = bookOf([
  { ...invented, id: 'example-alone', design: 'single-group' },
  { ...invented, ...withStatus('retracted'), id: 'example-withdrawn', design: 'single-group' },
])

const part = exampleOf((one: SectionView, kit) => (
  <Section section={one} sources={inventedSources} kit={{ ...kit, book }} />
))
const whole = exampleOf((one: SectionView, kit) => (
  <SectionPart
    section={one}
    sources={inventedSources}
    links={[[{ href: '#example', name: 'An example of the way to it' }], []]}
    kit={{ ...kit, book }}
  />
))
const rows = exampleOf((sections: readonly SectionView[], kit) => (
  <SectionRows sections={sections} conditionId="example" kit={kit} />
))

export const examples: readonly Example[] = [
  part(
    'text, a drawing and a list',
    section('drawn', { drawing: 'heart', items: ['One example.', 'Another.'] }),
  ),
  part('with a table, and text after it', section('table', { table: table('Example'), after: ['More.'] })),
  part('one group only', section('one', { estimates: ['example-alone'] })),
  part('a withdrawn study', section('withdrawn', { estimates: ['example-withdrawn'] })),
  part('long words', section('long', { title: longName, text: [longName], table: table(longName) })),
  part(
    'right to left',
    section('right', { title: rightToLeftName, text: [rightToLeftName], table: table(rightToLeftName) }),
    { isRightToLeft: true },
  ),
  whole('the whole of a page, with ways on', section('page', { table: table('Example') })),
  whole('the whole of a page, with figures', section('figures', { estimates: ['example-alone'] })),
  whole('the whole of a page without a source', section('bare', { sources: [] })),
  rows('what there is to read: with a sign, and by choice', [
    section('read', { icon: 'read' }),
    section('choice', { optIn: true }),
  ]),
  rows('what there is to read: long words', [section('long', { title: longName, icon: 'cause' })]),
]
