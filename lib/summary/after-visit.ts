/** What is asked after the visit. Our own questions, no instrument: nothing is counted or scored. */

export const afterQuestions = ['asked', 'mattered', 'next'] as const
export type AfterQuestion = (typeof afterQuestions)[number]
export const afterAnswers = ['yes', 'partly', 'no'] as const
export type AfterAnswer = (typeof afterAnswers)[number]
export const afterTexts = ['decided', 'askNext'] as const

/** Names of their fields among the kept answers. */
export const afterFields = {
  asked: 'after.asked',
  mattered: 'after.mattered',
  next: 'after.next',
  decided: 'after.decided',
  askNext: 'after.askNext',
} as const
