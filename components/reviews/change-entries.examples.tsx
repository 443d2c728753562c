import { ChangeEntries } from '@/components/reviews/change-entries'
import { longName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { ChangeEntry } from '@/lib/reviews/changelog'

/** Invented changes of nothing. */
const example = exampleOf((entries: readonly ChangeEntry[], { t, locale }) => (
  <ChangeEntries entries={entries} t={t} locale={locale} />
))

export const examples: readonly Example[] = [
  example('two days, the newest first', [
    { date: '2026-11-28', blocks: [{ kind: 'text', text: 'An example of a change, not real.' }] },
    { date: '2026-11-27', blocks: [{ kind: 'items', items: ['One example', 'Another example'] }] },
  ]),
  example('long words', [{ date: '2026-11-26', blocks: [{ kind: 'items', items: [longName] }] }]),
]
