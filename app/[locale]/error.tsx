'use client'

import { useParams } from 'next/navigation'
import { localeOrFirst, translator } from '@/lib/texts/translate'

/** Something broke on our side: say so kindly, blame nobody, offer another try. */
export default function ErrorPage({
  retry,
  reset,
}: {
  error: Error
  retry?: () => void
  reset?: () => void
}) {
  const t = translator(localeOrFirst(String(useParams().locale)))
  return (
    <main id="main" className="opening">
      <div className="wrap flow">
        <h1>{t('failed.title')}</h1>
        <p className="lead">{t('failed.text')}</p>
        <p>
          <button className="go" type="button" onClick={() => (retry ?? reset)?.()}>
            {t('failed.again')}
          </button>
        </p>
      </div>
    </main>
  )
}
