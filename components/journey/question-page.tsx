import { questionStops } from '@/components/journey/question-stops'
import { Opening } from '@/components/layout/opening'
import { WithinStep } from '@/components/layout/within-step'
import Link from '@/components/ui/link'
import type { DecisionView } from '@/lib/journey/data'
import { decisionHref, stepHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/words/kit'

type Props = {
  decision: DecisionView
  /** Which of the decision's questions this page is: the id of an outcome, or `days`. */
  at: string
  conditionId: string
  kit: Kit
}

function placeOf({ decision, at, conditionId, kit }: Props) {
  const stops = questionStops(decision, conditionId, kit.locale, kit.t)
  const index = stops.findIndex(({ id }) => id === at)
  return { stops, index, all: decisionHref(kit.locale, conditionId, decision.id) }
}

/** The question as the title, under the choice that it belongs to. */
export function QuestionOpening(props: Props) {
  const { decision, kit } = props
  const { stops, index, all } = placeOf(props)
  return (
    <Opening
      title={stops[index]?.name}
      kit={kit}
      above={
        <>
          <Link href={all}>{decision.name}</Link>{' '}
          <span data-plain>{kit.t('compare.questionOf', { n: index + 1, total: stops.length })}</span>
        </>
      }
    />
  )
}

/** What comes after this page: the next question, or the next step. */
export function nextStop(props: Props): { name: string; href: string } {
  const { conditionId, kit } = props
  const { stops, index } = placeOf(props)
  const nextStep = { href: stepHref(kit.locale, conditionId, 'stemCells'), name: kit.t('steps.stemCells') }
  return stops[index + 1] ?? nextStep
}

/** On to the next question; after the last one, to the next step. */
export function QuestionFoot(props: Props) {
  const { t } = props.kit
  const { stops, index, all } = placeOf(props)
  return (
    <WithinStep
      t={t}
      next={nextStop(props)}
      back={stops[index - 1] ?? null}
      all={{ href: all, name: t('compare.all') }}
    />
  )
}
