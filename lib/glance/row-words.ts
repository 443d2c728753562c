import { armShort, type Marks, type Names } from '@/lib/glance/arm-label'
import { findingWords } from '@/lib/glance/finding-words'
import { drawnItems, type GlanceCell, type GlanceItem } from '@/lib/glance/glance-cell'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'
import { counted, ended, labelled, listed } from '@/lib/texts/punctuation'

type Named = { marks: Marks; names: Names }

/** Words that the sentence says already are not said twice; numbers are. */
const isInSentence = ({ kind, lead: { value } }: GlanceItem) =>
  kind === 'finding' && (value.type === 'finding' || value.type === 'ratioOnly')

const timeOf = (item: GlanceItem | undefined) => JSON.stringify(item?.lead.followUp)

/**
 * What a row draws of its lead figures, and what it tells in a line under its sentence.
 * @param sentence what the figures mean, from the content
 */
export function rowItems(
  cell: Extract<GlanceCell, { isCompared: false }>,
  sentence: string | undefined,
): {
  drawn: readonly GlanceItem[]
  told: readonly GlanceItem[]
  isTimeSaid: boolean
  /** What two pictures beside each other have in common: said once, under both. */
  isShared: { words: boolean; time: boolean }
} {
  const { drawn, told } = drawnItems(cell.items)
  const [first, ...more] = drawn
  const isOneTime = more.every((item) => timeOf(item) === timeOf(first))
  // With two pictures a time is of both only when it is one time, and of one of their own groups.
  const saysTime =
    more.length === 0
      ? /\.time\}/.test(sentence ?? '')
      : drawn.some(({ arms }) => arms.some(({ figure }) => sentence?.includes(`{${figure.id}.time}`)))
  const isTimeSaid = isOneTime && saysTime
  return {
    drawn,
    told: sentence ? told.filter((item) => !isInSentence(item)) : told,
    isTimeSaid,
    isShared: {
      words: more.length > 0 && more.every(({ lead }) => lead.endpoint === first?.lead.endpoint),
      time: more.length > 0 && isOneTime && !isTimeSaid,
    },
  }
}

/** "in 100 were alive.": what the numbers of a picture are out of. */
export const ofWords = ({ per, lead, side }: GlanceItem, { t, locale }: Kit): string =>
  t('glance.of', { per: writtenNumber(per, locale), words: lead.endpointWords[side], thing: lead.thing })

/** Who one group by itself was, by its own words: an option's name would say that donors had the operation. */
export const groupAlone = ({ kind, arms }: GlanceItem): string | null =>
  (kind === 'single' && arms[0]?.figure.armWordsFirst) || null

/** From how many in 100 between two groups a reader takes a gap for a difference. */
const wide = 10

/** Whether two pictures look different and the study could not show that they are: then the row says so. */
export function looksWide({ kind, reading, arms, per }: GlanceItem): boolean {
  const [first, second] = arms.map(({ shown }) => (shown.kind === 'people' ? shown.shown.count : null))
  if (kind !== 'pair' || reading !== 'same' || first == null || second == null) return false
  return Math.abs(first - second) * (100 / per) >= wide
}

/**
 * A lead figure that is not drawn: "A 9, C 14 in 100 had low pressure.", or what was found, with its name before it. A group
 * compared with nobody is named, unless what stands before it is of the same people.
 * @param beside the item that is drawn or told before it
 */
export function toldWords(
  item: GlanceItem,
  named: Named,
  kit: Kit,
  beside?: GlanceItem,
): { name: string; text: string } {
  if (item.kind === 'finding')
    return {
      name: labelled(item.lead.endpointWords.title, '', kit.locale),
      text: findingWords(item, named, kit),
    }
  const numbers = item.arms.flatMap(({ shown }, at) => {
    if (shown.kind !== 'people') return []
    const count = writtenNumber(shown.shown.count, kit.locale)
    return [item.arms.length > 1 ? `${armShort(item, at, named, kit)} ${count}` : count]
  })
  const own = groupAlone(item)
  return {
    name: own !== null && own !== (beside && groupAlone(beside)) ? labelled(own, '', kit.locale) : '',
    text: counted(listed(numbers, kit.locale), ofWords(item, kit), kit.locale),
  }
}

/**
 * What a row says when the content has no sentence for it: which way the gap goes, and whether it is one. `isNumber`: it
 * says how many.
 */
export function fallbackWords(item: GlanceItem, { t, locale }: Kit): { text: string; isNumber: boolean } {
  const { gap, arms, side } = item
  const [first, second] = arms
  const plain = (text: string) => ({ text, isNumber: false })
  if (item.kind !== 'pair' || first?.shown.kind !== 'people' || second?.shown.kind !== 'people')
    return plain(ended(item.lead.endpointWords.title, locale))
  const difference = second.shown.shown.count - first.shown.shown.count
  if (!gap?.isPointedOut || difference === 0)
    return plain(t(item.reading === 'same' ? 'glance.noClearSentence' : 'glance.cannotTellSentence'))
  const diff = writtenNumber(Math.abs(difference), locale)
  const words = second.figure.endpointWords[side]
  return {
    text: t(difference > 0 ? 'glance.more' : 'glance.fewer', { diff, words, thing: second.figure.thing }),
    isNumber: true,
  }
}
