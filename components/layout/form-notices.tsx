import Link from '@/components/ui/link'
import { maxTextLength, type TextField } from '@/lib/summary/schema'
import type { Translate } from '@/lib/words/translate'

/** What went wrong with a posted form, kindly, with a way to the place. Nothing is lost. */
export function FormNotices({
  t,
  leftOut,
  tooLong,
}: {
  t: Translate
  leftOut: boolean
  tooLong: readonly TextField[]
}) {
  if (!leftOut && !tooLong.length) return null
  return (
    <div className="error-box" role="alert" tabIndex={-1}>
      <h2>{t('form.error')}</h2>
      <ul className="list">
        {tooLong.map((field) => (
          <li key={field}>
            <Link href={`#${field}`}>{t('form.tooLong', { max: maxTextLength })}</Link>
          </li>
        ))}
        {leftOut && <li>{t('form.unknownAnswer')}</li>}
      </ul>
    </div>
  )
}
