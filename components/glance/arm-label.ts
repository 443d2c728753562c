import type { OptionMark } from '@/components/numbers/study'
import type { GlanceItem } from '@/lib/glance/glance-cell'
import { writeShown } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'

export type Marks = ReadonlyMap<string, OptionMark>
/** Names of options by id. */
export type Names = ReadonlyMap<string, string>

/**
 * What stands under the picture of a group: the letter of its option. The group's own words where it is no option, or
 * where both groups had the same one.
 */
export function armLabel(
  item: GlanceItem,
  at: number,
  { marks, names }: { marks: Marks; names: Names },
): { mark: OptionMark | null; words: string } {
  const figure = item.arms[at]?.figure
  if (!figure) return { mark: null, words: '' }
  const isShared = item.arms.some((arm, other) => other !== at && arm.figure.option === figure.option)
  const mark = figure.option !== null && !isShared ? marks.get(figure.option) : undefined
  if (!mark || figure.option === null) return { mark: null, words: figure.armWordsFirst }
  return { mark, words: names.get(figure.option) ?? figure.armWordsFirst }
}

/** "86 in 100 were alive": the figure of a group, on the side that its row tells. */
export function armSays({ arms, side }: GlanceItem, at: number, { t, locale }: Kit): string {
  const arm = arms[at]
  return arm ? `${writeShown(arm.shown, t, locale)} ${arm.figure.endpointWords[side]}` : ''
}
