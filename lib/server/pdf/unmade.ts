/** Why a file was not made, and the page for the person who waits for it: what to do, and all answers in a form. */
import { retryAfterSeconds } from '@/lib/errors'
import { PdfSlowError } from '@/lib/server/pdf/pdf-compiler'
import { PdfBusyError, pdfBusySeconds } from '@/lib/server/pdf/pdf-queue'
import { plainPage } from '@/lib/server/front/plain-page'
import { translator, type Locale } from '@/lib/texts/translate'

/**
 * `busy`: too many wait. `slow`: it took a minute. `away`: the database could not be asked. `broken`: a fault of ours. A form
 * that is itself at fault is refused before (`readFormFields`).
 */
export type Unmade = 'busy' | 'slow' | 'away' | 'broken'

/** The status of each, and after how many seconds to come again; null: coming again need not help. */
export const unmadeAnswers: Record<Unmade, { status: 500 | 503; againSeconds: string | null }> = {
  busy: { status: 503, againSeconds: pdfBusySeconds },
  slow: { status: 503, againSeconds: '60' },
  away: { status: 503, againSeconds: retryAfterSeconds },
  broken: { status: 500, againSeconds: null },
}

/** @param error what `makePdf` threw */
export function unmadeBy(error: unknown): Unmade {
  if (error instanceof PdfBusyError) return 'busy'
  return error instanceof PdfSlowError ? 'slow' : 'broken'
}

/** @param fields what was posted, to be sent again by one button */
export function unmadePage(why: Unmade, locale: Locale, fields: readonly [string, string][]): string {
  const t = translator(locale)
  const seconds = unmadeAnswers[why].againSeconds ?? ''
  return plainPage(
    locale,
    t('summary.unmade.title'),
    [t(`summary.unmade.${why}`, { seconds }), t('summary.unmade.kept'), t('summary.unmade.print')],
    { again: { action: '/api/summary/pdf', fields, send: t('failed.again') } },
  )
}
