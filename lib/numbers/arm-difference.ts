import {
  exactPercent,
  frequencyPer,
  sharedPer,
  type Frequency,
  type Per,
  type Proportion,
} from '@/lib/numbers/natural-frequency'
import { roundHalfUp } from '@/lib/numbers/rounding'

/** Why exact percentages must be printed beside the rounded people. */
export type RoundingTrouble =
  /** One arm is higher, and the rounded figures look the same. */
  | 'hides'
  /** The gap between the rounded figures is a person more or less than the gap itself. */
  | 'changes-size'
  /** A figure is only known as "fewer than 1" or "more than 999" in 1,000. */
  | 'bound'

export interface ArmDifference {
  readonly per: Per
  readonly first: Frequency
  readonly second: Frequency
  /** `first.count - second.count`, so that the reader's own subtraction agrees: 66 - 59 = 7. */
  readonly difference: number
  /** Which arm has more people, by the exact figures where they can be told apart in print. */
  readonly more: 'first' | 'second' | 'same'
  /** Present only when rounding misleads; percentages with `decimals` digits, to print beside the people. */
  readonly exact: {
    readonly why: RoundingTrouble
    readonly decimals: 1 | 2
    readonly firstPercent: number
    readonly secondPercent: number
    /** Difference of the two percentages as printed here, in percentage points. */
    readonly differencePoints: number
  } | null
}

/**
 * The difference between two arms of ONE study, in people per 100 or per 1,000.
 *
 * It is taken from the rounded figures, so that what is printed can be checked by subtraction. When that
 * differs from the rounded true difference, or two different figures round to the same one, the exact
 * percentages come with it: one decimal beside figures per 100, two beside figures per 1,000 (one decimal
 * would say nothing new there). Rounding over one denominator keeps the order of the arms, so it can hide
 * which arm is higher but never swap them or invent a gap.
 *
 * @param per the denominator of the whole comparison, when other arms stand beside these two
 * @throws RangeError for impossible counts or percentages
 */
export function armDifference(
  first: Proportion,
  second: Proportion,
  per: Per = sharedPer([first, second]),
): ArmDifference {
  const a = frequencyPer(first, per)
  const b = frequencyPer(second, per)
  const difference = a.count - b.count
  const gap = exactPercent(first) - exactPercent(second)
  const decimals = per === 100 ? 1 : 2
  const firstPercent = roundHalfUp(exactPercent(first), decimals)
  const secondPercent = roundHalfUp(exactPercent(second), decimals)
  const differencePoints = roundHalfUp(firstPercent - secondPercent, decimals)

  const isBounded = [a, b].some(({ bound }) => bound === 'fewer-than' || bound === 'more-than')
  let why: RoundingTrouble | null = null
  if (difference === 0 && differencePoints !== 0) why = 'hides'
  else if (isBounded) why = 'bound'
  else if (roundHalfUp((gap * per) / 100) !== difference) why = 'changes-size'

  const sign = difference === 0 ? Math.sign(differencePoints) : Math.sign(difference)
  return {
    per,
    first: a,
    second: b,
    difference,
    more: sign > 0 ? 'first' : sign < 0 ? 'second' : 'same',
    exact: why && { why, decimals, firstPercent, secondPercent, differencePoints },
  }
}
