import { armLabel, armSays, type Marks, type Names } from '@/lib/glance/arm-label'
import { OptionName, type PageOf } from '@/components/journey/outcome-parts'
import { glanceMarks, optionClass } from '@/components/glance/glance-row'
import { timeAfter } from '@/lib/glance/time-after'
import { Num, Words } from '@/components/ui/words'
import type { GlanceCell } from '@/lib/glance/glance-cell'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { OptionView, OutcomeView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'
import { ended, punctuationOf, sentences } from '@/lib/texts/punctuation'

type Kind = 'compared' | 'unknown' | 'not-applicable'
const kinds: readonly Kind[] = ['compared', 'unknown', 'not-applicable']

/** Why a cell has no row of its own; null when it has one. */
export function kindWithout(cell: GlanceCell | undefined): Kind | null {
  if (!cell) return null
  if (!('items' in cell)) return cell.state
  return cell.isCompared ? 'compared' : null
}

/** What the group compared with had in each study that shows it: the same figures, once more in words. */
export function InStudies({
  option,
  cell,
  kit,
  ...named
}: {
  option: string
  cell: Extract<GlanceCell, { isCompared: true }>
  marks: Marks
  names: Names
  kit: Kit
}) {
  const lines = cell.items.flatMap((item) => {
    const at = item.arms.findIndex(({ figure }) => figure.option === option)
    const figure = item.arms[at]?.figure
    if (!figure) return []
    const says =
      figure.value.type === 'rate'
        ? kit.t('glance.rate', {
            value: writtenNumber(roundHalfUp(figure.value.per100PersonYears), kit.locale),
          })
        : armSays(item, at, kit)
    const study = kit.t('glance.inStudyOf', { name: armLabel(item, item.arms.length - 1, named).words })
    return [
      {
        id: figure.id,
        study,
        had: ended(sentences([ended(says, kit.locale), timeAfter(figure, kit.t)], kit.locale), kit.locale),
      },
    ]
  })
  // Two studies that say the same are not read out twice: each stands on the page of all studies.
  const isFirst = ({ study, had }: (typeof lines)[number], index: number) =>
    lines.findIndex((line) => line.study === study && line.had === had) === index
  return lines.filter(isFirst).map(({ id, study, had }) => (
    <p key={id}>
      {study}
      {punctuationOf(kit.locale).gap}
      <Num from={id}>{had}</Num>
    </p>
  ))
}

/**
 * Options that a question has no row for, by name at its foot, and why, one tap away: those that the others were
 * compared with, those that nobody knows about, those that it does not apply to. None is dropped.
 */
export function WithoutFigure({
  outcome,
  options,
  cells,
  pageOf,
  kit,
  ...named
}: {
  outcome: Pick<OutcomeView, 'id' | 'question' | 'cells'>
  options: readonly Pick<OptionView, 'id' | 'name'>[]
  cells: ReadonlyMap<string, GlanceCell>
  pageOf?: PageOf
  marks: Marks
  names: Names
  kit: Kit
}) {
  const { t } = kit
  const groups = kinds.flatMap((kind) => {
    const those = options.filter(({ id }) => kindWithout(cells.get(id)) === kind)
    return those.length > 0 ? [{ kind, those }] : []
  })
  if (groups.length === 0) return null
  const letterOf = (id: string) => named.marks.get(id)?.letter ?? ''
  return (
    <details className="without">
      <summary>
        {groups.map(({ kind, those }) => (
          <span
            key={kind}
            className="group"
            data-letters={those.map(({ id }) => letterOf(id).toLowerCase()).join(' ')}
          >
            <b>{t(`glance.without.${kind}`)}</b>{' '}
            {those.map(({ id, name }) => {
              const cell = cells.get(id)
              return (
                <span
                  key={id}
                  className={`chip ${kind} ${named.marks.get(id)?.tone ?? ''} ${optionClass(letterOf(id))}`}
                  data-options={id}
                  {...glanceMarks(id, outcome.id, cell?.state ?? 'unknown', outcome.cells[id]?.rating)}
                >
                  <span className="badge" aria-hidden="true">
                    {letterOf(id)}
                  </span>
                  <span>{name}</span>
                </span>
              )
            })}
          </span>
        ))}
        <span className="sr">{t('glance.whyNone', { question: outcome.question })}</span>
      </summary>
      <dl>
        {groups.flatMap(({ kind, those }) =>
          those.map(({ id, name }) => {
            const cell = cells.get(id)
            return (
              <div
                key={id}
                className={`${named.marks.get(id)?.tone ?? ''} ${optionClass(letterOf(id))}`}
                data-options={id}
              >
                <dt>
                  <OptionName option={{ id, name }} marks={named.marks} pageOf={pageOf} />
                </dt>
                <dd>
                  <b className="paper">
                    {ended(t(`glance.without.${kind}`), kit.locale) + punctuationOf(kit.locale).gap}
                  </b>
                  {cell && 'items' in cell && cell.isCompared && (
                    <InStudies option={id} cell={cell} kit={kit} {...named} />
                  )}
                  {cell && 'why' in cell && <Words text={cell.why} kit={kit} plain />}
                </dd>
              </div>
            )
          }),
        )}
      </dl>
    </details>
  )
}
