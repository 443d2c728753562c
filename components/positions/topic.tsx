import { SourceItems } from '@/components/ui/sources-line'
import { Lines } from '@/components/ui/words'
import type { TopicView } from '@/lib/positions/data'
import type { Strength } from '@/lib/positions/schema'
import type { Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'
import { writtenDay } from '@/lib/texts/translate'

type WithSources = { sources: ReadonlyMap<string, Source>; kit: Kit }

/** What each body says on one topic, in the fixed order of the bodies: who, when, how strongly, and where to read it. */
export function PositionTopic({ topic, sources, kit }: { topic: TopicView } & WithSources) {
  const { t, locale } = kit
  return (
    <section className="part" aria-labelledby={topic.id}>
      <h2 id={topic.id}>{topic.name}</h2>
      {topic.said.length === 0 ? (
        <p>{t('positions.none')}</p>
      ) : (
        <dl className="facts answers">
          {topic.said.map(({ body, strength, date, text, sources: ids }) => (
            <div key={body.id}>
              <dt>
                {body.name}
                <br />
                <span data-plain>{date ? writtenDay(date, locale) : t('positions.noDate')}</span>
              </dt>
              <dd className="flow">
                <p>
                  <span className={`status said-${strength}`}>{t(`positions.strength.${strength}`)}</span>
                </p>
                <Lines text={[text]} kit={kit} />
                <SourceItems ids={ids} sources={sources} kit={kit} isBrief />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** What the words for strength on the page mean, each once, from the strongest "do" to the strongest "do not". */
export function StrengthKey({ used, kit }: { used: readonly Strength[]; kit: Kit }) {
  if (!used.length) return null
  return (
    <section className="part" aria-labelledby="strength">
      <h2 id="strength">{kit.t('positions.words')}</h2>
      <dl className="facts">
        {used.map((strength) => (
          <div key={strength}>
            <dt>{kit.t(`positions.strength.${strength}`)}</dt>
            <dd>{kit.t(`positions.means.${strength}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Who writes guidelines: the names of the page, each with a few words. */
export function PositionBodies({ topics, kit }: { topics: readonly TopicView[]; kit: Kit }) {
  const rows = topics.flatMap(({ said, notFound }) => [...said, ...notFound])
  const bodies = new Map(rows.map(({ body }) => [body.id, body]))
  return (
    <section className="part" aria-labelledby="bodies">
      <h2 id="bodies">{kit.t('positions.bodies')}</h2>
      <dl className="facts">
        {[...bodies.values()].map(({ id, name, who }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What could not be read, topic by topic, each in a line that opens: who, and how far we came. */
export function PositionsMissing({ topics, sources, kit }: { topics: readonly TopicView[] } & WithSources) {
  const rows = topics.filter(({ notFound }) => notFound.length > 0)
  if (!rows.length) return null
  return (
    <section className="part" aria-labelledby="missing">
      <h2 id="missing">{kit.t('positions.missing')}</h2>
      <p>{kit.t('positions.missingLead')}</p>
      <ul className="openers">
        {rows.map(({ id, name, notFound }) => (
          <li key={id}>
            <details>
              <summary>
                <span>{name}</span>
              </summary>
              <div>
                <dl className="facts">
                  {notFound.map(({ body, why }) => (
                    <div key={body.id}>
                      <dt>{body.name}</dt>
                      <dd>{why}</dd>
                    </div>
                  ))}
                </dl>
                <SourceItems
                  ids={notFound.flatMap(({ sources: ids }) => ids)}
                  sources={sources}
                  kit={kit}
                  isBrief
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}
