import type { DecisionView } from '@/lib/journey/data'
import { daysHref, outcomeHref } from '@/lib/journey/steps'
import type { Locale, Translate } from '@/lib/texts/translate'

/** A page that can be next: `id` is the anchor that the decision's page has for it. */
export type Stop = { id: string; name: string; href: string }

/** The pages of a decision that hold one question each, in their order; what days are like comes last. */
export function questionStops(
  decision: Pick<DecisionView, 'id' | 'outcomes'>,
  conditionId: string,
  locale: Locale,
  t: Translate,
): Stop[] {
  return [
    ...decision.outcomes.map(({ id, question }) => ({
      id,
      name: question,
      href: outcomeHref(locale, conditionId, decision.id, id),
    })),
    { id: 'days', name: t('compare.days'), href: daysHref(locale, conditionId, decision.id) },
  ]
}
