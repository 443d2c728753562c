import type { ComponentProps } from 'react'
import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { stepHref, type StepId } from '@/lib/journey/steps'
import type { Answers } from '@/lib/summary/schema'

/** The form of a step that asks: what was answered elsewhere goes with it, `except` what this form asks for itself. */
export function AnswersForm({
  locale,
  conditionId,
  step,
  answers,
  except,
  children,
  ...native
}: {
  locale: string
  conditionId: string
  step: StepId
  answers: Answers
  except: ComponentProps<typeof HiddenAnswers>['except']
} & ComponentProps<'form'>) {
  return (
    <form
      method="post"
      action={stepHref(locale, conditionId, step)}
      data-answers={conditionId}
      {...native}
      // Without scripts: a page that comes back must not bring the ticks again after "Leave quickly".
      autoComplete="off"
    >
      <HiddenAnswers answers={answers} except={except} />
      {children}
    </form>
  )
}
