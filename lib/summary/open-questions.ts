import type { SummaryParts } from '@/lib/summary/parts'

/**
 * Knowledge questions to talk over, named by a summary that was shared: it does not tell how they were answered, so any
 * answer that is not the right one stands for it.
 */
export const openQuestions = (
  { quiz }: SummaryParts,
  fields: readonly [string, string][],
): [string, string][] =>
  quiz.flatMap(({ id, right, answers }) => {
    const other = answers.find((answer) => answer !== right)
    const isNamed = fields.some(([name, value]) => name === 'explain' && value === id)
    return isNamed && other ? [[`q.${id}`, other] as [string, string]] : []
  })
