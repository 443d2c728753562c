import { Act } from '@/components/ui/act'
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
        <Act name="print" isSecond>
          {t('summary.print')}
        </Act>
      </p>
    </div>
  )
}
