import Link from '@/components/ui/link'
import { SourcesList } from '@/components/ui/sources-line'
import { Lines, Words } from '@/components/ui/words'
import type { Source } from '@/lib/sources/schema'
import type { DecisionName, SituationView } from '@/lib/journey/data'
import { decisionHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'

/** Where the person is now, with the words articles use for it and the way to its choices. */
export function Situations({
  conditionId,
  situations,
  decisions,
  sources,
  kit,
}: {
  conditionId: string
  situations: readonly SituationView[]
  decisions: readonly DecisionName[]
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <section className="part" aria-labelledby="situations">
      <h2 id="situations">{t('condition.situations')}</h2>
      <p>{t('condition.situationsHint')}</p>
      <div className="cards">
        {situations.map((situation) => (
          <section key={situation.id} className="card" aria-labelledby={`situation-${situation.id}`}>
            <h3 id={`situation-${situation.id}`}>{situation.name}</h3>
            {situation.articleSays && (
              <p className="note">
                <Words text={t('condition.articleSays', { text: situation.articleSays })} kit={kit} plain />
              </p>
            )}
            <Lines text={situation.text} kit={kit} />
            <h4>{t('condition.decisions')}</h4>
            <ul className="list">
              {decisions
                .filter((decision) => situation.decisions.includes(decision.id))
                .map((decision) => (
                  <li key={decision.id}>
                    <Link href={decisionHref(locale, conditionId, decision.id)}>{decision.question}</Link>
                  </li>
                ))}
            </ul>
            <SourcesList ids={situation.sources} sources={sources} kit={kit} />
          </section>
        ))}
      </div>
    </section>
  )
}
