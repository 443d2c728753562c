import Link from '@/components/ui/link'
import { neighbours, stepHref, type StepId } from '@/lib/journey/steps'
import type { Locale, Translate } from '@/lib/texts/translate'

/** Next, back, and the way to skip to the end, at the foot of a step. */
export function Onward({
  locale,
  t,
  conditionId,
  step,
  children,
}: {
  locale: Locale
  t: Translate
  conditionId: string
  step: StepId
  children?: React.ReactNode
}) {
  const { back, next } = neighbours(step)
  const href = (id: StepId) => stepHref(locale, conditionId, id)
  return (
    <nav className="onward" aria-label={t('steps.onward')}>
      {children ??
        (next && (
          <Link className="go" href={href(next)}>
            {t('steps.next', { name: t(`steps.${next}`) })}
          </Link>
        ))}
      {back && (
        <Link className="back" href={href(back)} data-step-of={conditionId} data-step={back}>
          {t('steps.back', { name: t(`steps.${back}`) })}
        </Link>
      )}
      {next && next !== 'summary' && (
        <Link className="back" href={href('summary')}>
          {t('steps.skipTo')}
        </Link>
      )}
    </nav>
  )
}
