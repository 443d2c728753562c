import { Study, type OptionMark } from '@/components/numbers/study'
import { Lines, Words } from '@/components/ui/words'
import type { DecisionView, OutcomeView } from '@/lib/journey/data'
import { firstFigures, viewRow, type StudyView } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/words/kit'

/** Studies of a row that stand first: one for each option. The rest is one tap away. */
function splitStudies(
  studies: readonly StudyView[],
  firstIds: ReadonlySet<string>,
): { first: StudyView[]; more: StudyView[] } {
  const isFirst = (study: StudyView) => study.group.arms.some((arm) => firstIds.has(arm.id))
  return { first: studies.filter(isFirst), more: studies.filter((study) => !isFirst(study)) }
}

/** The options a study says something about, for a packet that shows some first; undefined: it belongs to none. */
function optionsOf({ group }: StudyView): string | undefined {
  return group.arms.flatMap(({ option }) => option ?? []).join(' ') || undefined
}

/** Options without figures in a row, those with the same reason together. */
function blanksOf(outcome: OutcomeView, decision: DecisionView) {
  const blanks: { isUnknown: boolean; why: string; options: DecisionView['options'] }[] = []
  for (const option of decision.options) {
    const cell = outcome.cells[option.id]
    if (!cell || 'estimates' in cell) continue
    const isUnknown = 'unknown' in cell
    const why = cell.why ?? ''
    const same = blanks.find((blank) => blank.isUnknown === isUnknown && blank.why === why)
    if (same) same.options.push(option)
    else blanks.push({ isUnknown, why, options: [option] })
  }
  return blanks
}

/** More lines than this are folded: every option's numbers stand in the studies below, and none is favoured by standing first. */
const mostLines = 6

function Answer({ outcome, kit }: { outcome: OutcomeView; kit: Kit }) {
  const lines = <Lines text={outcome.answer} kit={kit} className="answer" />
  if (outcome.answer.length <= mostLines) return lines
  return (
    <details className="plain-details">
      <summary>
        {kit.t('compare.inWords')}
        <span className="sr">: {outcome.question}</span>
      </summary>
      <div className="in-words">{lines}</div>
    </details>
  )
}

/** One row of the comparison: a patient's question, every study that answers it, and every option that has no answer yet. */
export function OutcomeSection({
  outcome,
  decision,
  marks,
  kit,
}: {
  outcome: OutcomeView
  decision: DecisionView
  marks: ReadonlyMap<string, OptionMark>
  kit: Kit
}) {
  const { t } = kit
  const ids = decision.options.flatMap((option) => {
    const cell = outcome.cells[option.id]
    return cell && 'estimates' in cell ? cell.estimates : []
  })
  const row = viewRow(
    [...new Set(ids)],
    kit.book,
    decision.options.map((option) => option.id),
  )
  const isSeveral = row.flags.includes('different-study')
  const firstIds = new Set(
    decision.options.flatMap((option) => {
      const cell = outcome.cells[option.id]
      return cell && 'estimates' in cell ? firstFigures(cell.estimates, kit.book) : []
    }),
  )
  const { first, more } = splitStudies(row.studies, firstIds)
  const blanks = blanksOf(outcome, decision)
  return (
    <section className={`part ${outcome.tone}`} aria-labelledby={outcome.id} data-outcome={outcome.id}>
      <h2 id={outcome.id}>{outcome.question}</h2>
      <Answer outcome={outcome} kit={kit} />
      {isSeveral && <p className="flag">{t('compare.differentStudies')}</p>}
      {first.map((study) => (
        <Study
          key={study.group.arms[0]?.id}
          study={study}
          marks={marks}
          kit={kit}
          level={3}
          options={optionsOf(study)}
        />
      ))}
      {blanks.length > 0 && (
        <ul className="blanks">
          {blanks.map(({ isUnknown, why, options }) => (
            <li
              key={`${isUnknown} ${why}`}
              data-options={options.map(({ id }) => id).join(' ')}
              className={isUnknown ? 'unknown' : 'inapplicable'}
            >
              {options.map((option) => (
                <p
                  key={option.id}
                  data-options={option.id}
                  className={`named ${marks.get(option.id)?.tone ?? ''}`}
                >
                  <span className="badge" aria-hidden="true">
                    {marks.get(option.id)?.letter}
                  </span>
                  {option.name}
                </p>
              ))}
              <p>
                <strong>{t(isUnknown ? 'compare.unknownTitle' : 'compare.notApplicableTitle')}</strong>
              </p>
              {why && (
                <p>
                  <Words text={why} kit={kit} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {blanks.some(({ isUnknown }) => isUnknown) && <p className="note">{t('compare.unknownIsNotNone')}</p>}
      {more.length > 0 && <p className="note paper">{t('compare.morePrint')}</p>}
      {more.length > 0 && (
        <details className="plain-details screen">
          <summary>
            <span data-plain>{t('compare.moreStudies', { count: more.length })}</span>
            <span className="sr">: {outcome.question}</span>
          </summary>
          <div>
            {more.map((study) => (
              <Study key={study.group.arms[0]?.id} study={study} marks={marks} kit={kit} level={3} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
