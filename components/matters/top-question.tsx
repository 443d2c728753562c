import { Choices } from '@/components/ui/choices'
import type { MatterView } from '@/lib/matters/data'
import { aLotOf, areTooMany, asksForThree } from '@/lib/matters/top-three'
import type { Answers } from '@/lib/summary/schema'
import type { Translate } from '@/lib/texts/translate'

/**
 * Of more than three things that matter a lot: which three most? Only what was said to matter a lot is shown, by the
 * server for a posted form and by our small module in the browser. Nothing is picked for anybody.
 */
export function TopQuestion({
  matters,
  answers,
  t,
}: {
  matters: readonly Pick<MatterView, 'id' | 'label'>[]
  answers: Pick<Answers, 'matters' | 'top'>
  t: Translate
}) {
  const aLot = aLotOf(
    matters.map(({ id }) => id),
    (id) => answers.matters[id],
  )
  return (
    <fieldset className="ask" data-three="" hidden={!asksForThree(aLot)}>
      <legend>{t('matters.three')}</legend>
      <p className="hint">{t('matters.threeHint')}</p>
      <Choices
        type="checkbox"
        name="top"
        choices={matters.map(({ id, label }) => ({
          value: id,
          label,
          isHidden: !aLot.includes(id),
          matter: id,
        }))}
        chosen={answers.top}
        look="tall"
      />
      <p role="status">
        <span className="error-box" data-three-over="" hidden={!areTooMany(aLot, answers.top)}>
          {t('matters.threeOver')}
        </span>
      </p>
    </fieldset>
  )
}
