import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import type { QualityPart } from '@/lib/quality/quality'
import type { Kit } from '@/lib/sentences/kit'
import { ended, labelled, sentences } from '@/lib/texts/punctuation'

/** One list of points, each with its state, what is missing, where to see it, and the test that keeps it true. */
export function QualityList({ part, kit }: { part: QualityPart; kit: Kit }) {
  const { t, locale } = kit
  const { counts } = part
  return (
    <section className="part" aria-labelledby={part.set}>
      <h2 id={part.set}>{t(`quality.set.${part.set}`)}</h2>
      <p data-plain>
        {t('quality.counts', {
          met: counts.met,
          notYet: counts['not-yet'],
          needsPeople: counts['needs-people'],
          doesNotApply: counts['does-not-apply'],
        })}
      </p>
      <ul className="flow">
        {part.items.map((item) => (
          <li key={item.id} id={item.id} className="card" data-quality={item.state}>
            <p>
              <span className={`status quality-${item.state}`}>{t(`quality.state.${item.state}`)}</span>{' '}
              <Words text={item.text} kit={kit} plain />
            </p>
            {item.note && (
              <p>
                <Words text={item.note} kit={kit} plain />
              </p>
            )}
            <p className="note" data-plain>
              {item.where !== undefined && (
                <>
                  <Link href={`/${locale}${item.where}`}>
                    {t('quality.see')}
                    <span className="sr">{labelled('', item.text, locale)}</span>
                  </Link>{' '}
                </>
              )}
              {sentences(
                [
                  item.test && ended(t('quality.test', { title: item.test.title }), locale),
                  ended(t('quality.item', { id: item.id }), locale),
                ],
                locale,
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
