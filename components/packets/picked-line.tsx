import type { Translate } from '@/lib/texts/translate'

/** "You see the options that were picked for you. Show all options." Shown by picked-options.ts, never without it. */
export function PickedLine({
  conditionId,
  decisionId,
  t,
}: {
  conditionId: string
  decisionId?: string
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
        {t('packets.picked.line')}{' '}
        <button type="button" className="screen">
          {t('packets.picked.showAll')}
        </button>
      </div>
      <div data-picked-all="" hidden>
        {t('packets.picked.lineAll')}{' '}
        <button type="button" className="screen">
          {t('packets.picked.showPicked')}
        </button>
      </div>
    </div>
  )
}
