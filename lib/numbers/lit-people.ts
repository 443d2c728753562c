import type { ShownFigure } from '@/lib/numbers/shown-figures'

/**
 * How many people of a picture are drawn as shared by both groups, and how many as the difference. The difference stands
 * in the picture that has more people, and only when the gap may be pointed out (docs/decisions/0014).
 * @param other the other group of the same study, over the same denominator; undefined for one group
 * @returns null for a figure that is not people
 */
export function litPeople(
  shown: ShownFigure | undefined,
  other: ShownFigure | undefined,
  isPointedOut: boolean,
): { on: number; more: number } | null {
  if (shown?.kind !== 'people') return null
  const { count } = shown.shown
  if (!isPointedOut || other?.kind !== 'people' || other.shown.count >= count) return { on: count, more: 0 }
  return { on: other.shown.count, more: count - other.shown.count }
}
