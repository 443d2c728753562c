import { Sketch } from '@/components/drawings/sketch'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import type { SituationView } from '@/lib/journey/data'
import { situationHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'

/** "Where are you now?": a card for each answer, with the words articles use for it, to a page with its choices. */
export function Situations({
  conditionId,
  situations,
  kit,
}: {
  conditionId: string
  situations: readonly SituationView[]
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <section className="part" aria-labelledby="situations">
      <h2 id="situations">{t('condition.situations')}</h2>
      <p>{t('condition.situationsHint')}</p>
      <ul className="tiles">
        {situations.map(({ id, name, sketch, articleSays }) => (
          <li key={id} id={`situation-${id}`}>
            <Link className="tile" href={situationHref(locale, conditionId, id)}>
              {sketch && <Sketch id={sketch} />}
              <b>{name}</b>
              {articleSays && (
                <span>
                  <Words text={t('condition.inQuotes', { text: articleSays })} kit={kit} plain />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
