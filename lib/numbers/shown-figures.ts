import type { Estimate, Value } from '@/lib/numbers/schema'
import { armRange, type NoRange } from '@/lib/numbers/intervals'
import {
  frequencyPer,
  otherSide,
  sharedPer,
  type Frequency,
  type Per,
  type Proportion,
} from '@/lib/numbers/natural-frequency'
import { roundHalfUp } from '@/lib/numbers/rounding'

/** Which side of an endpoint is counted: the bad event, or the people without it. */
export type Side = Estimate['counts']

/** A range in whole people per 100 or per 1,000. An end may be 0 or all: it bounds, it does not claim. */
export type PeopleRange =
  | {
      readonly from: 'printed' | 'computed'
      readonly low: number
      readonly high: number
      readonly level: number
    }
  | { readonly from: 'none'; readonly reason: NoRange }

/** One figure as it is drawn, for the side asked for. */
export type ShownFigure =
  | {
      readonly kind: 'people'
      readonly shown: Frequency
      readonly other: Frequency
      readonly range: PeopleRange
    }
  /** "25 to 35 in 100", both ends printed by the source. */
  | { readonly kind: 'span'; readonly per: Per; readonly low: number; readonly high: number }
  /** A rate, a ratio, a mean or words: never drawn as people. */
  | { readonly kind: 'not-people'; readonly value: Value }

/** The share of people a value stands for; null when it is not one share. Counts win over a percentage beside them. */
export function proportionOf(value: Value): Proportion | null {
  if (value.type === 'counts') return { events: value.events, total: value.total }
  if (value.type === 'percent') return { percent: value.value }
  return null
}

type FigureOf = Pick<Estimate, 'value' | 'range' | 'design' | 'counts'>

const inPeople = (percent: number, per: Per) => roundHalfUp((percent * per) / 100)

function peopleRange(estimate: FigureOf, side: Side, per: Per): PeopleRange {
  const range = armRange(estimate)
  if (range.from === 'none') return range
  const low = inPeople(range.low, per)
  const high = inPeople(range.high, per)
  const { from, level } = range
  // The other side's range is what is left over, so that the two always add up.
  return estimate.counts === side
    ? { from, low, high, level }
    : { from, low: per - high, high: per - low, level }
}

/**
 * The figures of one comparison, in the order given, over one shared denominator and on one side.
 *
 * The side the source printed is rounded half up and the other side is what is left, so "38 in 100 died"
 * always stands beside "62 in 100 did not".
 *
 * @param side the side to show large: the endpoint's `headline`
 * @throws RangeError for impossible counts or percentages
 */
export function shownFigures(estimates: readonly FigureOf[], side: Side): ShownFigure[] {
  const shares = estimates.flatMap(({ value }): Proportion[] => {
    if (value.type === 'percentSpan') return [{ percent: value.low }, { percent: value.high }]
    const proportion = proportionOf(value)
    return proportion ? [proportion] : []
  })
  const per = sharedPer(shares)
  return estimates.map((estimate): ShownFigure => {
    const { value, counts } = estimate
    if (value.type === 'percentSpan') {
      const low = inPeople(value.low, per)
      const high = inPeople(value.high, per)
      return counts === side
        ? { kind: 'span', per, low, high }
        : { kind: 'span', per, low: per - high, high: per - low }
    }
    const proportion = proportionOf(value)
    if (!proportion) return { kind: 'not-people', value }
    const printed = frequencyPer(proportion, per)
    const left = otherSide(printed)
    const [shown, other] = counts === side ? [printed, left] : [left, printed]
    return { kind: 'people', shown, other, range: peopleRange(estimate, side, per) }
  })
}
