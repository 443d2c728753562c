import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { CellItems, FoldedItems, Regulators } from '@/components/products/cell-items'
import { inventedSources } from '@/components/sources/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { CellItem, RegulatorRow } from '@/lib/products/data'
import { RegulatorAnswer } from '@/lib/products/schema'

const item = (key: string, over: Partial<CellItem> = {}): CellItem => ({
  key,
  text: ['An example line, not real.', 'More of the example.'],
  sources: ['example-study'],
  ...over,
})

const list = exampleOf((items: readonly CellItem[], kit) => (
  <CellItems items={items} sources={inventedSources} kit={kit} />
))
const folded = exampleOf((items: readonly CellItem[], kit) => (
  <FoldedItems items={items} sources={inventedSources} kit={kit} />
))

/** No regulator said this. */
const row = (id: string, over: Partial<RegulatorRow> = {}): RegulatorRow => ({
  id,
  country: 'NZ',
  answer: 'yes',
  date: '2026-11',
  sources: ['example-study'],
  place: 'An example body, not real',
  text: ['An example of what it said.'],
  ...over,
})
const said = exampleOf((rows: readonly RegulatorRow[], kit) => <Regulators rows={rows} kit={kit} />)

export const examples: readonly Example[] = [
  list('a list with its sources', [item('one'), item('two')]),
  {
    name: 'a list in order, without a source',
    show: (kit) => (
      <CellItems
        items={[item('one', { sources: [] }), item('two', { sources: [] })]}
        sources={inventedSources}
        kit={kit}
        isOrdered
      />
    ),
  },
  folded('lines that open', [item('one'), item('two')]),
  folded('a line that was opened', [item('one')], { isUnfolded: true }),
  folded('long words', [item('long', { text: [longName, longName] })], { isUnfolded: true }),
  folded('right to left', [item('right', { text: [rightToLeftName, rightToLeftName] })], {
    isUnfolded: true,
    isRightToLeft: true,
  }),
  said(
    'every answer of a regulator, in a year, a month and on a day',
    RegulatorAnswer.shape.answer.options.map((answer, at) =>
      row(answer, { answer, date: ['2026', '2026-11', '2026-11-28'][at % 3] ?? '' }),
    ),
  ),
  said('two countries, and long words', [
    row('here', { place: longName, text: [longName] }),
    row('there', { country: 'EU' }),
  ]),
]
