import { KeepsNothing } from '@/components/summary/keeps-nothing'
import { VisitQuestion } from '@/components/summary/visit-question'
import { Act } from '@/components/ui/act'
import { afterFields, afterQuestions, afterTexts } from '@/lib/summary/after-visit'
import type { Translate } from '@/lib/texts/translate'

/**
 * How did it go? Answered for oneself: kept with the other answers of this illness, sent to nobody, on no summary. The form
 * goes nowhere (`dialog` outside of a dialog), so that no browser puts what was written into an address.
 */
export function VisitAfter({ conditionId, t }: { conditionId: string; t: Translate }) {
  return (
    <section className="part" aria-labelledby="after">
      <h2 id="after">{t('visit.afterTitle')}</h2>
      <p>{t('visit.afterLead')}</p>
      <p className="no-js card screen">{t('visit.noJs')}</p>
      <KeepsNothing t={t} />
      <form method="dialog" data-answers={conditionId} autoComplete="off">
        {afterQuestions.map((id) => (
          <VisitQuestion key={id} id={id} name={afterFields[id]} t={t}>
            {(['partly', 'no'] as const).map((value) => (
              <p key={value} className="note" data-when={`${afterFields[id]}=${value}`} hidden>
                {t(`visit.missed.${id}`)}
              </p>
            ))}
          </VisitQuestion>
        ))}
        {afterTexts.map((id) => (
          <div key={id} className="ask">
            <div className="field">
              <label htmlFor={afterFields[id]}>{t(`visit.text.${id}`)}</label>
              <textarea id={afterFields[id]} name={afterFields[id]} rows={3} autoComplete="off" />
            </div>
          </div>
        ))}
      </form>
      <div className="onward screen">
        <Act name="print" isSecond>
          {t('summary.print')}
        </Act>
        <p className="note">{t('visit.afterKept')}</p>
      </div>
    </section>
  )
}
