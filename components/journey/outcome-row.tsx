import { AnswerRatings } from '@/components/journey/answer-ratings'
import { MainStudies } from '@/components/journey/outcome-parts'
import type { OptionMark } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { Lines } from '@/components/ui/words'
import type { DecisionView, OutcomeView } from '@/lib/journey/data'
import type { OutcomeRow } from '@/lib/journey/outcome-row'
import type { Kit } from '@/lib/sentences/kit'

/** More lines than this stand on the question's own page only: no option is favoured by standing first. */
export const mostLines = 6

/** One row of the comparison: a question, its main studies, and every option that has no answer yet. */
export function OutcomeRowPart({
  outcome,
  row,
  decision,
  marks,
  kit,
  href,
}: {
  outcome: OutcomeView
  row: OutcomeRow<DecisionView['options'][number]>
  decision: DecisionView
  marks: ReadonlyMap<string, OptionMark>
  kit: Kit
  /** The question's own page. */
  href: string
}) {
  const { t } = kit
  const id = `row-${outcome.id}`
  return (
    <section className="part" aria-labelledby={id} data-outcome={outcome.id}>
      <h2 id={id}>{outcome.question}</h2>
      {outcome.answer.length <= mostLines && <Lines text={outcome.answer} kit={kit} className="answer" />}
      {row.isSeveral && <p className="flag">{t('compare.differentStudies')}</p>}
      <MainStudies row={row} options={decision.options} marks={marks} kit={kit} isShort />
      <AnswerRatings
        title={<h3 id={`${id}-sure`}>{t('ratings.each')}</h3>}
        cells={outcome.cells}
        options={decision.options}
        marks={marks}
        kit={kit}
        isShort
      />
      <p className="screen">
        <Link href={href}>
          {t('compare.allStudies')}
          <span className="sr">: {outcome.question}</span>
        </Link>
      </p>
      {row.more.length > 0 && <p className="note paper">{t('compare.morePrint')}</p>}
    </section>
  )
}
