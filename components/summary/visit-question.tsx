import type { ReactNode } from 'react'
import { Choices } from '@/components/ui/choices'
import { afterAnswers, type AfterQuestion } from '@/lib/summary/after-visit'
import type { Translate } from '@/lib/texts/translate'

/** One of the questions after a visit: yes, partly, no. */
export function VisitQuestion({
  id,
  name,
  t,
  children,
}: {
  id: AfterQuestion
  name: string
  t: Translate
  children?: ReactNode
}) {
  return (
    <fieldset className="ask">
      <legend>{t(`visit.asked.${id}`)}</legend>
      <Choices
        name={name}
        choices={afterAnswers.map((value) => ({ value, label: t(`visit.answer.${value}`) }))}
        chosen={null}
        look="row"
      />
      {children}
    </fieldset>
  )
}
