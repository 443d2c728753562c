import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByStudy, type RowEstimate } from '@/lib/numbers/study-groups'

const arm = (id: string, over: Partial<RowEstimate> = {}): RowEstimate => ({
  id,
  source: 'stich-2016',
  design: 'randomised-open',
  comparator: null,
  option: null,
  followUp: { months: 12, kind: 'exact' },
  population: 'weak-heart',
  ...over,
})

const ids = (estimates: RowEstimate[], order: string[] = []) =>
  groupByStudy(estimates, order).groups.map(({ arms }) => arms.map(({ id }) => id))

describe('one row', () => {
  it('two arms of one study make one group in option order, with no flags', () => {
    const row = groupByStudy(
      [arm('surgery', { option: 'bypass', comparator: 'pills' }), arm('pills', { option: 'medicines' })],
      ['medicines', 'bypass'],
    )
    expect(row.groups).toHaveLength(1)
    expect(row.groups[0]).toMatchObject({ source: 'stich-2016', kind: 'compared' })
    expect(row.groups[0]?.arms.map(({ id }) => id)).toEqual(['pills', 'surgery'])
    expect(row.flags).toEqual([])
  })

  it('groups of one option: what was compared first, then by the option it was compared with', () => {
    const estimates = [
      arm('list', { design: 'single-group', option: 'pills' }),
      arm('pump', { comparator: 'pills-1', option: 'pump' }),
      arm('pills-1', { option: 'pills' }),
      arm('bypass', { source: 'other', comparator: 'pills-2', option: 'bypass' }),
      arm('pills-2', { source: 'other', option: 'pills' }),
    ]
    expect(ids(estimates, ['pills', 'bypass', 'pump'])).toEqual([
      ['pills-2', 'bypass'],
      ['pills-1', 'pump'],
      ['list'],
    ])
  })

  it('two arms that share a control arm make one group of three', () => {
    expect(ids([arm('a', { comparator: 'c' }), arm('b', { comparator: 'c' }), arm('c')])).toEqual([
      ['a', 'b', 'c'],
    ])
  })

  it('a single group never joins two arms, even from the same source and even when linked', () => {
    const estimates = [
      arm('registry', { design: 'single-group', comparator: 'pills', option: 'pump' }),
      arm('surgery', { comparator: 'pills', option: 'bypass' }),
      arm('pills', { option: 'medicines' }),
    ]
    const row = groupByStudy(estimates, ['pump', 'medicines', 'bypass'])
    // By the first letter: the pump stands before the medicines.
    expect(row.groups.map(({ kind }) => kind)).toEqual(['single-arm', 'compared'])
    expect(row.flags).toEqual(['single-arm'])
  })

  it('arms of two studies stay apart though one names the other as comparator', () => {
    const row = groupByStudy([arm('a', { comparator: 'b' }), arm('b', { source: 'other-2020' })], [])
    expect(row.groups).toHaveLength(2)
    expect(row.flags).toEqual(['different-study'])
  })

  it('an arm whose other arm is not in the row stands alone', () => {
    expect(groupByStudy([arm('a', { comparator: 'gone' })], []).groups[0]?.kind).toBe('alone')
  })

  it.each([
    ['12 and 60 months', { months: 60, kind: 'exact' }, ['different-time']],
    ['12 months exactly and 12 months in the median', { months: 12, kind: 'median' }, []],
    ['12 months and not stated', { months: null, kind: 'not-stated' }, ['different-time']],
  ] as const)('%s', (_rule, followUp, flags) => {
    expect(groupByStudy([arm('a'), arm('b', { followUp })], []).flags).toEqual(flags)
  })

  it('all four differences are told, in a fixed order', () => {
    const stranger = arm('b', {
      source: 'other-2020',
      design: 'single-group',
      followUp: { months: 60, kind: 'exact' },
      population: 'other-people',
    })
    expect(groupByStudy([arm('a'), stranger], []).flags).toEqual([
      'single-arm',
      'different-study',
      'different-time',
      'different-population',
    ])
  })

  it('no estimates make no groups and no flags', () => {
    expect(groupByStudy([], [])).toEqual({ groups: [], flags: [] })
  })

  it('the same estimate twice is refused', () => {
    expect(() => groupByStudy([arm('a'), arm('a')], [])).toThrow(RangeError)
  })
})

describe('any row', () => {
  const anyRow = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      source: fc.constantFrom('s-1', 's-2'),
      design: fc.constantFrom('randomised-open', 'single-group'),
      comparator: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'gone'),
      option: fc.constantFrom(null, 'x', 'y', 'z'),
    }),
    { selector: ({ id }) => id },
  )

  it('keeps every estimate exactly once; a group has one source and no single group among its arms', () => {
    fc.assert(
      fc.property(anyRow, (parts) => {
        const estimates = parts.map((part) => arm(part.id, part as Partial<RowEstimate>))
        const { groups } = groupByStudy(estimates, ['x', 'y', 'z'])
        const all = groups.flatMap(({ arms }) => arms.map(({ id }) => id))
        expect([...all].sort()).toEqual(estimates.map(({ id }) => id).sort())
        for (const { arms, source } of groups) {
          expect(arms.every((one) => one.source === source)).toBe(true)
          if (arms.length > 1) expect(arms.some((one) => one.design === 'single-group')).toBe(false)
        }
      }),
    )
  })
})
