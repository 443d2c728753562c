import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { stepHref, type StepId } from '@/lib/journey/steps'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'

/**
 * Without JavaScript: carries the answers in the form to the next step by another plain post. `children`: what is asked
 * on the way, `except` what it asks for.
 */
export function CarryOn({
  kit,
  conditionId,
  answers,
  except,
  to,
  children,
}: {
  kit: Kit
  conditionId: string
  answers: Answers
  except: readonly string[]
  to: StepId
  children?: React.ReactNode
}) {
  const { t, locale } = kit
  return (
    <form
      method="post"
      action={stepHref(locale, conditionId, to)}
      data-answers={conditionId}
      data-goes-on=""
      autoComplete="off" // as in AnswersForm
    >
      <HiddenAnswers answers={answers} except={except} />
      {children}
      <div className="onward">
        <button className="go" type="submit" name="step" value={to}>
          {t('steps.next', { name: t(`steps.${to}`) })}
        </button>
        {to !== 'summary' && (
          <button
            className="go second"
            type="submit"
            name="step"
            value="summary"
            formAction={stepHref(locale, conditionId, 'summary')}
          >
            {t('steps.skipTo')}
          </button>
        )}
      </div>
    </form>
  )
}
