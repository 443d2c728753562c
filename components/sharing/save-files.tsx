'use client'

import type { FinishedSummary } from '@/lib/summary/exports/entry'
import { pdfExport } from '@/lib/summary/exports/pdf'
import { summaryExports } from '@/lib/summary/exports/registry'
import { saveFile } from './save-file'
import { say, type ShareWords } from './share-words'

const here = [
  { id: 'text', label: 'saveText' },
  { id: 'fhir', label: 'saveFhir' },
] as const
const sheets = [
  { sheet: 'a4', label: 'savePdfA4' },
  { sheet: 'letter', label: 'savePdfLetter' },
] as const

/** Files of the summary: text and FHIR are made here and sent nowhere; the PDF by a form post, as it says. */
export function SaveFiles({
  fields,
  finish,
  words,
}: {
  fields: readonly (readonly [string, string])[]
  /** The summary as it is now. */
  finish: () => FinishedSummary
  words: ShareWords
}) {
  const { condition, locale } = finish().parts
  return (
    <section className="part screen" aria-labelledby="files">
      <h2 id="files">{say(words, 'files')}</h2>
      <p className="note">{say(words, 'filesHint')}</p>
      <div className="onward">
        {here.map(({ id, label }) => {
          const form = summaryExports[id]
          const name = `${condition.id}-summary.${form.extension}`
          return (
            <button
              key={id}
              type="button"
              className="go second"
              onClick={() => saveFile(name, form.mediaType, form.write(finish()))}
            >
              {say(words, label)}
            </button>
          )
        })}
      </div>
      <form method="post" action={pdfExport.action}>
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="condition" value={condition.id} />
        <div className="onward">
          {sheets.map(({ sheet, label }) => (
            <button key={sheet} type="submit" className="go second" name="sheet" value={sheet}>
              {say(words, label)}
            </button>
          ))}
        </div>
        <p className="note">{say(words, 'pdfHint')}</p>
      </form>
    </section>
  )
}
