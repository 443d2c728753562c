import type { CertaintyLevel } from '@/lib/numbers/schema'
import type { RaterVerdict, Rating, RatingDomain, RatingStart } from '@/lib/ratings/schema'

/** From the least sure to the surest. */
export const levels = ['very-low', 'low', 'moderate', 'high'] as const satisfies readonly CertaintyLevel[]

const startsHigh: Record<RatingStart, boolean> = {
  randomised: true,
  prognosis: true,
  observational: false,
  'case-series': false,
}

/**
 * The level that GRADE's sum gives: high or low at the start, less the steps down, plus the steps up; never outside the
 * four levels. Randomised evidence, and a followed group of whom only the share is told (prognosis: Foroutan et al.,
 * J Clin Epidemiol 2020;121:62-70), start high; other evidence starts low.
 * @param down steps of all domains together, 0 or more
 * @param up steps for a large effect, 0 or more
 */
export function levelFrom(start: RatingStart, down: number, up = 0): CertaintyLevel {
  const at = (startsHigh[start] ? 3 : 1) - down + up
  return levels[Math.min(3, Math.max(0, at))] ?? 'very-low'
}

const downDomains = ['bias', 'inconsistency', 'indirectness', 'imprecision', 'publication'] as const

/** The level that a rater's own steps give. */
export function levelOfVerdict(rated: RaterVerdict, start: RatingStart): CertaintyLevel {
  const down = downDomains.reduce((sum, domain) => sum + (rated[domain] ?? 0), 0)
  return levelFrom(rated.start ?? start, down, rated.large)
}

/** The level that the agreed reasons give. */
export function levelOfReasons(
  { start, against, for: reasonsFor }: Pick<Rating, 'start' | 'against' | 'for'>,
  domainOf: Readonly<Record<string, RatingDomain>>,
): CertaintyLevel {
  const down = Object.values(against).reduce((sum, steps) => sum + steps, 0)
  return levelFrom(start, down, reasonsFor.filter((reason) => domainOf[reason] === 'large').length)
}
