import { HiddenAnswers } from '@/components/summary/hidden-answers'
import { pdfExport } from '@/lib/summary/exports/pdf'
import type { Answers } from '@/lib/summary/schema'
import type { Locale, Translate } from '@/lib/words/translate'

/**
 * Sends the answers once and gets a file back. Without JavaScript they stand in the form; with it our small module puts
 * in those of the tab. `answers` null: a page built ahead, where only the module knows them.
 */
export function PdfForm({
  locale,
  t,
  conditionId,
  answers,
}: {
  locale: Locale
  t: Translate
  conditionId: string
  answers: Answers | null
}) {
  return (
    <form
      method="post"
      action={pdfExport.action}
      className={`screen onward${answers ? '' : ' needs-js'}`}
      data-send=""
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="condition" value={conditionId} />
      {answers && <HiddenAnswers answers={answers} except={[]} />}
      <button className="go second" type="submit" name="sheet" value="a4">
        {t('summary.pdf')}
      </button>
      <button className="go second" type="submit" name="sheet" value="letter">
        {t('summary.pdfLetter')}
      </button>
      <p className="note">{t('summary.pdfHint')}</p>
    </form>
  )
}
