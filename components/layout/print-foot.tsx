import { encode } from 'uqr'
import { squaresPath, type ChangedAddress } from '@/lib/evidence/changed-address'
import type { ReviewLine } from '@/lib/evidence/reviews'
import { writtenDay, type Locale, type Translate } from '@/lib/words/translate'
import { ReviewedBy } from './reviewed-by'
import styles from './print-foot.module.css'

/** A code to scan; the same address stands in words beside it. */
function Code({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squaresPath(data)} fill="#000" />
    </svg>
  )
}

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
  return (
    <div className={`paper ${styles.foot}`} data-plain data-print-foot={release.version}>
      {address && <Code address={address} label={t('changed.printLabel', { address })} />}
      <div>
        <p>
          <strong>{t('changed.printAsk')}</strong>{' '}
          {address ? t('changed.printGo', { address }) : t('changed.printPath', { path })}
        </p>
        <p>
          {t('changed.made', { version: release.version, date: writtenDay(release.contentDate, locale) })}{' '}
          <ReviewedBy reviews={reviews} t={t} locale={locale} />
        </p>
      </div>
    </div>
  )
}
