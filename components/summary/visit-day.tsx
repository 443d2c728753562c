import Link from '@/components/ui/link'
import { questionsHref } from '@/lib/journey/steps'
import type { Translate } from '@/lib/texts/translate'

const bring = ['summary', 'medicines', 'devices', 'results', 'someone'] as const

/** The day of the visit as a file for any calendar, and what to bring. */
export function VisitDay({ locale, conditionId, t }: { locale: string; conditionId: string; t: Translate }) {
  return (
    <section className="part" aria-labelledby="before">
      <h2 id="before">{t('visit.before')}</h2>
      <form method="post" action="/api/visit" className="screen" autoComplete="off">
        <input type="hidden" name="locale" value={locale} />
        <div className="ask flow">
          <div className="field">
            <label htmlFor="visit-day">{t('visit.day')}</label>
            <input id="visit-day" type="date" name="day" min="2000-01-01" max="2099-12-31" required />
          </div>
          <div className="field">
            <label htmlFor="visit-time">{t('visit.time')}</label>
            <input id="visit-time" type="time" name="time" required />
          </div>
          <label className="choice">
            <input type="checkbox" name="after" value="yes" />
            <span>{t('visit.remind')}</span>
          </label>
        </div>
        <div className="onward">
          <button className="go second" type="submit">
            {t('visit.save')}
          </button>
          <p className="note">{t('visit.saveHint')}</p>
        </div>
      </form>
      <h3>{t('visit.bringTitle')}</h3>
      <ul className="list">
        {bring.map((what) => (
          <li key={what}>{t(`visit.bring.${what}`)}</li>
        ))}
      </ul>
      <p className="screen">
        <Link href={questionsHref(locale, conditionId)}>{t('visit.questions')}</Link>
      </p>
    </section>
  )
}
