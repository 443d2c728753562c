import Link from '@/components/ui/link'
import type { Translate } from '@/lib/words/translate'

/** Print, keep, delete: all by our small module, so only shown when it runs. */
export function SummaryTools({
  t,
  isAnswered,
  shareHref,
}: {
  t: Translate
  isAnswered: boolean
  shareHref: string
}) {
  return (
    <div className="screen">
      {!isAnswered && <p className="no-js card">{t('summary.blank')}</p>}
      <div className="needs-js onward">
        <button className="go" type="button" data-do="print">
          {t('summary.print')}
        </button>
        <Link className="go second" href={shareHref}>
          {t('sharing.open')}
        </Link>
        <button className="go second" type="button" data-do="keep">
          {t('summary.keep')}
        </button>
        <button className="go second" type="button" data-do="delete">
          {t('summary.delete')}
        </button>
        <p className="note">{t('summary.keepHint')}</p>
        <p role="status" data-said="">
          <span data-said-kept="" hidden>
            {t('summary.kept')}
          </span>
          <span data-said-deleted="" hidden>
            {t('summary.deleted')}
          </span>
        </p>
      </div>
    </div>
  )
}
