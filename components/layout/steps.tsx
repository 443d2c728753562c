import Link from '@/components/ui/link'
import { neighbours, steps, stepHref, type StepId } from '@/lib/journey/steps'
import type { Locale, Translate } from '@/lib/texts/translate'

/**
 * Where a person is. On a phone one line with the name and a bar, which opens to the seven names; the list stands
 * beside the fold, so that a wide screen shows it always. The line stays in sight, with the way on.
 */
export function Steps({
  locale,
  t,
  place,
  hasForm,
}: {
  locale: Locale
  t: Translate
  place: { conditionId: string; step: StepId }
  /** A form of the page holds the answers. */
  hasForm: boolean
}) {
  const at = steps.findIndex(({ id }) => id === place.step)
  const { next } = neighbours(place.step)
  return (
    <nav
      className="steps"
      aria-label={t('steps.label')}
      data-plain
      data-place={place.conditionId}
      data-place-step={place.step}
    >
      <div className="wrap">
        <details>
          <summary>
            <span>{t('steps.here', { name: t(`steps.${place.step}`), n: at + 1, total: steps.length })}</span>
            <span className="track" aria-hidden="true">
              {steps.map(({ id }, index) => (
                <i key={id} className={index < at ? 'before' : index === at ? 'now' : undefined} />
              ))}
            </span>
          </summary>
        </details>
        {next && (
          // Without scripts a form of the page takes the answers along: its own button is the way on.
          <Link
            className={hasForm ? 'on needs-js' : 'on'}
            href={stepHref(locale, place.conditionId, next)}
            aria-label={t('steps.next', { name: t(`steps.${next}`) })}
          >
            {t('steps.nextShort')}
          </Link>
        )}
        <ol>
          {steps.map(({ id }, index) => (
            <li key={id} className={index < at ? 'before' : index === at ? 'now' : undefined}>
              <Link
                href={stepHref(locale, place.conditionId, id)}
                aria-current={index === at ? 'step' : undefined}
                {...(index !== at && { 'data-step-of': place.conditionId, 'data-step': id })}
              >
                {t('steps.numbered', { n: index + 1, name: t(`steps.${id}`) })}
              </Link>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  )
}
