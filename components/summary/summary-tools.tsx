import { KeepsNothing } from '@/components/summary/keeps-nothing'
import Link from '@/components/ui/link'
import type { Translate } from '@/lib/texts/translate'

/** What our module says after a press; one at a time. */
const said = [
  ['kept', 'kept'],
  ['not-kept', 'notKept'],
  ['deleted', 'deleted'],
  ['stopping', 'stopping'],
  ['not-stopped', 'notStopped'],
] as const

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
      <KeepsNothing t={t} />
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
        <div className="card" data-ask-links="" tabIndex={-1} hidden>
          <p>
            <strong>{t('summary.linksLive')}</strong>
          </p>
          <p>{t('summary.linksLiveHint')}</p>
          <div className="onward">
            <button className="go" type="button" data-do="stop-and-delete">
              {t('summary.stopAndDelete')}
            </button>
            <button className="go second" type="button" data-do="delete-anyway">
              {t('summary.deleteAnyway')}
            </button>
            <button className="go second" type="button" data-do="delete-nothing">
              {t('summary.deleteNothing')}
            </button>
          </div>
        </div>
        <p role="status">
          {said.map(([when, key]) => (
            <span key={when} data-said={when} hidden>
              {t(`summary.${key}`)}
            </span>
          ))}
        </p>
      </div>
    </div>
  )
}
