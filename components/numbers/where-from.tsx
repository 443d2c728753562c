import { Num } from '@/components/ui/words'
import Link from '@/components/ui/link'
import { AsWritten } from '@/components/ui/as-written'
import { InEnglish } from '@/components/ui/sources-line'
import type { Effect, Figure } from '@/lib/numbers/schema'
import type { Kit } from '@/lib/sentences/kit'
import { asWritten } from '@/lib/texts/languages'
import { punctuationOf } from '@/lib/texts/punctuation'
import { writtenDay } from '@/lib/texts/translate'

/** Empty for a difference of shares: mostly worked out from the two figures; what was printed stands in `where`. */
function effectText(effect: Effect, kit: Kit): string {
  if (effect.measure === 'RD') return ''
  const range =
    effect.low !== undefined && effect.high !== undefined
      ? kit.t('compare.effectRangeInner', { low: effect.low, high: effect.high })
      : ''
  return ` ${kit.t('compare.effectRange', { measure: effect.measure, value: effect.value, range })}`
}

/** Whose figure it is, and where its source prints it. */
export function AsPrinted({ figure, kit: { t, locale } }: { figure: Figure; kit: Kit }) {
  const { stop, gap } = punctuationOf(locale)
  return (
    <>
      {figure.armWords}
      {stop}
      {gap}
      <AsWritten
        line={t('compare.asPrinted', { text: '{text}' })}
        gap="{text}"
        written={figure.where}
        locale={locale}
      />
    </>
  )
}

/** "Where these numbers come from": source, how we read it, the figure as printed, its id and dates. */
export function WhereFrom({ figures, kit }: { figures: readonly Figure[]; kit: Kit }) {
  const { t, locale } = kit
  const marks = punctuationOf(locale)
  const first = figures[0]
  if (!first) return null
  const { sourceShown: source } = first
  const isTierB = figures.some((figure) => figure.tier === 'B')
  return (
    <details className="where-from">
      <summary>{t('compare.whereFrom')}</summary>
      <div className="note">
        <p data-source={source.id} {...asWritten(locale)}>
          {source.short}: <Link href={`/${locale}/sources/${source.id}`}>{source.title}</Link>
        </p>
        <p>{t(isTierB ? 'source.tierB' : 'source.tierA')}</p>
        <ul className="list">
          {figures.map((figure) => (
            <li key={figure.id}>
              <Num from={figure.id}>
                <AsPrinted figure={figure} kit={kit} />
                {figure.effect ? effectText(figure.effect, kit) : ''}
              </Num>{' '}
              <span data-plain>{t('compare.estimateId', { id: figure.id }) + marks.stop}</span>
            </li>
          ))}
        </ul>
        <p data-plain>
          {t('site.checked', { date: writtenDay(first.checkedOn, locale) })}
          {marks.stop}
          {marks.gap}
          {t('site.lookAgain', { date: writtenDay(first.nextReview, locale) })}
        </p>
        <InEnglish kit={kit} />
      </div>
    </details>
  )
}
