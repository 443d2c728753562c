import { effectOnSide } from '@/lib/numbers/effect-side'
import type { Effect, Estimate } from '@/lib/numbers/schema'
import { assertProportion } from '@/lib/numbers/natural-frequency'

/** People counted in one arm. */
export interface Counted {
  readonly events: number
  readonly total: number
}

/** Two ends, `low <= high`. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** 97.5th percentile of the normal distribution: two-sided 95%. */
const Z95 = 1.959963984540054

/**
 * Wilson's 95% score interval for a proportion, as fractions 0 to 1: 81 of 263 gives 0.2553 to 0.3662.
 * Source: Wilson 1927; method 3 of Newcombe, Stat Med 1998;17:857-872 (no continuity correction).
 *
 * @throws RangeError for impossible counts
 */
export function wilsonInterval({ events, total }: Counted): Interval {
  assertProportion({ events, total })
  const p = events / total
  const z2 = Z95 * Z95
  const middle = 2 * events + z2
  const reach = Z95 * Math.sqrt(z2 + 4 * events * (1 - p))
  const size = 2 * (total + z2)
  // The ends are exactly 0 and 1 in theory; the square root alone leaves 1e-17 there.
  return {
    low: events === 0 ? 0 : Math.max(0, (middle - reach) / size),
    high: events === total ? 1 : Math.min(1, (middle + reach) / size),
  }
}

/**
 * Newcombe's hybrid score 95% interval for the difference of two independent proportions
 * (first minus second), as fractions -1 to 1: 56 of 70 minus 48 of 80 gives 0.0524 to 0.3339.
 * Source: method 10 of Newcombe, Stat Med 1998;17:873-890.
 *
 * @throws RangeError for impossible counts
 */
export function newcombeInterval(first: Counted, second: Counted): Interval {
  const a = wilsonInterval(first)
  const b = wilsonInterval(second)
  const pa = first.events / first.total
  const pb = second.events / second.total
  const gap = pa - pb
  return {
    low: Math.max(-1, gap - Math.hypot(pa - a.low, b.high - pb)),
    high: Math.min(1, gap + Math.hypot(a.high - pa, pb - b.low)),
  }
}

/** A range to show, in percent (0 to 100, or percentage points for a difference), and where it comes from. */
export type ShownRange =
  | { readonly from: 'printed'; readonly low: number; readonly high: number; readonly level: number }
  | {
      readonly from: 'computed'
      readonly method: 'wilson' | 'newcombe'
      readonly low: number
      readonly high: number
      readonly level: 95
    }
  | { readonly from: 'none'; readonly reason: NoRange }

export type NoRange =
  /** A percentage without counts: of a group of unknown size, or a Kaplan-Meier figure (people lost to follow-up make
   * Wilson wrong). One arm's own range needs printed counts; the gap of two arms also takes `countedPeople`. */
  | 'percentage-only'
  /** The source printed a span such as 25-35%, which is a finding and not an interval. */
  | 'span-only'
  /** Rates, ratios, means and words have no range as a share of people. */
  | 'not-a-share'
  /** Counts added up over several studies: the sum is not one sample. */
  | 'pooled-counts'
  /** The figures are not two arms of one study. */
  | 'not-compared'

const computed = (method: 'wilson' | 'newcombe', { low, high }: Interval): ShownRange => ({
  from: 'computed',
  method,
  low: 100 * low,
  high: 100 * high,
  level: 95,
})

/** Pooled designs weigh studies one by one; adding their people up first can even turn a result round. */
export const isPooled = (design: Estimate['design']): boolean =>
  design === 'pooled-randomised' || design === 'pooled-mixed'

/**
 * The people of one arm that a plain count can use: its counts, or a printed percentage of a group of known size
 * (73.2% of 56 people are 41 people). A chance worked out over time (`estimate-at`, Kaplan-Meier) is no count: part of
 * the group was not followed to the end.
 */
export function countedPeople({ value, followUp }: Pick<Estimate, 'value' | 'followUp'>): Counted | null {
  if (value.type === 'counts') return value
  if (value.type !== 'percent' || value.n === undefined || followUp.kind === 'estimate-at') return null
  return { events: Math.round((value.value * value.n) / 100), total: value.n }
}

/** The range around one arm's own figure, in percent. What the source printed always wins. */
export function armRange(estimate: Pick<Estimate, 'value' | 'range' | 'design'>): ShownRange {
  const { value, range, design } = estimate
  if (range) return { from: 'printed', low: range.low, high: range.high, level: range.level }
  if (value.type === 'percent') return { from: 'none', reason: 'percentage-only' }
  if (value.type === 'percentSpan') return { from: 'none', reason: 'span-only' }
  if (value.type !== 'counts') return { from: 'none', reason: 'not-a-share' }
  if (isPooled(design)) return { from: 'none', reason: 'pooled-counts' }
  return computed('wilson', wilsonInterval(value))
}

/**
 * The range around the difference of two arms (arm minus comparator), in percentage points.
 * A printed risk difference (effect `RD`, in percentage points) wins over a computed one.
 */
export function differenceRange(
  arm: Pick<Estimate, 'value' | 'design' | 'source' | 'counts' | 'followUp'> & {
    readonly effect: Effect | null
  },
  comparator: Pick<Estimate, 'value' | 'source' | 'followUp'> | null,
): ShownRange {
  const effect = arm.effect && effectOnSide(arm.effect, arm.counts)
  if (effect?.measure === 'RD' && effect.low !== undefined && effect.high !== undefined) {
    return { from: 'printed', low: effect.low, high: effect.high, level: effect.level }
  }
  if (!comparator || comparator.source !== arm.source || arm.design === 'single-group') {
    return { from: 'none', reason: 'not-compared' }
  }
  const first = countedPeople(arm)
  const second = countedPeople(comparator)
  if (first && second) {
    if (isPooled(arm.design)) return { from: 'none', reason: 'pooled-counts' }
    return computed('newcombe', newcombeInterval(first, second))
  }
  const kinds = [arm.value.type, comparator.value.type]
  if (kinds.includes('percentSpan')) return { from: 'none', reason: 'span-only' }
  return { from: 'none', reason: kinds.includes('percent') ? 'percentage-only' : 'not-a-share' }
}
