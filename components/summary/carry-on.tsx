import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { stepHref, type StepId } from '@/lib/journey/steps'
import type { Answers } from '@/lib/summary/schema'
import type { Kit } from '@/lib/sentences/kit'

/** Without JavaScript: carries the answers in the form to the next step by another plain post. */
export function CarryOn({
  kit,
  conditionId,
  answers,
  to,
}: {
  kit: Kit
  conditionId: string
  answers: Answers
  to: StepId
}) {
  const { t, locale } = kit
  return (
    <form method="post" className="onward" action={stepHref(locale, conditionId, to)}>
      <HiddenAnswers answers={answers} except={[]} />
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
    </form>
  )
}
