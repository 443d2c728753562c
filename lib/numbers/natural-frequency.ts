import { roundHalfUp } from '@/lib/numbers/rounding'

/** A part of a group: people counted, or a percentage (0 to 100) as the source printed it. */
export type Proportion = { readonly events: number; readonly total: number } | { readonly percent: number }

/** The only denominators a reader meets. */
export type Per = 100 | 1000

/** "8 in 100": a proportion as people out of 100 or out of 1,000. */
export interface Frequency {
  readonly per: Per
  /** Whole people, 0 to `per`. 0 only when nobody, `per` only when everybody. */
  readonly count: number
  /**
   * exact: nothing was rounded; about: rounded half up;
   * fewer-than / more-than: too small or too large to round without saying "nobody" or "everybody",
   * so the true figure is below `count` (1) or above `count` (per - 1).
   */
  readonly bound: 'exact' | 'about' | 'fewer-than' | 'more-than'
  /** Set when nobody or everybody was counted: say "0 of 45 people" instead of "0 in 100". */
  readonly asCounted: { readonly events: number; readonly total: number } | null
  /** True when fewer people were studied than `per`, so the figure is scaled up. */
  readonly isScaledUp: boolean
}

/** @throws RangeError when the counts or the percentage cannot be a part of a group */
export function assertProportion(proportion: Proportion): void {
  if ('percent' in proportion) {
    const { percent } = proportion
    if (!(percent >= 0 && percent <= 100))
      throw new RangeError(`${percent} is not a percentage from 0 to 100`)
    return
  }
  const { events, total } = proportion
  if (
    !Number.isSafeInteger(events) ||
    !Number.isSafeInteger(total) ||
    total < 1 ||
    events < 0 ||
    events > total
  ) {
    throw new RangeError(`${events} of ${total} is not a part of a group`)
  }
}

/** The unrounded percentage, 0 to 100: 7 of 93 is 7.5268... */
export function exactPercent(proportion: Proportion): number {
  assertProportion(proportion)
  return 'percent' in proportion ? proportion.percent : (100 * proportion.events) / proportion.total
}

const isNobody = (p: Proportion) => ('percent' in p ? p.percent === 0 : p.events === 0)
const isEverybody = (p: Proportion) => ('percent' in p ? p.percent === 100 : p.events === p.total)

/**
 * 1,000 when fewer than 1 in 100 people (but somebody) have it, or fewer than 1 in 100 do not; else 100.
 * Both sides count because both are shown ("3 in 1,000 died, 997 did not").
 */
function perNeeded(proportion: Proportion): Per {
  assertProportion(proportion)
  if (isNobody(proportion) || isEverybody(proportion)) return 100
  if ('percent' in proportion) return proportion.percent < 1 || proportion.percent > 99 ? 1000 : 100
  const { events, total } = proportion
  return events * 100 < total || (total - events) * 100 < total ? 1000 : 100
}

/** The one denominator for figures that are read side by side: 1,000 as soon as one of them needs it. */
export function sharedPer(proportions: readonly Proportion[]): Per {
  return proportions.some((proportion) => perNeeded(proportion) === 1000) ? 1000 : 100
}

/**
 * One proportion over a given denominator, rounded half up.
 * Somebody is never rounded to nobody, and not quite everybody never to everybody.
 */
export function frequencyPer(proportion: Proportion, per: Per): Frequency {
  assertProportion(proportion)
  const counted = 'percent' in proportion ? null : proportion
  const isScaledUp = counted !== null && counted.total < per
  if (isNobody(proportion) || isEverybody(proportion)) {
    const asCounted = counted && { events: counted.events, total: counted.total }
    return { per, count: isNobody(proportion) ? 0 : per, bound: 'exact', asCounted, isScaledUp }
  }
  // Counts stay whole numbers until the last division, so that a true half is seen as a half.
  const scaled = counted
    ? Math.floor((2 * counted.events * per + counted.total) / (2 * counted.total))
    : roundHalfUp((exactPercent(proportion) * per) / 100)
  if (scaled === 0) return { per, count: 1, bound: 'fewer-than', asCounted: null, isScaledUp }
  if (scaled === per) return { per, count: per - 1, bound: 'more-than', asCounted: null, isScaledUp }
  const isExact = counted
    ? (counted.events * per) % counted.total === 0
    : Number(((exactPercent(proportion) * per) / 100).toPrecision(12)) === scaled
  return { per, count: scaled, bound: isExact ? 'exact' : 'about', asCounted: null, isScaledUp }
}

/**
 * Figures of one comparison as natural frequencies over one shared denominator, in the order given.
 *
 * Rules (IPDAS 2021, presenting probabilities): people out of 100, or out of 1,000 for a figure under
 * 1 in 100; one denominator per comparison; never "1 in X" with a changing X. 7 of 93 becomes 8 in 100.
 *
 * @throws RangeError for impossible counts or percentages
 */
export function naturalFrequencies(proportions: readonly Proportion[]): Frequency[] {
  const per = sharedPer(proportions)
  return proportions.map((proportion) => frequencyPer(proportion, per))
}

/** A figure that stands alone as a natural frequency; see {@link naturalFrequencies}. */
export function naturalFrequency(proportion: Proportion): Frequency {
  return frequencyPer(proportion, perNeeded(proportion))
}

const otherBound = {
  exact: 'exact',
  about: 'about',
  'fewer-than': 'more-than',
  'more-than': 'fewer-than',
} as const

/** The people left over: 8 in 100 have it, so 92 in 100 do not. The two counts always add up to `per`. */
export function otherSide(frequency: Frequency): Frequency {
  const { per, count, bound, asCounted } = frequency
  return {
    ...frequency,
    count: per - count,
    bound: otherBound[bound],
    asCounted: asCounted && { events: asCounted.total - asCounted.events, total: asCounted.total },
  }
}
