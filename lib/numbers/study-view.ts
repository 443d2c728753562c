import { armDifference } from '@/lib/numbers/arm-difference'
import { isDisputedBy, readEstimate, readPlainCount, type EffectReading } from '@/lib/numbers/effect-reading'
import { differenceRange, type ShownRange } from '@/lib/numbers/intervals'
import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { proportionOf, shownFigures, type ShownFigure } from '@/lib/numbers/shown-figures'
import { groupByStudy, type ComparisonFlag, type StudyGroup } from '@/lib/numbers/study-groups'

/** The gap between an arm and the arm it was compared with, in the headline frame. */
export type Gap = {
  arm: Figure
  versus: Figure
  /** People more (or fewer, below 0) in the headline frame with `arm`; null when not both arms are people. */
  difference: number | null
  per: 100 | 1000
  exact: { first: number; second: number } | null
  /** The study's own test; the plain count only where the study printed none. */
  reading: EffectReading
  range: ShownRange
  /** The study's own test and the plain count of people differ, whichever of them is the clear one: both are told. */
  isDisputed: boolean
  /** Clear by every reading, and chance decided who was in which group: only then may the gap be pointed out. */
  isPointedOut: boolean
}

/** One study of a row, ready to be drawn. */
export type StudyView = {
  group: StudyGroup<Figure>
  shown: ShownFigure[]
  gaps: Gap[]
  per: 100 | 1000
}
export type RowView = { studies: StudyView[]; flags: readonly ComparisonFlag[] }

/** Whether chance decided who was in which group. */
export const isByChance = (design: Figure['design']) =>
  design.startsWith('randomised') || design === 'pooled-randomised'

function gapOf(arm: Figure, versus: Figure, per: 100 | 1000): Gap {
  const a = proportionOf(arm.value)
  const b = proportionOf(versus.value)
  const range = differenceRange(arm, versus)
  const reading = readEstimate(arm, versus)
  const isDisputed = isDisputedBy(reading, readPlainCount(arm, versus))
  const isPointedOut = reading.reading === 'clear' && !isDisputed && isByChance(arm.design)
  if (!a || !b)
    return { arm, versus, difference: null, per, exact: null, reading, range, isDisputed, isPointedOut }
  const { difference, exact } = armDifference(a, b, per)
  const sign = arm.counts === arm.headline ? 1 : -1
  const onHeadline = (percent: number) => (sign === 1 ? percent : Math.round((100 - percent) * 100) / 100)
  return {
    arm,
    versus,
    difference: sign * difference || 0,
    per,
    exact: exact && { first: onHeadline(exact.firstPercent), second: onHeadline(exact.secondPercent) },
    reading,
    range,
    isDisputed,
    isPointedOut,
  }
}

/**
 * Two arms may name each other. The pair is told once: by the arm that carries the printed effect, or, when neither
 * or both do, by the arm that more is done to (the later option; an arm that is no option never speaks).
 */
function speaksForPair(arm: Figure, versus: Figure): boolean {
  if (versus.comparator !== arm.id) return true
  if ((arm.effect === null) !== (versus.effect === null)) return arm.effect !== null
  if ((arm.option === null) !== (versus.option === null)) return arm.option !== null
  return arm.id > versus.id
}

/**
 * The studies of one row with everything worked out: shared denominators, gaps, readings, flags.
 * Arms that the named estimates were compared with come along by themselves.
 * @param estimateIds in any order; an id that is not in the book is a fault of the content checks
 */
export function viewRow(
  estimateIds: readonly string[],
  book: FigureBook,
  optionOrder: readonly string[],
): RowView {
  const named = estimateIds.flatMap((id) => book.estimates[id] ?? [])
  const all = new Map(named.map((figure) => [figure.id, figure]))
  for (const figure of named) {
    const other = figure.comparator ? book.estimates[figure.comparator] : undefined
    if (other) all.set(other.id, other)
  }
  const { groups, flags } = groupByStudy([...all.values()], optionOrder)
  const studies = groups.map((group): StudyView => {
    const headline = group.arms[0]?.headline ?? 'bad'
    const shown = shownFigures(group.arms, headline)
    const people = shown.find((figure) => figure.kind === 'people' || figure.kind === 'span')
    const per = people?.kind === 'people' ? people.shown.per : people?.kind === 'span' ? people.per : 100
    const gaps = group.arms.flatMap((arm) => {
      const versus = group.arms.find((other) => other.id === arm.comparator)
      return versus && speaksForPair(arm, versus) ? [gapOf(arm, versus, per)] : []
    })
    return { group, shown, gaps, per }
  })
  return { studies, flags }
}
