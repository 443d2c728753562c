import { Drawing } from '@/components/drawings/drawing'
import { Icon } from '@/components/drawings/icon'
import { OptionGlance } from '@/components/journey/option-glance'
import { Study } from '@/components/numbers/study'
import { SourceItems } from '@/components/ui/sources-line'
import { Items, Lines } from '@/components/ui/words'
import type { Source } from '@/lib/sources/schema'
import type { DecisionView, OptionView } from '@/lib/journey/data'
import type { Icon as IconId } from '@/lib/journey/schema'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/sentences/kit'

/** What opens with a tap, in the order of every option. */
const folds = [
  { icon: 'read', title: 'whatItIs', aspects: ['whatItIs'] },
  { icon: 'feel', title: 'benefits', aspects: ['benefits'] },
  { icon: 'harm', title: 'harms', aspects: ['harms'] },
  { icon: 'care', title: 'suits', aspects: ['maySuit', 'mayNotSuit'] },
  { icon: 'operation', title: 'whatHappens', aspects: ['whatHappens'] },
  { icon: 'days', title: 'days', aspects: ['daysBody', 'daysMood', 'daysOthers'] },
  { icon: 'people', title: 'carer', aspects: ['carer'] },
  { icon: 'later', title: 'changeMind', aspects: ['changeMind'] },
  { icon: 'ask', title: 'ask', aspects: ['ask'] },
] as const

type Props = {
  option: OptionView
  /** The decisions that compare it. */
  decisions: readonly DecisionView[]
  conditionId: string
  sources: ReadonlyMap<string, Source>
  kit: Kit
}

function Fold({ icon, title, children }: { icon: IconId; title: string; children: React.ReactNode }) {
  return (
    <details className="opens">
      <summary data-plain>
        <Icon id={icon} />
        <h2>{title}</h2>
      </summary>
      <div>{children}</div>
    </details>
  )
}

/**
 * One option with the same parts, in the same order, as every other option: what studies found on each question of its
 * first choice, as the row of the comparison; the rest opens with a tap and stands on paper.
 */
export function OptionPart({ option, decisions, conditionId, sources, kit }: Props) {
  const { t } = kit
  const { studies } = viewRow(option.estimates, kit.book, [option.id])
  const rest = decisions.slice(1)
  const questions = (decision: DecisionView) => (
    <OptionGlance key={decision.id} decision={decision} option={option} conditionId={conditionId} kit={kit} />
  )
  return (
    <>
      {option.drawing && <Drawing id={option.drawing} kit={kit} />}
      {decisions.slice(0, 1).map(questions)}
      {rest.length > 0 && (
        <Fold icon="search" title={t('options.moreQuestions', { count: rest.length })}>
          {rest.map(questions)}
        </Fold>
      )}
      {folds.map(({ icon, title, aspects }) => (
        <Fold key={title} icon={icon} title={t(`options.${title}`)}>
          {aspects.map((aspect) =>
            aspect === 'ask' ? (
              <Items key={aspect} items={option[aspect]} kit={kit} />
            ) : (
              <section key={aspect}>
                {aspects.length > 1 && <h3>{t(`options.${aspect}`)}</h3>}
                <Lines text={option[aspect]} kit={kit} />
              </section>
            ),
          )}
        </Fold>
      ))}
      {studies.length > 0 && (
        <Fold icon="search" title={t('options.numbers')}>
          {studies.map((study) => (
            <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} level={3} />
          ))}
        </Fold>
      )}
      <details className="opens where-from">
        <summary>
          <Icon id="test" />
          <h2>{t('condition.whereFrom')}</h2>
        </summary>
        <div>
          <SourceItems ids={option.sources} sources={sources} kit={kit} />
        </div>
      </details>
    </>
  )
}
