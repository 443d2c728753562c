import { armShort, type Marks, type Names } from '@/lib/glance/arm-label'
import type { GlanceItem } from '@/lib/glance/glance-cell'
import { readEstimate } from '@/lib/numbers/effect-reading'
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { Figure } from '@/lib/numbers/schema'
import { writeShown } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import { signedNumber, writtenNumber } from '@/lib/texts/intl'
import { counted, labelled, listed, punctuationOf } from '@/lib/texts/punctuation'

/** Whole numbers from 2 up, one decimal below: more would be false precision. */
const rounded = (value: number) => roundHalfUp(value, Math.abs(value) >= 2 ? 0 : 1)

function difference(figure: Figure, { t, locale }: Kit): string | null {
  const { value } = figure
  if (value.type !== 'meanDifference') return null
  const signed = (amount: number) => signedNumber(rounded(amount), locale)
  const size = t(`meanDifference.${value.unit}`, { value: signed(value.value) })
  const { low, high } = value
  if (low === undefined || high === undefined) return size
  return counted(size, t('meanDifference.range', { low: signed(low), high: signed(high) }), locale)
}

/** A lead figure that is no people, in a few words: "+9 points (range +1 to +18)", "No clear difference". */
export function findingWords(item: GlanceItem, named: { marks: Marks; names: Names }, kit: Kit): string {
  const { t, locale } = kit
  const { lead, arms } = item
  const told = difference(lead, kit)
  if (told !== null) return item.reading === 'same' ? labelled(told, t('glance.noClear'), locale) : told
  const rates = arms.flatMap(({ figure: { value } }, at) => {
    if (value.type !== 'rate') return []
    const rate = writtenNumber(rounded(value.per100PersonYears), locale)
    return [arms.length > 1 ? `${armShort(item, at, named, kit)} ${rate}` : rate]
  })
  if (rates.length === arms.length && rates.length > 0)
    return t('glance.rate', { value: listed(rates, locale) })
  const groups = arms.flatMap(({ figure, shown }, at) => {
    if (shown.kind === 'not-people') return []
    const text = counted(writeShown(shown, t, locale, figure.thing), figure.endpointWords[item.side], locale)
    return [arms.length > 1 ? labelled(armShort(item, at, named, kit), text, locale) : text]
  })
  const { stop, gap } = punctuationOf(locale)
  if (groups.length > 0) return groups.join(stop + gap)
  if (item.reading === 'same') return t('glance.noClear')
  if (lead.value.type === 'ratioOnly') {
    const reading = readEstimate(lead, null)
    if (reading.reading === 'clear' && (reading.direction === 'more' || reading.direction === 'less'))
      return t(`glance.size.${reading.direction}`, { words: lead.endpointWords[lead.counts] })
  }
  if (item.reading === 'better' || item.reading === 'worse') return t(`glance.size.${item.reading}`)
  return t('glance.cannotTell')
}
