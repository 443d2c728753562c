import { Drawing } from '@/components/drawings/drawing'
import { Study } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { SourcesList } from '@/components/ui/sources-line'
import { Items, Lines, Words } from '@/components/ui/words'
import type { Source } from '@/lib/evidence/schema'
import type { DecisionName, OptionView } from '@/lib/journey/data'
import { optionAspects } from '@/lib/journey/schema'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/words/kit'

/** One option with the same parts, in the same order, as every other option. */
export function OptionPart({
  option,
  decisions,
  conditionId,
  sources,
  kit,
}: {
  option: OptionView
  decisions: readonly DecisionName[]
  conditionId: string
  sources: ReadonlyMap<string, Source>
  kit: Kit
}) {
  const { t, locale } = kit
  const row = viewRow(option.estimates, kit.book, [option.id])
  return (
    <section className="option" data-options={option.id} aria-labelledby={option.id}>
      <h2 id={option.id}>{option.name}</h2>
      <p className="lead">
        <Words text={option.short} kit={kit} />
      </p>
      {option.drawing && <Drawing id={option.drawing} kit={kit} />}
      <details className="plain-details">
        <summary>
          {t('options.more')}
          <span className="sr">: {option.name}</span>
        </summary>
        <div>
          <div className="aspects">
            {optionAspects.map((aspect) => (
              <section key={aspect} aria-label={`${option.name}: ${t(`options.${aspect}`)}`}>
                <h4>{t(`options.${aspect}`)}</h4>
                {aspect === 'ask' ? (
                  <Items items={option[aspect]} kit={kit} />
                ) : (
                  <Lines text={option[aspect]} kit={kit} />
                )}
              </section>
            ))}
          </div>
          {row.studies.length > 0 && (
            <>
              <h3>{t('options.numbers')}</h3>
              {row.studies.map((study) => (
                <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} />
              ))}
            </>
          )}
          {option.decisions.length > 0 && (
            <ul className="list">
              {decisions
                .filter((decision) => option.decisions.includes(decision.id))
                .map((decision) => (
                  <li key={decision.id}>
                    <Link href={`/${locale}/${conditionId}/compare/${decision.id}`}>
                      {t('options.comparedIn', { name: decision.name })}
                    </Link>
                  </li>
                ))}
            </ul>
          )}
          <SourcesList ids={option.sources} sources={sources} kit={kit} />
        </div>
      </details>
    </section>
  )
}
