import type { QuizView } from '@/lib/readiness/data'

/** A question that asks nothing, for the examples of this folder. */
export function inventedQuestion(id: string, over: Partial<QuizView> = {}): QuizView {
  return {
    id: `example-${id}`,
    decisions: [],
    question: 'What is this example?',
    answers: [
      { id: 'right', correct: true, text: 'An example of the right answer.' },
      { id: 'wrong', correct: false, text: 'An example of another answer.' },
      { id: 'not-sure', correct: false, text: 'I am not sure.' },
    ],
    explain: ['An example of an explanation, not real.'],
    sources: [],
    ...over,
  }
}
