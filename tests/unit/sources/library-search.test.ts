import { describe, expect, test } from 'vitest'
import type { ExportedSource } from '@/lib/sources/library-schema'
import { findInLibrary, makeLibrary, type LibraryRows } from '@/lib/sources/library-search'

const source = (id: string, more: Partial<ExportedSource> = {}): ExportedSource => ({
  id,
  kind: 'cohort',
  tier: 'A',
  authors: { people: ['Velazquez EJ'], groups: [], others: true },
  title: `Title of ${id}`,
  container: 'N Engl J Med',
  note: null,
  year: 2016,
  doi: null,
  pmid: null,
  nct: null,
  url: null,
  status: 'current',
  readAs: 'primary',
  checkedOn: '2026-11-20',
  ...more,
})

const rows: LibraryRows = {
  sources: [
    source('one', { kind: 'randomised-trial', title: 'Bypass surgery', doi: '10.1056/NEJMoa1602001' }),
    source('two', { year: 1999, tier: 'B', title: '100% of hearts_here' }),
    source('three', { status: 'corrected' }),
    source('four', { year: null, authors: null }),
    source('five', { title: 'Nothing rests on it' }),
  ],
  citations: [
    { conditionId: 'heart', kind: 'option', ownerId: 'bypass', sourceId: 'one' },
    { conditionId: null, kind: 'prices', ownerId: 'x', sourceId: 'four' },
  ],
  facts: [{ conditionId: 'liver', sourceId: 'two' }],
  estimates: [
    { id: 'e2', conditionId: 'heart', sourceId: 'two', optionId: null, design: 'single-group' },
    { id: 'e3', conditionId: 'heart', sourceId: 'three', optionId: 'pills', design: 'randomised-blinded' },
  ],
  options: [{ conditionId: 'heart', id: 'bypass', estimateIds: ['e2', 'gone'] }],
  cells: [{ conditionId: 'heart', optionId: 'stent', estimateIds: ['e3'] }],
  answers: [{ conditionId: 'liver', productId: 'cells', sourceIds: ['four'], estimateIds: [] }],
  trials: [
    {
      conditionId: 'liver',
      productId: 'cells',
      sourceId: 'two',
      estimateIds: ['e3'],
      randomised: true,
      blinded: null,
    },
  ],
  running: [{ conditionId: 'liver', productId: 'other', sourceId: 'five' }],
}
const library = makeLibrary(rows)
const find = (query: Parameters<typeof findInLibrary>[1]) =>
  findInLibrary(library, query, ({ status }) => status).map((item) => item.source.id)

describe('the library in memory', () => {
  test('gives all, in order, for an empty query', () => {
    expect(find({})).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  test('finds words in any field, any order, any case; signs are taken as they stand', () => {
    expect(find({ q: 'SURGERY bypass' })).toEqual(['one'])
    expect(find({ q: 'nejmoa1602001' })).toEqual(['one'])
    expect(find({ q: '100%' })).toEqual(['two'])
    expect(find({ q: '%' })).toEqual(['two'])
    expect(find({ q: '1999' })).toEqual(['two'])
    expect(find({ q: '199' })).toEqual([])
    expect(find({ q: 'bypass nothing' })).toEqual([])
  })

  test('a condition has its own sources and the shared ones', () => {
    expect(find({ condition: 'heart' })).toEqual(['one', 'two', 'three', 'four'])
    expect(find({ condition: 'liver' })).toEqual(['two', 'four', 'five'])
    expect(find({ condition: 'other' })).toEqual(['four'])
  })

  test('an option has what it names, its figures and those of its cells', () => {
    expect(find({ condition: 'heart', about: 'option:bypass' })).toEqual(['one', 'two'])
    expect(find({ condition: 'heart', about: 'option:pills' })).toEqual(['three'])
    expect(find({ condition: 'heart', about: 'option:stent' })).toEqual(['three'])
    expect(find({ condition: 'liver', about: 'product:other' })).toEqual(['five'])
  })

  test('kind, tier, years, designs and the status shown narrow it', () => {
    expect(find({ kind: 'randomised-trial' })).toEqual(['one'])
    expect(find({ tier: 'B' })).toEqual(['two'])
    expect(find({ from: 2000 })).toEqual(['one', 'three', 'five'])
    expect(find({ to: 2000 })).toEqual(['two'])
    expect(find({ randomised: 'yes' })).toEqual(['one', 'two', 'three'])
    expect(find({ blinded: 'yes' })).toEqual(['three'])
    expect(find({ status: 'corrected' })).toEqual(['three'])
    const shown = findInLibrary(library, { status: 'retracted' }, ({ id }) =>
      id === 'five' ? 'retracted' : 'current',
    )
    expect(shown.map((item) => item.source.id)).toEqual(['five'])
  })
})
