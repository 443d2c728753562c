'use client'

import { PdfForm } from '@/components/summary/pdf-form'
import type { FinishedSummary } from '@/lib/summary/exports/entry'
import { summaryExports } from '@/lib/summary/exports/registry'
import { saveFile } from './save-file'
import { say, type ShareWords } from './share-words'

/** Forms that are made here and sent nowhere. */
const here = Object.values(summaryExports).filter((form) => form.madeIn === 'anywhere')

/** Files of the summary: each form that this tab can make, and the PDF by a form post, as it says. */
export function SaveFiles({
  fields,
  conditionId,
  locale,
  finish,
  words,
}: {
  fields: readonly (readonly [string, string])[]
  conditionId: string
  locale: string
  /** The summary as it is now. */
  finish: () => FinishedSummary
  words: ShareWords
}) {
  return (
    <section className="part screen" aria-labelledby="files">
      <h2 id="files">{say(words, 'files')}</h2>
      <p className="note">{say(words, 'filesHint')}</p>
      <div className="onward">
        {here.map(({ label, mediaType, extension, write }) => (
          <button
            key={label}
            type="button"
            className="go second"
            onClick={() => saveFile(`${conditionId}-summary.${extension}`, mediaType, write(finish()))}
          >
            {say(words, label)}
          </button>
        ))}
      </div>
      <PdfForm
        locale={locale}
        conditionId={conditionId}
        labels={{
          a4: say(words, 'savePdfA4'),
          letter: say(words, 'savePdfLetter'),
          hint: say(words, 'pdfHint'),
        }}
      >
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
      </PdfForm>
    </section>
  )
}
