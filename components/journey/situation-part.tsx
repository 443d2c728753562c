import { Sketch } from '@/components/drawings/sketch'
import Link from '@/components/ui/link'
import { SourcesList } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import type { SituationView } from '@/lib/journey/data'
import { decisionHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'
import type { Source } from '@/lib/sources/schema'

type Choice = { id: string; question: string; options: readonly { name: string }[] }

/** The body of the page of one situation: the choices first, then what it means. Its first line is the page's lead. */
export function SituationPart({
  situation,
  decisions,
  conditionId,
  sources,
  kit,
}: {
  situation: SituationView
  decisions: readonly Choice[]
  conditionId: string
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <>
      <div className="part">
        {situation.sketch && <Sketch id={situation.sketch} />}
        <Lines text={situation.text.slice(1)} kit={kit} />
        {situation.articleSays && (
          <p className="note">
            <Words text={t('condition.articleSays', { text: situation.articleSays })} kit={kit} plain />
          </p>
        )}
        <SourcesList ids={situation.sources} sources={sources} kit={kit} />
      </div>
      <section className="part" aria-labelledby="choices">
        <h2 id="choices">{t('condition.decisions')}</h2>
        <ul className="tiles">
          {decisions.map(({ id, question, options }) => (
            <li key={id}>
              <Link className="tile main" href={decisionHref(locale, conditionId, id)}>
                <b>{question}</b>
                <span data-plain>
                  {t('condition.sideBySide', {
                    count: options.length,
                    names: options.map(({ name }) => name).join(' · '),
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
