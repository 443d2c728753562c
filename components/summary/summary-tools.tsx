import { KeepsNothing } from '@/components/summary/keeps-nothing'
import { Act } from '@/components/ui/act'
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
      <p className="card" role="status" data-not-drawn="" hidden>
        {t('summary.notDrawn')}
      </p>
      <div className="needs-js onward">
        <Act name="print">{t('summary.print')}</Act>
        <Link className="go second" href={shareHref}>
          {t('sharing.open')}
        </Link>
        <div className="keeps">
          <Act name="keep" isSecond>
            {t('summary.keep')}
          </Act>
          <p className="note">{t('summary.keepHint')}</p>
        </div>
        <Act name="delete" isSecond>
          {t('summary.delete')}
        </Act>
        <div className="card" data-ask-links="" tabIndex={-1} hidden>
          <p>
            <strong>{t('summary.linksLive')}</strong>
          </p>
          <p>{t('summary.linksLiveHint')}</p>
          <div className="onward">
            <Act name="stop-and-delete">{t('summary.stopAndDelete')}</Act>
            <Act name="delete-anyway" isSecond>
              {t('summary.deleteAnyway')}
            </Act>
            <Act name="delete-nothing" isSecond>
              {t('summary.deleteNothing')}
            </Act>
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
