import { readEstimate, type EffectReading } from '@/lib/numbers/effect-reading'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { litPeople } from '@/lib/numbers/lit-people'
import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { shownFigures, type ShownFigure, type Side } from '@/lib/numbers/shown-figures'
import { isByChance, viewRow, type Gap, type StudyView } from '@/lib/numbers/study-view'
import type { Cell } from '@/lib/journey/schema'

/** One group of a study as a row draws it. */
export type GlanceArm = {
  figure: Figure
  shown: ShownFigure
  /** People to draw; null when the figure is not people. */
  people: { on: number; more: number } | null
}

/** One lead figure of an option, with the group that it was compared with in the same study. */
export type GlanceItem = {
  /** pair: two groups of people; single: one group of people; finding: no people to draw. */
  kind: 'pair' | 'single' | 'finding'
  /** The figure that leads. */
  lead: Figure
  /** The group compared with stands first, the treatment second. */
  arms: readonly GlanceArm[]
  per: 100 | 1000
  side: Side
  gap: Gap | null
  study: StudyView
  reading: GlanceReading
}

/**
 * What a lead figure says of the option, in one word.
 * better, worse: a gap that may be pointed out; same: no clear difference; untold: a gap that nothing lets us read as
 * clear or not; alone: nobody to compare with.
 */
export type GlanceReading = 'better' | 'worse' | 'same' | 'untold' | 'alone'

export type GlanceCell =
  | {
      state: 'pair' | 'single' | 'finding'
      items: readonly GlanceItem[]
      /** Its own figures stand in the rows of these items already, as the group compared with. */
      isCompared: false
    }
  /** Only the group that others were compared with: told at the foot, with the items of the others that show it. */
  | { state: 'pair' | 'single' | 'finding'; items: readonly GlanceItem[]; isCompared: true }
  | { state: 'unknown' | 'not-applicable'; why: string }

export type GlanceState = GlanceCell['state']

type AnyCell = Cell & { why?: string }

/** Whether the option's own group is the one that the reading of the gap is about. */
function isAbout(gap: Gap | null, own: Figure): boolean {
  return !gap || gap.arm.id === own.id
}

function readingOf(own: Figure, gap: Gap | null): GlanceReading {
  if (own.design === 'single-group') return 'alone'
  const reading: EffectReading = gap ? gap.reading : readEstimate(own, null)
  if (reading.reading === 'unclear') return gap?.isDisputed ? 'untold' : 'same'
  if (reading.reading === 'untested') return reading.reason === 'before-and-after' ? 'alone' : 'untold'
  if (gap ? !gap.isPointedOut : !isByChance(own.design)) return 'untold'
  if (reading.direction === 'better' || reading.direction === 'worse') return reading.direction
  const hasMore = (reading.direction === 'more') === isAbout(gap, own)
  return hasMore === (own.counts === 'good') ? 'better' : 'worse'
}

/** The group compared with is no option, or the option that less is done to; of one option, the one without the effect. */
function inOrder(arms: readonly Figure[], gap: Gap | null, options: readonly string[]): Figure[] {
  const place = ({ option }: Figure) => (option === null ? -1 : options.indexOf(option))
  return arms.toSorted((a, b) => place(a) - place(b) || Number(a === gap?.arm) - Number(b === gap?.arm))
}

/**
 * A lead figure with the group that it was compared with, as a row draws it; null when it has no study to stand in.
 * @param options ids of the decision, in its fixed order
 */
export function glanceItem(
  lead: Figure,
  book: FigureBook,
  options: readonly string[],
  tone: 'benefit' | 'harm',
): GlanceItem | null {
  // What could go wrong is told as the people with the problem, everything else as its pages show it.
  const side: Side = tone === 'harm' ? 'bad' : lead.headline
  const onSide = [lead.id, lead.comparator].flatMap((id) => (id && book.estimates[id]) || [])
  const estimates = Object.fromEntries(onSide.map((figure) => [figure.id, { ...figure, headline: side }]))
  const [study] = viewRow([lead.id], { ...book, estimates }, options).studies
  if (!study) return null
  const gap = study.gaps[0] ?? null
  const figures = inOrder(study.group.arms, gap, options)
  const shown = shownFigures(figures, side)
  const arms = figures.flatMap((figure, at): GlanceArm[] => {
    const own = shown[at]
    const other = figures.length === 2 ? shown[1 - at] : undefined
    if (!own) return []
    const people = figure.thing === 'people' ? litPeople(own, other, gap?.isPointedOut ?? false) : null
    return [{ figure, shown: own, people }]
  })
  const arePeople = arms.every(({ people }) => people !== null)
  const first = arms.find(({ shown: { kind } }) => kind !== 'not-people')?.shown
  return {
    kind: !arePeople ? 'finding' : arms.length === 2 ? 'pair' : 'single',
    lead,
    arms,
    per: first?.kind === 'people' ? first.shown.per : first?.kind === 'span' ? first.per : 100,
    side,
    gap,
    study,
    reading: readingOf(lead, gap),
  }
}

