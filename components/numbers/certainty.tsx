import { barsOf, certaintyPhrase } from '@/lib/numbers/certainty-phrase'
import type { CertaintyLevel, Certainty as CertaintyValue } from '@/lib/numbers/schema'
import type { Kit } from '@/lib/sentences/kit'
import { ended, punctuationOf } from '@/lib/texts/punctuation'

const bar = (index: number, filled: boolean) => {
  const height = 8 + index * 6
  return filled ? (
    <rect key={index} className="got" x={index * 10} y={27 - height} width="8" height={height} rx="1.5" />
  ) : (
    <rect
      key={index}
      className="not"
      x={index * 10 + 0.7}
      y={27.7 - height}
      width="6.6"
      height={height - 1.4}
      rx="1"
    />
  )
}

/** A level in words, with its bars. Whoever shows it says who rated. */
export function LevelMark({ level, kit }: { level: CertaintyLevel; kit: Kit }) {
  const bars = barsOf(level)
  return (
    <p className="level">
      <span className="bars">
        <svg viewBox="0 0 40 28" aria-hidden="true" focusable="false">
          {[0, 1, 2, 3].map((index) => bar(index, index < bars))}
        </svg>
      </span>
      {kit.t(`certainty.${level}`)}
    </p>
  )
}

/** How sure the source is of its figure, in words first. Bars only for a rating that a named body gave. */
export function Certainty({
  value,
  source,
  ratedBy,
  kit,
}: {
  value: CertaintyValue
  /** The figure's own source and its short name, for a rating that the source gave itself. */
  source: string
  ratedBy: string
  kit: Kit
}) {
  const { t } = kit
  const { gap } = punctuationOf(kit.locale)
  const phrase = certaintyPhrase(value)
  if (!phrase.rated) {
    return (
      <p>
        <strong>{ended(t('certainty.notRated'), kit.locale)}</strong>
        {gap}
        {t(`certainty.why.${phrase.why}`)}
      </p>
    )
  }
  return (
    <>
      <LevelMark level={phrase.level} kit={kit} />
      <p>
        {t(`certainty.${phrase.level}Text`)}
        {gap}
        <span className="note" data-plain>
          {t('certainty.grade', {
            level: phrase.level.replace('-', ' '),
            bars: phrase.bars,
            by: phrase.ratedBy === source ? ratedBy : phrase.ratedBy,
          })}
        </span>
      </p>
    </>
  )
}
