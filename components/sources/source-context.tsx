import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import type { NamedPlace, SourceUse } from '@/lib/places/data'
import { outcomeHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'
import { labelled } from '@/lib/texts/punctuation'
import { asWritten } from '@/lib/texts/languages'

/** Other sources that count the same thing in the same comparison, and whether they say the same. */
export function OtherSources({ use, kit }: { use: SourceUse; kit: Kit }) {
  const { t, locale } = kit
  if (!use.shared.length) return null
  return (
    <section className="part" aria-labelledby="others">
      <h2 id="others">{t('library.others')}</h2>
      <p>{t('library.othersLead')}</p>
      {use.shared.map((row) => (
        <div key={`${row.decisionId}-${row.outcomeId}-${row.endpointTitle}`} className="flow">
          <h3>
            <Link href={outcomeHref(locale, row.conditionId, row.decisionId, row.outcomeId)}>
              {row.question}
            </Link>{' '}
            <Words text={row.endpointTitle} kit={kit} plain />
          </h3>
          {row.differs && (
            <p className="flag">
              <strong>{t('library.differs')}</strong>
            </p>
          )}
          <ul className="list" data-plain>
            <li>
              {t('library.thisOne')}: {t(`library.otherSays.${row.own}`)}
            </li>
            {row.others.map((other, index) => (
              <li key={index} data-source={other.sourceId}>
                <span {...asWritten(locale)}>
                  {other.short}: <Link href={`/${locale}/sources/${other.sourceId}`}>{other.title}</Link>.
                </span>{' '}
                {t(`library.otherSays.${other.said}`)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** "Heart failure, Compare: Will I live longer?" */
function placeName(place: NamedPlace, conditionNames: ReadonlyMap<string, string>, kit: Kit): string {
  const { t } = kit
  const { named, step } = place
  const page =
    step === 'glossary'
      ? t('library.useGlossary')
      : step === 'page'
        ? t('library.usePage')
        : t('library.useIn', {
            condition: conditionNames.get(place.conditionId ?? '') ?? '',
            step: t(`steps.${step}`),
          })
  if (named && 'part' in named)
    return labelled(
      page,
      named.part === 'emergency' ? t('emergency.link') : t(`stemCells.${named.part}`),
      kit.locale,
    )
  return place.name ? labelled(page, place.name, kit.locale) : page
}

/** Every place of the site that rests on this source, with the way to it. */
export function SourcePlaces({
  use,
  conditionNames,
  kit,
}: {
  use: SourceUse
  conditionNames: ReadonlyMap<string, string>
  kit: Kit
}) {
  return (
    <section className="part" aria-labelledby="uses">
      <h2 id="uses">{kit.t('library.uses')}</h2>
      {use.places.length === 0 && <p>{kit.t('library.notUsed')}</p>}
      <ul className="list" data-plain>
        {use.places.map((place) => (
          <li key={place.href}>
            <Link href={place.href}>{placeName(place, conditionNames, kit)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
