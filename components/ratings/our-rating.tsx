import { LevelMark } from '@/components/numbers/certainty'
import { Words } from '@/components/ui/words'
import { verbOf } from '@/lib/numbers/certainty-phrase'
import type { RatingView } from '@/lib/ratings/schema'
import type { SourceRating } from '@/lib/ratings/source-ratings'
import type { Kit } from '@/lib/sentences/kit'
import { sentences } from '@/lib/texts/punctuation'
import { writtenDay } from '@/lib/texts/translate'

function Reasons({ title, reasons, kit }: { title: string; reasons: readonly string[]; kit: Kit }) {
  if (reasons.length === 0) return null
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="list">
        {reasons.map((reason) => (
          <li key={reason}>
            <Words text={reason} kit={kit} plain />
          </li>
        ))}
      </ul>
    </>
  )
}

/**
 * How sure we are of one answer: first what a source said, then our own level, and why, one tap away. Whoever shows it
 * says once that we rated it and that no clinician has checked it (`ratings.byUs`).
 */
export function OurRating({
  rating,
  bySource,
  of,
  kit,
  isShort = false,
}: {
  /** None: nobody has rated it yet. */
  rating: RatingView | undefined
  bySource: readonly SourceRating[]
  /** What is rated, for a person who hears the page: "Why this rating? Bypass surgery". */
  of: string
  kit: Kit
  /** Without why: that stands on the page of the question. */
  isShort?: boolean
}) {
  const { t, locale } = kit
  const given = bySource.map(({ level, by }) => (
    <p key={`${level} ${by}`} data-plain>
      {t('ratings.bySource', { level: t(`certainty.${level}`), by })}
    </p>
  ))
  if (!rating || rating.level === null)
    return (
      <>
        {given}
        <p>{t(rating ? 'ratings.leadChanged' : 'ratings.notYet')}</p>
      </>
    )
  return (
    <>
      {given}
      {given.length > 0 && <p>{t('ratings.ours')}</p>}
      <LevelMark level={rating.level} kit={kit} />
      {!isShort && (
        <details>
          <summary>
            <span>
              {t('ratings.why')}
              <span className="sr"> {of}</span>
            </span>
          </summary>
          <div>
            <p>
              {sentences(
                [t(`ratings.says.${verbOf(rating.level)}`), t(`ratings.start.${rating.start}`)],
                kit.locale,
              )}
            </p>
            <Reasons title={t('ratings.against')} reasons={rating.against} kit={kit} />
            <Reasons title={t('ratings.for')} reasons={rating.for} kit={kit} />
            <p className="note" data-plain>
              {t('ratings.ratedOn', { date: writtenDay(rating.ratedOn, locale) })}
            </p>
          </div>
        </details>
      )}
    </>
  )
}
