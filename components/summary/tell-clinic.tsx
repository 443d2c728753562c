import { VisitQuestion } from '@/components/summary/visit-question'
import { afterQuestions } from '@/lib/summary/after-visit'
import type { Translate } from '@/lib/texts/translate'

/** On the page of a clinic that asks: how did it go, for its totals. A plain form; nothing is sent before it is pressed. */
export function TellClinic({ clinicId, locale, t }: { clinicId: string; locale: string; t: Translate }) {
  return (
    <section className="part screen" aria-labelledby="tell">
      <h2 id="tell">{t('visit.tellTitle')}</h2>
      <p>{t('visit.tellLead')}</p>
      <form method="post" action="/api/visit/told" autoComplete="off">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="clinic" value={clinicId} />
        {afterQuestions.map((id) => (
          <VisitQuestion key={id} id={id} name={id} t={t} />
        ))}
        <div className="onward">
          <button className="go second" type="submit">
            {t('visit.tell')}
          </button>
          <p className="note">{t('visit.tellHint')}</p>
        </div>
      </form>
    </section>
  )
}
