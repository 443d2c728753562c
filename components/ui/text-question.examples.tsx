import { TextQuestion } from '@/components/ui/text-question'
import { exampleOf, type Example } from '@/components/ui/example'
import type { TextField } from '@/lib/summary/names'
import { noAnswers } from '@/lib/summary/answers'

type State = { hint?: string; answer?: string; isTooLong?: boolean }

/** An example of a question: nobody wrote this. */
const example = exampleOf(({ hint, answer = '', isTooLong = false }: State, { t }) => {
  const name: TextField = 'own'
  return (
    <TextQuestion
      name={name}
      label="An example question, not real"
      {...(hint ? { hint } : {})}
      rows={3}
      answers={{ ...noAnswers, own: answer }}
      tooLong={isTooLong ? [name] : []}
      t={t}
    />
  )
})

export const examples: readonly Example[] = [
  example('empty, with a hint', { hint: 'An example hint.' }),
  example('answered', { answer: 'An example answer.' }),
  example('too long', { answer: 'An example. '.repeat(80), isTooLong: true }),
]
