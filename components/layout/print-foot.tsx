import { ScanCode } from '@/components/ui/scan-code'
import type { ChangedAddress } from '@/lib/reviews/changed-address'
import type { ReviewLine } from '@/lib/reviews/reviews'
import { punctuationOf } from '@/lib/texts/punctuation'
import { writtenDay, type Locale, type Translate } from '@/lib/texts/translate'
import { ReviewedBy } from './reviewed-by'
import styles from './print-foot.module.css'

/** Last lines of a print: which version it is, who reviewed it, and where to see if it has changed. Only on paper. */
export function PrintFoot({
  locale,
  t,
  release,
  changed,
  reviews,
}: {
  locale: Locale
  t: Translate
  release: { version: string; contentDate: string } | null
  changed: ChangedAddress | null
  reviews: readonly ReviewLine[]
}) {
  if (!release || !changed) return null
  const { address, path } = changed
  const { gap } = punctuationOf(locale)
  return (
    <div className={`paper ${styles.foot}`} data-plain data-print-foot={release.version}>
      {address && (
        <ScanCode className={styles.code} address={address} label={t('changed.printLabel', { address })} />
      )}
      <div>
        <p>
          <strong>{t('changed.printAsk')}</strong>
          {gap}
          {address ? t('changed.printGo', { address }) : t('changed.printPath', { path })}
        </p>
        <p>
          {t('changed.made', { version: release.version, date: writtenDay(release.contentDate, locale) })}
          {gap}
          <ReviewedBy reviews={reviews} t={t} locale={locale} />
        </p>
      </div>
    </div>
  )
}
