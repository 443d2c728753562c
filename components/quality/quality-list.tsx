import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import type { QualityPart } from '@/lib/quality/quality'
import type { Kit } from '@/lib/sentences/kit'
import { marksOf } from '@/lib/texts/marks'

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
                    <span className="sr">: {item.text}</span>
                  </Link>{' '}
                </>
              )}
              {item.test && `${t('quality.test', { title: item.test.title })}${marksOf(kit.locale).stop} `}
              {t('quality.item', { id: item.id }) + marksOf(kit.locale).stop}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
