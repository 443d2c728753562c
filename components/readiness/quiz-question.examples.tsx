import { inventedQuestion } from '@/components/readiness/invented.examples'
import { QuizQuestion } from '@/components/readiness/quiz-question'
import type { Example } from '@/components/ui/example'

/** Not real: see `inventedQuestion`. */
function example(name: string, chosen: string | undefined, more: Partial<Example> = {}): Example {
  const question = inventedQuestion(name.replaceAll(' ', '-'))
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
