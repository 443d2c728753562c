/** What a clinic may learn of how visits went: totals only, and no number about so few people that one may be known. */

/** The smallest number that is told. Our own floor. */
export const fewestTold = 10

/** `answers` null: one of them is too small to tell, and could be worked out from the rest. */
export type ToldCount = { question: string; people: number; answers: Record<string, number> | null }

/** The totals of one clinic that may be told; a question too few people answered is left out. */
export function toldCounts(
  rows: readonly { question: string; answer: string; people: number }[],
  answers: readonly string[],
): ToldCount[] {
  return [...new Set(rows.map(({ question }) => question))].sort().flatMap((question) => {
    const given = new Map(
      rows.filter((row) => row.question === question).map(({ answer, people }) => [answer, people]),
    )
    const counts = answers.map((answer) => [answer, given.get(answer) ?? 0] as const)
    const people = counts.reduce((sum, [, count]) => sum + count, 0)
    if (people < fewestTold) return []
    const areAllTold = counts.every(([, count]) => count >= fewestTold)
    return [{ question, people, answers: areAllTold ? Object.fromEntries(counts) : null }]
  })
}
