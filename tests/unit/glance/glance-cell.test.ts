import { describe, expect, it } from 'vitest'
import {
  bandsOf,
  drawnItems,
  glanceCells,
  type GlanceCell,
  type GlanceReading,
} from '@/lib/glance/glance-cell'
import type { Figure } from '@/lib/numbers/schema'
import { book, figure } from '@/tests/unit/sentences/figures'

/** What the first figure of a cell says. */
const firstReading = (cell: GlanceCell) => ('items' in cell ? cell.items[0]?.reading : undefined)

const options = ['carry-on', 'pills', 'pump', 'new-heart']
const counts = (events: number, total = 1000): Pick<Figure, 'value'> => ({
  value: { type: 'counts', events, total },
})
const hazard = (value: number, low: number, high: number): Pick<Figure, 'effect'> => ({
  effect: { measure: 'HR', value, low, high, level: 95 },
})

/** A trial of a pump against carrying on: 300 and 400 of 1,000 had died. */
const trial = (name: string, over: Partial<Figure> = {}, control: Partial<Figure> = {}) => [
  figure(`${name}-pump`, {
    option: 'pump',
    source: name,
    comparator: `${name}-control`,
    ...counts(300),
    ...hazard(0.7, 0.6, 0.8),
    ...over,
  }),
  figure(`${name}-control`, {
    option: 'carry-on',
    source: name,
    comparator: `${name}-pump`,
    ...counts(400),
    ...control,
  }),
]
const list = figure('list', { option: 'new-heart', source: 'list', design: 'single-group', ...counts(90) })

const cellsOf = (
  figures: readonly Figure[],
  cells: Parameters<typeof glanceCells>[0],
  tone: 'benefit' | 'harm' = 'benefit',
) => glanceCells(cells, options, book(figures), tone)

function rowOf(cell: GlanceCell | undefined) {
  if (!cell || !('items' in cell)) throw new Error('the cell has no figures')
  return cell
}
const people = (cell: GlanceCell | undefined) =>
  rowOf(cell).items.map(({ arms }) =>
    arms.map(({ figure: { id }, people }) => [id, people?.on, people?.more]),
  )

describe('a pair', () => {
  const cells = cellsOf(trial('one'), {
    'carry-on': { estimates: ['one-control'] },
    pump: { estimates: ['one-pump'] },
  })

  it('is two groups of one study, the one compared with first, and lights the people of a clear gap', () => {
    expect(people(cells.get('pump'))).toEqual([
      [
        ['one-control', 60, 0],
        ['one-pump', 60, 10],
      ],
    ])
    expect(cells.get('pump')?.state).toBe('pair')
    expect(firstReading(cells.get('pump') as GlanceCell)).toBe('better')
  })

  it('is drawn once: the group compared with stands in it, and its option is told at the foot', () => {
    const own = rowOf(cells.get('carry-on'))
    expect(own.isCompared).toBe(true)
    expect(own.state).toBe('pair')
    expect(own.items.map(({ lead }) => lead.id)).toEqual(['one-pump'])
  })

  it('lights nobody when the gap is not clear, not tested, disputed or not by chance', () => {
    const unclear: [Partial<Figure>, GlanceReading][] = [
      [{ ...counts(390), ...hazard(0.97, 0.8, 1.2) }, 'same'],
      [{ effect: null, value: { type: 'percent', value: 30 } }, 'untold'],
      [{ design: 'compared-not-randomised' }, 'untold'],
      [{ ...counts(395), ...hazard(0.7, 0.6, 0.8) }, 'untold'],
    ]
    for (const [over, kind] of unclear) {
      const found = cellsOf(trial('one', over), { pump: { estimates: ['one-pump'] } }).get('pump')
      expect(
        people(found)
          .flat()
          .map(([, , more]) => more),
        kind,
      ).toEqual([0, 0])
      expect(firstReading(found as GlanceCell)).toBe(kind)
    }
  })

  it('counts the people with the problem where a question asks what could go wrong', () => {
    const harms = cellsOf(trial('one'), { pump: { estimates: ['one-pump'] } }, 'harm')
    expect(people(harms.get('pump'))).toEqual([
      [
        ['one-control', 30, 10],
        ['one-pump', 30, 0],
      ],
    ])
    expect(firstReading(harms.get('pump') as GlanceCell)).toBe('better')
  })

  it('is read from the side of the option, whichever arm tells the gap', () => {
    const swapped = cellsOf(
      trial('one', { id: 'a-pump', effect: null }, { id: 'b-control', comparator: 'a-pump' }).map((each) =>
        each.id === 'a-pump' ? { ...each, comparator: 'b-control' } : each,
      ),
      { 'carry-on': { estimates: ['b-control'] }, pump: { estimates: [] as never } },
    )
    expect(firstReading(swapped.get('carry-on') as GlanceCell)).toBe('worse')
    expect(
      people(swapped.get('carry-on'))
        .flat()
        .map(([id]) => id),
    ).toEqual(['b-control', 'a-pump'])
  })

  it('puts the group that is no option first, whatever the book says', () => {
    const older = trial('one', {}, { option: null })
    expect(people(cellsOf(older, { pump: { estimates: ['one-pump'] } }).get('pump')).flat()[0]?.[0]).toBe(
      'one-control',
    )
  })
})

