import type { ComponentProps, ReactNode } from 'react'
import { pdfExport } from '@/lib/summary/exports/pdf'

/**
 * Sends the answers once and gets a file back. `children`: the answers, as hidden fields; a page built ahead has none,
 * and with `data-send` our small module puts in those of the tab.
 */
export function PdfForm({
  locale,
  conditionId,
  labels,
  children,
  className = '',
  ...native
}: {
  locale: string
  conditionId: string
  labels: { a4: string; letter: string; hint: string }
  children?: ReactNode
} & ComponentProps<'form'>) {
  return (
    <form method="post" action={pdfExport.action} className={`screen onward ${className}`} {...native}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="condition" value={conditionId} />
      {children}
      <button className="go second" type="submit" name="sheet" value="a4">
        {labels.a4}
      </button>
      <button className="go second" type="submit" name="sheet" value="letter">
        {labels.letter}
      </button>
      <p className="note">{labels.hint}</p>
    </form>
  )
}
