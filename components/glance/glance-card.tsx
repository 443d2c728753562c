import type { Marks, Names } from '@/lib/glance/arm-label'
import type { PageOf } from '@/components/journey/outcome-parts'
import { GlanceRow, optionClass } from '@/components/glance/glance-row'
import { QuestionIcon } from '@/components/glance/question-icon'
import { kindWithout, WithoutFigure } from '@/components/glance/without-figure'
import type { GlanceCell } from '@/lib/glance/glance-cell'
import type { OptionView, OutcomeView } from '@/lib/journey/data'
import type { Kit } from '@/lib/sentences/kit'

/** One question with a row for each option that has something to show, and the others by name at its foot. */
export function GlanceCard({
  outcome,
  options,
  cells,
  hrefOf,
  pageOf,
  kit,
  ...named
}: {
  outcome: OutcomeView
  options: readonly Pick<OptionView, 'id' | 'name'>[]
  cells: ReadonlyMap<string, GlanceCell>
  /** The picture layer of an option on this question. */
  hrefOf: (option: string) => string
  pageOf?: PageOf
  marks: Marks
  names: Names
  kit: Kit
}) {
  const { t } = kit
  const title = `row-${outcome.id}`
  return (
    <section className={`question ${outcome.tone}`} id={outcome.id} aria-labelledby={title}>
      <header>
        <QuestionIcon id={outcome.id} tone={outcome.tone} />
        <h2 id={title}>{outcome.question}</h2>
      </header>
      {options.map((option) => {
        const cell = cells.get(option.id)
        const kind = kindWithout(cell)
        const place = optionClass(named.marks.get(option.id)?.letter)
        // On a desk every option keeps its place; the foot says it for everybody else.
        if (kind !== null || !cell || !('items' in cell) || cell.isCompared)
          return (
            <div key={option.id} className={`row none ${place}`} data-options={option.id} aria-hidden="true">
              <p>
                {kind === 'compared' ? t('glance.comparedHere') : t(`glance.without.${kind ?? 'unknown'}`)}
              </p>
            </div>
          )
        return (
          <GlanceRow
            key={option.id}
            option={option}
            question={{ id: outcome.id, name: outcome.question }}
            href={hrefOf(option.id)}
            cell={cell}
            rating={outcome.cells[option.id]?.rating}
            sentence={outcome.cells[option.id]?.atAGlance}
            kit={kit}
            {...named}
          />
        )
      })}
      <WithoutFigure outcome={outcome} options={options} cells={cells} pageOf={pageOf} kit={kit} {...named} />
    </section>
  )
}
