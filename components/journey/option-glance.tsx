import { FirstOfDays } from '@/components/journey/first-of-days'
import { HowToLook } from '@/components/glance/glance-look'
import { GlanceRow, glanceMarks } from '@/components/glance/glance-row'
import { QuestionIcon } from '@/components/glance/question-icon'
import { InStudies, kindWithout } from '@/components/glance/without-figure'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import { glanceCells } from '@/lib/glance/glance-cell'
import type { DecisionView, OptionView } from '@/lib/journey/data'
import { daysHref, decisionHref, decisionPlace, optionMarks, outcomeHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'
import { ended, punctuationOf } from '@/lib/texts/punctuation'

/**
 * One option on every question of one decision, in the decision's order: the row that its grid shows, under the
 * question's own name; or, in a line, that nobody knows yet, that it does not apply, or that the others were compared
 * with it. Last what days are like.
 */
export function OptionGlance({
  decision,
  option,
  conditionId,
  kit,
}: {
  decision: DecisionView
  option: OptionView
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  const ids = decision.options.map(({ id }) => id)
  const mark = optionMarks(ids).get(option.id)
  // Its own letter only: here is no list to read the other letters from.
  const marks = new Map(mark ? [[option.id, mark]] : [])
  const names = new Map(decision.options.map(({ id, name }) => [id, name]))
  return (
    <section className="part glance of-one" aria-labelledby={decisionPlace(decision.id)}>
      <h2 id={decisionPlace(decision.id)} className={`named ${mark?.tone ?? ''}`}>
        {mark && <span className="badge">{mark.letter}</span>}
        <span>{t('options.studiesFound', { name: decision.name })}</span>
      </h2>
      <HowToLook kit={kit}>
        <Link href={decisionHref(locale, conditionId, decision.id)}>{t('options.besideOthers')}</Link>
      </HowToLook>
      {decision.outcomes.map(({ id, tone, question, cells }) => {
        const cell = glanceCells(cells, ids, kit.book, tone).get(option.id)
        const view = cells[option.id]
        const kind = kindWithout(cell)
        const hasRow = cell && 'items' in cell && !cell.isCompared
        const page = outcomeHref(locale, conditionId, decision.id, id)
        // Only an option with a row has a place of its own among the pictures.
        const pictures = hasRow ? `${page}#${option.id}` : page
        const title = (
          <>
            <QuestionIcon id={id} tone={tone} />
            <Link href={pictures}>{question}</Link>
          </>
        )
        return (
          <div key={id} className={`question ${tone}`}>
            {hasRow ? (
              <GlanceRow
                option={option}
                question={{ id, name: question }}
                href={pictures}
                title={title}
                cell={cell}
                rating={view?.rating}
                sentence={view?.atAGlance}
                marks={marks}
                names={names}
                kit={kit}
              />
            ) : (
              <div
                className="row has-words"
                {...glanceMarks(option.id, id, cell?.state ?? 'unknown', view?.rating)}
              >
                <h3 className="who">{title}</h3>
                <div className="say">
                  <p>
                    {ended(
                      kind === 'compared'
                        ? t('glance.comparedHere')
                        : t(`glance.without.${kind ?? 'unknown'}`),
                      locale,
                    )}
                    {/* A harm that nobody counted is still one: the reason says what can get worse. */}
                    {tone === 'harm' && cell && 'why' in cell && (
                      <>
                        {punctuationOf(locale).gap}
                        <Words text={cell.why} kit={kit} plain />
                      </>
                    )}
                  </p>
                  {cell && 'items' in cell && cell.isCompared && (
                    <InStudies option={option.id} cell={cell} marks={marks} names={names} kit={kit} />
                  )}
                </div>
              </div>
            )}
          </div>
        )
      })}
      <div className="question">
        <div className="row has-words">
          <h3 className="who">
            <QuestionIcon id="days" tone="days" />
            <Link href={daysHref(locale, conditionId, decision.id)}>{t('compare.days')}</Link>
          </h3>
          <FirstOfDays option={option} kit={kit} />
        </div>
      </div>
    </section>
  )
}
