/** The four questions of the SURE test, and what each can be answered. */
export const sureIds = ['s', 'u', 'r', 'e'] as const
export const sureAnswers = ['yes', 'no'] as const