describe('other states', () => {
  it('one group is single and never a pair', () => {
    const cell = cellsOf([list], { 'new-heart': { estimates: ['list'] } }).get('new-heart')
    expect(cell?.state).toBe('single')
    expect(people(cell)).toEqual([[['list', 91, 0]]])
    expect(firstReading(cell as GlanceCell)).toBe('alone')
  })

  it.each([
    ['no-clear-difference', 'same'],
    ['better', 'better'],
    ['worse', 'worse'],
    ['unsure', 'untold'],
  ] as const)('the finding %s has no picture', (finding, kind) => {
    const cell = cellsOf([figure('said', { option: 'pills', value: { type: 'finding', finding } })], {
      pills: { estimates: ['said'] },
    }).get('pills')
    expect(cell?.state).toBe('finding')
    expect(people(cell)).toEqual([[['said', undefined, undefined]]])
    expect(firstReading(cell as GlanceCell)).toBe(kind)
  })

  it('a ratio alone says which way it goes', () => {
    const ratio = (low: number, high: number) =>
      firstReading(
        cellsOf(
          [
            figure('r', {
              option: 'pills',
              value: { type: 'ratioOnly', measure: 'HR', value: 0.8, low, high },
            }),
          ],
          { pills: { estimates: ['r'] } },
        ).get('pills') as GlanceCell,
      )
    expect(ratio(0.7, 0.9)).toBe('better')
    expect(ratio(0.6, 1.1)).toBe('same')
  })

  it('a change within one group has nobody to compare with', () => {
    const value = { type: 'meanDifference', value: 28, unit: 'points', of: 'within' } as const
    const cell = cellsOf([figure('m', { option: 'pump', value })], { pump: { estimates: ['m'] } }).get('pump')
    expect(firstReading(cell as GlanceCell)).toBe('alone')
  })

  it('an option without figures keeps its reason', () => {
    const cells = cellsOf([], {
      pills: { unknown: 'x', why: 'Nobody asked.' },
      pump: { notApplicable: 'y', why: 'Nothing is done.' },
    })
    expect(cells.get('pills')).toEqual({ state: 'unknown', why: 'Nobody asked.' })
    expect(cells.get('pump')).toEqual({ state: 'not-applicable', why: 'Nothing is done.' })
  })
})

describe('two trials', () => {
  const two = [...trial('one'), ...trial('two', { ...counts(390), ...hazard(0.97, 0.8, 1.2) })]

  it('that disagree show both', () => {
    const cell = rowOf(
      cellsOf(two, { pump: { estimates: ['one-pump', 'two-pump'], lead: ['one-pump', 'two-pump'] } }).get(
        'pump',
      ),
    )
    expect(drawnItems(cell.items).drawn.map(({ lead }) => lead.id)).toEqual(['one-pump', 'two-pump'])
  })
})

describe('what is drawn', () => {
  it('is two pairs at the most, and one group only where there is no pair; nothing is dropped', () => {
    const figures = [...trial('one'), ...trial('two'), ...trial('three'), { ...list, option: 'pump' }]
    const ids = ['list', 'one-pump', 'two-pump', 'three-pump']
    const { items } = rowOf(cellsOf(figures, { pump: { estimates: ids, lead: ids } }).get('pump'))
    const { drawn, told } = drawnItems(items)
    expect(drawn.map(({ lead }) => lead.id)).toEqual(['one-pump', 'two-pump'])
    expect(told.map(({ lead }) => lead.id)).toEqual(['list', 'three-pump'])
    const alone = rowOf(cellsOf([list], { 'new-heart': { estimates: ['list'] } }).get('new-heart'))
    expect(drawnItems([...alone.items, ...alone.items]).drawn).toHaveLength(1)
  })
})

describe('parts of the grid', () => {
  it.each([
    [5, [5]],
    [6, [6]],
    [8, [4, 4]],
    [13, [5, 5, 3]],
  ])('%i columns', (columns, parts) => {
    expect(bandsOf(Array.from({ length: columns }, (_, at) => at)).map(({ length }) => length)).toEqual(parts)
  })
})
