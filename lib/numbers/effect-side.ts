import type { Effect, Estimate } from '@/lib/numbers/schema'

type Side = Estimate['counts']

/**
 * A printed effect as it reads on one side of its endpoint. "Hazard ratio of death 0.56 (0.36 to 0.86)" beside the
 * people alive is 1.79 (1.16 to 2.78) of being alive: a ratio turns over, a difference changes its sign.
 *
 * @param side the side that the figure beside the effect counts; an effect that names no side is on it already
 */
export function effectOnSide<E extends Omit<Effect, 'level'>>(effect: E, side: Side): E {
  const { counts = side, measure, value, low, high } = effect
  if (counts === side) return effect
  const turn = (end: number) => (measure === 'RD' || measure === 'MD' ? -end : 1 / end)
  return {
    ...effect,
    counts: side,
    value: turn(value),
    ...(low !== undefined && { high: turn(low) }),
    ...(high !== undefined && { low: turn(high) }),
  }
}
