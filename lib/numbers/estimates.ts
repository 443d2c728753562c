import type { Estimate, Result } from '@/lib/numbers/schema'

/**
 * The figure of each arm of a result, in the order of the arms: what pages, sentences and checks read.
 *
 * Every other arm is told against the comparator, and the comparator against the first of them, unless it is told alone.
 * The printed effect stands on the arm that it is of, never on the comparator.
 */
export function estimatesOf({ arms, effect, ...shared }: Result): Estimate[] {
  const base = arms.find(({ comparator }) => comparator)
  const first = arms.find(({ comparator }) => !comparator)
  return arms.map(({ id, arm, option, value, range, comparator, toldAlone, effect: own, ...differs }) => {
    const other = comparator ? first : base
    return {
      ...shared,
      where: differs.where ?? shared.where,
      notes: differs.notes ?? shared.notes,
      checkedOn: differs.checkedOn ?? shared.checkedOn,
      nextReview: differs.nextReview ?? shared.nextReview,
      id,
      arm,
      option,
      value,
      range,
      comparator: toldAlone ? null : (other?.id ?? null),
      effect: comparator ? null : (own ?? effect),
    }
  })
}
