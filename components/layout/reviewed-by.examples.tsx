import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { ReviewedBy } from '@/components/layout/reviewed-by'
import { exampleOf, type Example } from '@/components/ui/example'
import { translator } from '@/lib/texts/translate'

/** Nobody of these exists, and nobody reviewed anything: an example. */
const example = exampleOf((people: readonly string[], { t, locale }) => (
  <p>
    <ReviewedBy
      reviews={people.map((person) => ({ person, role: 'an example, not real', date: '2026-11-28' }))}
      t={t}
      locale={locale}
    />
  </p>
))

export const examples: readonly Example[] = [
  example('nobody yet', []),
  {
    name: 'nobody yet, in a translation',
    show: () => (
      <p lang="es">
        <ReviewedBy reviews={[]} t={translator('es')} locale="es" />
      </p>
    ),
  },
  example('one person', ['Example Person']),
  example('two people', ['Example Person', 'Another Example']),
  example('long words', [longName]),
  example('right to left', [rightToLeftName], { isRightToLeft: true }),
]
