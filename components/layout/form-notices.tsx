import Link from '@/components/ui/link'
import { maxTextLength, type TextField } from '@/lib/summary/names'
import type { Translate } from '@/lib/texts/translate'

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
    // The page is new to a person who cannot see it: the first thing it says must be what went wrong.
    // eslint-disable-next-line jsx-a11y/no-autofocus
    <div className="error-box" role="alert" tabIndex={-1} autoFocus aria-labelledby="form-error">
      <h2 id="form-error">{t('form.error')}</h2>
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
