import { Drawing } from '@/components/drawings/drawing'
import { Study } from '@/components/numbers/study'
import Link from '@/components/ui/link'
import { SourcesPart } from '@/components/ui/sources-line'
import { Items, Lines } from '@/components/ui/words'
import type { Source } from '@/lib/sources/schema'
import type { DecisionName, OptionView } from '@/lib/journey/data'
import { optionAspects } from '@/lib/journey/schema'
import { decisionHref } from '@/lib/journey/steps'
import { viewRow } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/sentences/kit'

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
  const { studies } = viewRow(option.estimates, kit.book, [option.id])
  const comparedIn = decisions.filter((decision) => option.decisions.includes(decision.id))
  return (
    <>
      <section className="part" aria-labelledby="parts">
        <h2 id="parts">{t('options.parts')}</h2>
        {option.drawing && <Drawing id={option.drawing} kit={kit} />}
        <div className="aspects">
          {optionAspects.map((aspect) => (
            <section key={aspect}>
              <h3>{t(`options.${aspect}`)}</h3>
              {aspect === 'ask' ? (
                <Items items={option[aspect]} kit={kit} />
              ) : (
                <Lines text={option[aspect]} kit={kit} />
              )}
            </section>
          ))}
        </div>
      </section>
      {studies.length > 0 && (
        <section className="part" aria-labelledby="numbers">
          <h2 id="numbers">{t('options.numbers')}</h2>
          {studies.map((study) => (
            <Study key={study.group.arms[0]?.id} study={study} marks={new Map()} kit={kit} level={3} />
          ))}
        </section>
      )}
      {comparedIn.length > 0 && (
        <section className="part" aria-labelledby="compared">
          <h2 id="compared">{t('options.comparedTitle')}</h2>
          <ul className="list">
            {comparedIn.map((decision) => (
              <li key={decision.id}>
                <Link href={decisionHref(locale, conditionId, decision.id)}>
                  {t('options.comparedIn', { name: decision.name })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SourcesPart ids={option.sources} sources={sources} kit={kit} />
    </>
  )
}
