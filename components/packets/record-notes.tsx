import type { DecisionView } from '@/lib/journey/data'
import { recordNote } from '@/lib/packets/record-note'
import type { Kit } from '@/lib/sentences/kit'
import { writtenDay } from '@/lib/texts/translate'
import { labelled, punctuationOf } from '@/lib/texts/punctuation'

/** One note for each decision, ready to copy; the button is our small module's, the text can be marked without it. */
export function RecordNotes({
  conditions,
  release,
  site,
  kit: { t, locale },
}: {
  conditions: readonly { name: string; decisions: readonly (DecisionView & { reviewed: string })[] }[]
  release: { version: string; contentDate: string }
  site: string | null
  kit: Kit
}) {
  return conditions.flatMap(({ name, decisions }) =>
    decisions.map((decision) => {
      const text = recordNote(
        {
          condition: name,
          question: decision.question,
          options: decision.options.map((option) => option.name),
          version: release.version,
          date: null,
          contentDate: writtenDay(release.contentDate, locale),
          reviewed: decision.reviewed,
          site,
        },
        t,
        locale,
      )
      const { comma, gap } = punctuationOf(locale)
      const label = t('clinicians.noteLabel', { name: [name, decision.name].join(comma + gap) })
      return (
        <details key={`${name} ${decision.id}`} className="plain-details">
          <summary>{labelled(name, decision.name, locale)}</summary>
          <div className="flow" data-copy-from="">
            <textarea
              className="copied"
              rows={12}
              readOnly
              defaultValue={text}
              aria-label={label}
              data-plain
            />
            <p className="needs-js">
              <button className="go second" type="button" data-copy="">
                {t('clinicians.copy')}
                <span className="sr">: {label}</span>
              </button>
            </p>
            <p role="status" data-copied={t('clinicians.copied')} data-by-hand={t('clinicians.copyByHand')} />
          </div>
        </details>
      )
    }),
  )
}
