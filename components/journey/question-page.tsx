import { questionStops } from '@/components/journey/question-stops'
import { Opening } from '@/components/layout/opening'
import { WithinStep } from '@/components/layout/within-step'
import Link from '@/components/ui/link'
import type { DecisionView } from '@/lib/journey/data'
import { around, decisionHref, stepHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'

type Props = {
  decision: DecisionView
  /** Which of the decision's questions this page is: the id of an outcome, or `days`. */
  at: string
  conditionId: string
  kit: Kit
}

function placeOf({ decision, at, conditionId, kit }: Props) {
  const stops = questionStops(decision, conditionId, kit.locale, kit.t)
  return {
    here: around(stops, at),
    total: stops.length,
    all: decisionHref(kit.locale, conditionId, decision.id),
  }
}

/** The question as the title, under the choice that it belongs to. */
export function QuestionOpening(props: Props) {
  const { decision, kit } = props
  const { here, total, all } = placeOf(props)
  return (
    <Opening
      title={here?.item.name}
      kit={kit}
      above={
        <>
          <Link href={all}>{decision.name}</Link>{' '}
          <span data-plain>{kit.t('compare.questionOf', { n: here?.n ?? 0, total })}</span>
        </>
      }
    />
  )
}

/** What comes after this page: the next question, or the next step. */
export function nextStop(props: Props): { name: string; href: string } {
  const { conditionId, kit } = props
  const nextStep = { href: stepHref(kit.locale, conditionId, 'stemCells'), name: kit.t('steps.stemCells') }
  return placeOf(props).here?.next ?? nextStep
}

/** On to the next question; after the last one, to the next step. */
export function QuestionFoot(props: Props) {
  const { t } = props.kit
  const { here, all } = placeOf(props)
  return (
    <WithinStep
      t={t}
      next={nextStop(props)}
      back={here?.back ?? null}
      all={{ href: all, name: t('compare.all') }}
    />
  )
}
