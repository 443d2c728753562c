import { MatterIcon } from '@/components/matters/matter-icon'
import { Choices } from '@/components/ui/choices'
import type { MatterView } from '@/lib/matters/data'
import { matterAnswers } from '@/lib/matters/names'
import type { Translate } from '@/lib/texts/translate'

/** One thing that can matter, with its four answers in a row. Left out, it says nothing. */
export function MatterRow({
  matter,
  answer,
  t,
}: {
  matter: Pick<MatterView, 'id' | 'label' | 'decisions'>
  answer: string | undefined
  t: Translate
}) {
  return (
    <fieldset className="matter" data-for-decisions={matter.decisions.join(' ')}>
      <legend>
        <MatterIcon id={matter.id} />
        {matter.label}
      </legend>
      <Choices
        name={`m.${matter.id}`}
        choices={matterAnswers.map((value) => ({ value, label: t(`matters.answers.${value}`) }))}
        chosen={answer}
        look="row"
      />
    </fieldset>
  )
}
