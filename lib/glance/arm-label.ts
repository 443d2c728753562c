import type { GlanceItem } from '@/lib/glance/glance-cell'
import { writeShown } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'
import { counted } from '@/lib/texts/punctuation'

/** The letter of an option, and the class of its colour. */
type OptionMark = { letter: string; tone: string }
export type Marks = ReadonlyMap<string, OptionMark>
/** Names of options by id. */
export type Names = ReadonlyMap<string, string>

/**
 * Who a group is: its option, with its letter. A group that is no option, or that had the same option as the other one,
 * has no letter: its own words say who it was, and a row has room for "others" only.
 */
export function armLabel(
  item: GlanceItem,
  at: number,
  { marks, names }: { marks: Marks; names: Names },
): { mark: OptionMark | null; words: string } {
  const figure = item.arms[at]?.figure
  if (!figure) return { mark: null, words: '' }
  const isShared = item.arms.some((arm, other) => other !== at && arm.figure.option === figure.option)
  if (figure.option === null || (isShared && at === 0)) return { mark: null, words: figure.armWordsFirst }
  const mark = marks.get(figure.option) ?? null
  // One group by itself is said by its own words: "people who gave part of their liver" are not who had the transplant.
  const name = item.kind === 'single' ? undefined : names.get(figure.option)
  return { mark, words: name ?? figure.armWordsFirst }
}

/** The letter of a group, or "others". */
export function armShort(
  item: GlanceItem,
  at: number,
  named: { marks: Marks; names: Names },
  { t }: Kit,
): string {
  return armLabel(item, at, named).mark?.letter ?? t('glance.others')
}

/** "86 in 100 were alive": the figure of a group, on the side that its row tells. */
export function armSays({ arms, side }: GlanceItem, at: number, { t, locale }: Kit): string {
  const arm = arms[at]
  return arm
    ? counted(writeShown(arm.shown, t, locale, arm.figure.thing), arm.figure.endpointWords[side], locale)
    : ''
}
