/** A knowledge question: its right answer, and the decisions it belongs to (none: every decision). */
export type AskedQuestion = { id: string; right?: string | undefined; decisions: readonly string[] }

/**
 * The questions to talk over with the team: answered, and not with the right answer ("I am not sure" is not the right
 * one either). A question of another decision than the chosen one is not asked, so it does not count. With any of them,
 * nobody is told that they feel ready.
 */
export function toTalkOver(
  questions: readonly AskedQuestion[],
  answerTo: (id: string) => string | undefined,
  decision: string | null,
): string[] {
  return questions.flatMap(({ id, right, decisions }) => {
    const isAsked = !decision || decisions.length === 0 || decisions.includes(decision)
    const answer = answerTo(id)
    return isAsked && answer && answer !== right ? [id] : []
  })
}
