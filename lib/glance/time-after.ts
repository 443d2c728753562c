import type { Figure } from '@/lib/numbers/schema'
import { followUpTime } from '@/lib/numbers/time-span'
import { writeTime } from '@/lib/sentences/fill'
import type { Translate } from '@/lib/texts/translate'

/** "After about 10 years", or when it was counted where no length was given. */
export function timeAfter(figure: Pick<Figure, 'followUp'>, t: Translate): string {
  return followUpTime(figure.followUp).span
    ? t('glance.after', { time: writeTime(figure, t) })
    : writeTime(figure, t, true)
}
