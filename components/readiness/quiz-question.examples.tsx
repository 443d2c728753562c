import { QuizQuestion } from '@/components/readiness/quiz-question'
import type { Example } from '@/components/ui/example'
import type { QuizView } from '@/lib/readiness/data'

function example(name: string, chosen: string | undefined, more: Partial<Example> = {}): Example {
  const question: QuizView = {
    id: `example-${name.replaceAll(' ', '-')}`,
    decisions: [],
    question: 'What is this example?',
    answers: [
      { id: 'right', correct: true, text: 'An example of the right answer.' },
      { id: 'wrong', correct: false, text: 'An example of another answer.' },
      { id: 'not-sure', correct: false, text: 'I am not sure.' },
    ],
    explain: ['An example of an explanation, not real.'],
    sources: [],
  }
  return {
    name,
    show: (kit) => (
      <QuizQuestion
        question={question}
        isOpen
        chosen={chosen}
        isAnswered={chosen !== undefined}
        sources={new Map()}
        kit={kit}
      />
    ),
    ...more,
  }
}

export const examples: readonly Example[] = [
  example('asked', undefined),
  example('right', 'right'),
  example('not right', 'wrong'),
  example('not sure', 'not-sure'),
  example('question from right to left', 'wrong', { isRightToLeft: true }),
]
