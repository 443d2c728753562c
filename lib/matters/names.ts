/** The answers to "how much does it matter"; no numbers, no ranking. */
export const matterAnswers = ['a-lot', 'some', 'a-little', 'not-sure'] as const
