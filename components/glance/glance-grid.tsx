import type { Marks, Names } from '@/lib/glance/arm-label'
import { DaysCard } from '@/components/glance/days-card'
import { GlanceCard } from '@/components/glance/glance-card'
import { optionClass } from '@/components/glance/glance-row'
import { bandsOf, type GlanceCell } from '@/lib/glance/glance-cell'
import type { DecisionView, OutcomeView } from '@/lib/journey/data'
import { daysHref, optionHref, outcomeHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'

/** Every question of a decision: a card each on a phone, options down and questions across on a desk. */
export function GlanceGrid({
  decision,
  rows,
  conditionId,
  kit,
  ...named
}: {
  decision: DecisionView
  rows: readonly { outcome: OutcomeView; cells: ReadonlyMap<string, GlanceCell> }[]
  conditionId: string
  marks: Marks
  names: Names
  kit: Kit
}) {
  const { options } = decision
  const pageOf = (option: string) => optionHref(kit.locale, conditionId, option, decision.id)
  return bandsOf([...rows, 'days' as const]).map((band, at) => (
    <div key={at} className={`grid across-${band.length}`}>
      <div className="names" aria-hidden="true">
        <div />
        {options.map(({ id, name }) => {
          const mark = named.marks.get(id)
          return (
            <div key={id} className={`${mark?.tone ?? ''} ${optionClass(mark?.letter)}`} data-options={id}>
              <span className="badge">{mark?.letter}</span>
              <span>{name}</span>
            </div>
          )
        })}
      </div>
      {band.map((row) =>
        row === 'days' ? (
          <DaysCard
            key="days"
            options={options}
            decisionId={decision.id}
            conditionId={conditionId}
            href={daysHref(kit.locale, conditionId, decision.id)}
            marks={named.marks}
            kit={kit}
          />
        ) : (
          <GlanceCard
            key={row.outcome.id}
            outcome={row.outcome}
            options={options}
            cells={row.cells}
            hrefOf={(option) =>
              `${outcomeHref(kit.locale, conditionId, decision.id, row.outcome.id)}#${option}`
            }
            pageOf={pageOf}
            kit={kit}
            {...named}
          />
        ),
      )}
    </div>
  ))
}