/** The strongest of its parts names a cell: a pair, else one group, else words. */
const stateOf = (items: readonly GlanceItem[]) =>
  (['pair', 'single'] as const).find((kind) => items.some((item) => item.kind === kind)) ?? 'finding'

/** The figures of groups that the item compares its option's group with. */
const comparedIn = ({ lead, arms }: GlanceItem) =>
  arms.slice(0, -1).flatMap(({ figure }) => (figure.id === lead.id ? [] : [figure.id]))

/**
 * What a row of the comparison shows of every option on one question: the lead figures, each with its control group.
 * A figure that stands in another option's pair as the group compared with is not drawn a second time; an option that
 * has only such figures is told at the foot.
 * @param options ids of the decision, in its fixed order
 */
export function glanceCells(
  cells: Readonly<Record<string, AnyCell>>,
  options: readonly string[],
  book: FigureBook,
  tone: 'benefit' | 'harm',
): Map<string, GlanceCell> {
  const itemsOf = new Map(
    options.map((option) => {
      const cell = cells[option]
      const leads = cell && 'estimates' in cell ? leadFigures(cell) : []
      const figures = leads.flatMap((id) => book.estimates[id] ?? [])
      return [option, figures.flatMap((figure) => glanceItem(figure, book, options, tone) ?? [])] as const
    }),
  )
  /** Items of other options that draw a figure as the group compared with. */
  const drawnIn = (option: string, id: string) =>
    options.flatMap((other) =>
      other === option
        ? []
        : (itemsOf.get(other) ?? []).filter(
            (item) => item.kind !== 'single' && comparedIn(item).includes(id),
          ),
    )
  return new Map(
    options.flatMap((option): [string, GlanceCell][] => {
      const cell = cells[option]
      if (!cell) return []
      if (!('estimates' in cell))
        return [[option, { state: 'unknown' in cell ? 'unknown' : 'not-applicable', why: cell.why ?? '' }]]
      const items = itemsOf.get(option) ?? []
      const own = items.filter(({ lead }) => drawnIn(option, lead.id).length === 0)
      if (own.length > 0) return [[option, { state: stateOf(own), items: own, isCompared: false }]]
      const elsewhere = items.flatMap(({ lead }) => drawnIn(option, lead.id))
      return [[option, { state: stateOf(elsewhere), items: elsewhere, isCompared: true }]]
    }),
  )
}

/**
 * Which items of a row are drawn, and which are told in a line: two pairs at the most, or one group. Pictures of one group
 * never stand beside another picture: they would be read as a pair.
 */
export function drawnItems(items: readonly GlanceItem[]): {
  drawn: readonly GlanceItem[]
  told: readonly GlanceItem[]
} {
  const pairs = items.filter(({ kind }) => kind === 'pair').slice(0, 2)
  const singles = items.filter(({ kind }) => kind === 'single').slice(0, 1)
  const drawn = pairs.length > 0 ? pairs : singles.length > 0 ? singles : items.slice(0, 1)
  return { drawn, told: items.filter((item) => !drawn.includes(item)) }
}

/** Parts of a grid for a desk: at most six questions stand beside each other, in parts of about the same size. */
export function bandsOf<Item>(columns: readonly Item[], most = 6): Item[][] {
  const parts = Math.max(1, Math.ceil(columns.length / most))
  const size = Math.ceil(columns.length / parts)
  return Array.from({ length: parts }, (_, at) => columns.slice(at * size, (at + 1) * size))
}
