import { levels } from '@/lib/ratings/rating-level'
import type { CertaintyLevel } from '@/lib/numbers/schema'

/** How many items the first rater (rows) and the second (columns) put where; rows and columns in one order. */
export type AgreementTable = readonly (readonly number[])[]

/** The table of two raters' levels, from very low to high. */
export function agreementTable(pairs: readonly (readonly [CertaintyLevel, CertaintyLevel])[]): number[][] {
  return levels.map((first) =>
    levels.map((second) => pairs.filter(([a, b]) => a === first && b === second).length),
  )
}

/**
 * Cohen's weighted kappa (Psychol Bull 1968;70:213-220): 1 when the raters always agree, 0 when they agree as often as
 * chance would. `linear` weighs a disagreement by its steps, `quadratic` by their square.
 * @param table square, with at least one item
 * @returns from -1 to 1; NaN when both raters used one and the same level only, as chance explains that fully
 * @throws RangeError for a table that is not square or is empty
 */
export function weightedKappa(table: AgreementTable, weights: 'linear' | 'quadratic'): number {
  if (table.some((row) => row.length !== table.length)) throw new RangeError('the table is not square')
  const total = table.flat().reduce((sum, count) => sum + count, 0)
  if (total === 0) throw new RangeError('the table is empty')
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = table.map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  let seen = 0
  let byChance = 0
  for (const [i, row] of table.entries())
    for (const [j, count] of row.entries()) {
      const apart = weights === 'linear' ? Math.abs(i - j) : (i - j) ** 2
      seen += apart * count
      byChance += (apart * (rows[i] ?? 0) * (columns[j] ?? 0)) / total
    }
  return 1 - seen / byChance
}
