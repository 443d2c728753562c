import { punctuationOf } from '@/lib/texts/punctuation'
import type { Translate } from '@/lib/texts/translate'

/** "You see the options that were picked for you. Show all options." Shown by picked-options.ts, never without it. */
export function PickedLine({
  conditionId,
  decisionId,
  locale,
  t,
}: {
  conditionId: string
  decisionId?: string
  locale: string
  t: Translate
}) {
  return (
    <div
      className="picked-line"
      data-picked={decisionId === undefined ? conditionId : `${conditionId} ${decisionId}`}
      role="status"
      hidden
    >
      <div data-picked-some="">
        {t('packets.picked.line') + punctuationOf(locale).gap}
        <button type="button" className="screen">
          {t('packets.picked.showAll')}
        </button>
      </div>
      <div data-picked-all="" hidden>
        {t('packets.picked.lineAll') + punctuationOf(locale).gap}
        <button type="button" className="screen">
          {t('packets.picked.showPicked')}
        </button>
      </div>
    </div>
  )
}
