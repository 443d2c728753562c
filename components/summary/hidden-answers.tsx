import { answerFields } from '@/lib/summary/answers'
import type { Answers } from '@/lib/summary/schema'

/** Carries answers of other steps through a form post without storing them. `except`: kinds this form asks itself. */
export function HiddenAnswers({ answers, except }: { answers: Answers; except: readonly string[] }) {
  return answerFields(answers)
    .filter(([name]) => !except.includes(name.split('.')[0] ?? name))
    .map(([name, value]) => (
      <input key={`${name}=${value}`} type="hidden" name={name} value={value} data-carried="" />
    ))
}
