import type { ChangeEntry } from '@/lib/reviews/changelog'
import { asWritten } from '@/lib/texts/languages'
import { writtenDay, type Locale, type Translate } from '@/lib/texts/translate'

/** What changed, day by day, the newest first. The list of changes is written in the first language, and says so. */
export function ChangeEntries({
  entries,
  t,
  locale,
}: {
  entries: readonly ChangeEntry[]
  t: Translate
  locale: Locale
}) {
  const written = asWritten(locale)
  return entries.map((entry) => (
    <section key={entry.date} className="part" aria-labelledby={`day-${entry.date}`}>
      <h2 id={`day-${entry.date}`}>{t('changed.newIn', { date: writtenDay(entry.date, locale) })}</h2>
      {entry.blocks.map((block, index) =>
        block.kind === 'text' ? (
          <p key={index} {...written}>
            {block.text}
          </p>
        ) : (
          <ul key={index} className="list" {...written}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </section>
  ))
}
