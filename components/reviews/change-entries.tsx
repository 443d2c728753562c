import type { ChangeEntry } from '@/lib/reviews/changelog'
import { writtenDay, type Locale, type Translate } from '@/lib/texts/translate'

/** What changed, day by day, the newest first. */
export function ChangeEntries({
  entries,
  t,
  locale,
}: {
  entries: readonly ChangeEntry[]
  t: Translate
  locale: Locale
}) {
  return entries.map((entry) => (
    <section key={entry.date} className="part" aria-labelledby={`day-${entry.date}`}>
      <h2 id={`day-${entry.date}`}>{t('changed.newIn', { date: writtenDay(entry.date, locale) })}</h2>
      {entry.blocks.map((block, index) =>
        block.kind === 'text' ? (
          <p key={index}>{block.text}</p>
        ) : (
          <ul key={index} className="list">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </section>
  ))
}
