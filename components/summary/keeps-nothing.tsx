import type { Translate } from '@/lib/texts/translate'

/** Where answers are given and shown: our module opens it when the browser keeps nothing between pages. */
export function KeepsNothing({ t }: { t: Translate }) {
  return (
    <div className="card screen" role="status" data-keeps-nothing="" hidden>
      <p>
        <strong>{t('keepsNothing.title')}</strong>
      </p>
      <p>{t('keepsNothing.text')}</p>
      <p>{t('keepsNothing.paper')}</p>
      <p>
        <button className="go second" type="button" data-do="print">
          {t('summary.print')}
        </button>
      </p>
    </div>
  )
}
