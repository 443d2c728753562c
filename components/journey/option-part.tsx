import { Drawing } from '@/components/drawings/drawing'
import { Icon } from '@/components/drawings/icon'
import { LevelMark } from '@/components/numbers/certainty'
import { Study } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { SourceItems } from '@/components/ui/sources-line'
import { Items, Lines } from '@/components/ui/words'
import type { Source } from '@/lib/sources/schema'
import type { DecisionView, OptionView } from '@/lib/journey/data'
import type { Icon as IconId } from '@/lib/journey/schema'
import { daysHref, decisionHref, outcomeHref } from '@/lib/journey/steps'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/sentences/kit'

/** What stands open, in the order of every option. */
const open = [
  { aspect: 'benefits', icon: 'feel' },
  { aspect: 'harms', icon: 'harm' },
  { aspect: 'daysBody', icon: 'days' },
] as const

/** What opens with a tap, in the order of every option. */
const folds = [
  { icon: 'read', aspects: ['whatItIs'] },
  { icon: 'care', aspects: ['maySuit', 'mayNotSuit'] },
  { icon: 'operation', aspects: ['whatHappens'] },
  { icon: 'days', aspects: ['daysMood', 'daysOthers'] },
  { icon: 'people', aspects: ['carer'] },
  { icon: 'later', aspects: ['changeMind'] },
  { icon: 'ask', aspects: ['ask'] },
] as const

const questionIcons: Readonly<Record<string, IconId>> = {
  'live-longer': 'live',
  'feel-better': 'feel',
  hospital: 'hospital',
  'later-problems': 'later',
  'recover-own-liver': 'own',
  'clear-head': 'head',
}

type Props = {
  option: OptionView
  /** The decisions that compare it. */
  decisions: readonly DecisionView[]
  conditionId: string
  sources: ReadonlyMap<string, Source>
  kit: Kit
}

/** The questions of one decision, in its order: how sure we are of what was found, or that nobody knows yet. */
function Questions({
  decision,
  option,
  conditionId,
  kit,
}: Omit<Props, 'decisions' | 'sources'> & { decision: DecisionView }) {
  const { t, locale } = kit
  return (
    <section className="part" aria-labelledby={`in-${decision.id}`}>
      <h2 id={`in-${decision.id}`}>{t('options.studiesFound', { name: decision.name })}</h2>
      <p>
        <Link href={decisionHref(locale, conditionId, decision.id)}>{decision.question}</Link>
      </p>
      <ul className="reads">
        {decision.outcomes.map(({ id, tone, question, cells }) => {
          const cell = cells[option.id]
          const state =
            !cell || 'unknown' in cell ? 'unknown' : 'notApplicable' in cell ? 'not-applicable' : 'figures'
          return (
            <li key={id} data-question={id} data-found={state}>
              <Link href={outcomeHref(locale, conditionId, decision.id, id)}>
                <Icon id={questionIcons[id] ?? (tone === 'harm' ? 'harm' : 'live')} />
                <span>{question}</span>
              </Link>
              {state === 'unknown' && <p className="note">{t('compare.unknownTitle')}</p>}
              {state === 'not-applicable' && <p className="note">{t('compare.notApplicableTitle')}</p>}
              {cell?.rating?.level && <LevelMark level={cell.rating.level} kit={kit} />}
            </li>
          )
        })}
        <li>
          <Link href={daysHref(locale, conditionId, decision.id)}>
            <Icon id="days" />
            <span>{t('compare.days')}</span>
          </Link>
        </li>
      </ul>
    </section>
  )
}

function Fold({ icon, title, children }: { icon: IconId; title: string; children: React.ReactNode }) {
  return (
    <details className="opens">
      <summary>
        <Icon id={icon} />
        {title}
      </summary>
      <div>{children}</div>
    </details>
  )
}

/**
 * One option with the same parts, in the same order, as every other option: what it may do, what may go wrong and what
 * days are like stand open; the questions lead to what studies found; the rest opens with a tap and stands on paper.
 */
export function OptionPart({ option, decisions, conditionId, sources, kit }: Props) {
  const { t } = kit
  const { studies } = viewRow(option.estimates, kit.book, [option.id])
  const rest = decisions.slice(1)
  const questions = (decision: DecisionView) => (
    <Questions key={decision.id} decision={decision} option={option} conditionId={conditionId} kit={kit} />
  )
  return (
    <>
      <section className="part" aria-labelledby="parts">
        <h2 id="parts">{t('options.parts')}</h2>
        {option.drawing && <Drawing id={option.drawing} kit={kit} />}
        <div className="aspects">
          {open.map(({ aspect, icon }) => (
            <section key={aspect}>
              <h3 className="with-icon">
                <Icon id={icon} />
                {t(`options.${aspect}`)}
              </h3>
              <Lines text={option[aspect]} kit={kit} />
            </section>
          ))}
        </div>
      </section>
      {decisions.slice(0, 1).map(questions)}
      {rest.length > 0 && (
        <Fold icon="search" title={t('options.moreQuestions', { count: rest.length })}>
          {rest.map(questions)}
        </Fold>
      )}
      {folds.map(({ icon, aspects }) => (
        <Fold
          key={aspects[0]}
          icon={icon}
          title={aspects.map((aspect) => t(`options.${aspect}`)).join(' · ')}
        >
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
          {t('condition.whereFrom')}
        </summary>
        <div>
          <SourceItems ids={option.sources} sources={sources} kit={kit} />
        </div>
      </details>
    </>
  )
}
