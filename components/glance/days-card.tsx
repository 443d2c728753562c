import { FirstOfDays } from '@/components/journey/first-of-days'
import type { Marks } from '@/lib/glance/arm-label'
import { glanceMarks, optionClass } from '@/components/glance/glance-row'
import { QuestionIcon } from '@/components/glance/question-icon'
import Link from '@/components/ui/link'
import type { OptionView } from '@/lib/journey/data'
import { optionHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'

/**
 * What days are like with each option, in a line each: the last of the questions, of words only. It opens by a tap where
 * questions are cards; in the grid of a desk it is a column like the others (glance.css).
 */
export function DaysCard({
  options,
  decisionId,
  conditionId,
  href,
  marks,
  kit,
}: {
  options: readonly OptionView[]
  decisionId: string
  conditionId: string
  /** The page of what days are like. */
  href: string
  marks: Marks
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <details className="question days" id="days">
      <summary>
        <QuestionIcon id="days" tone="days" />
        <h2 id="row-days">{t('compare.days')}</h2>
      </summary>
      {options.map((option) => {
        const mark = marks.get(option.id)
        return (
          <div
            key={option.id}
            className={`row words-only ${mark?.tone ?? ''} ${optionClass(mark?.letter)}`}
            data-options={option.id}
            {...glanceMarks(option.id, 'days', 'finding', undefined)}
          >
            <h3 className="who">
              <span className="badge" aria-hidden="true">
                {mark?.letter}
              </span>
              <Link href={optionHref(locale, conditionId, option.id, decisionId)}>{option.name}</Link>
            </h3>
            <FirstOfDays option={option} kit={kit} />
          </div>
        )
      })}
      <p className="more-days">
        <Link href={href}>{t('glance.allOfDays')}</Link>
      </p>
    </details>
  )
}
