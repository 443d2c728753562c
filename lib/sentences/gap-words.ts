/** The gap between the two groups of a study in words: on pages, in tables and in files the same. */
import { roundHalfUp } from '@/lib/numbers/rounding'
import type { Gap } from '@/lib/numbers/study-view'
import type { Kit } from '@/lib/sentences/kit'
import { writtenNumber } from '@/lib/texts/intl'

/** "With bypass, 7 more in 100 were alive than with medicines."; null for a gap that is not people. */
export function gapSentence(gap: Gap, kit: Kit): string | null {
  if (gap.difference === null) return null
  const { t } = kit
  const words = gap.arm.endpointWords[gap.arm.headline]
  const size = Math.abs(gap.difference)
  const values = {
    diff: writtenNumber(size, kit.locale),
    per: writtenNumber(gap.per, kit.locale),
    words,
    arm: gap.arm.armWords,
    versus: gap.versus.armWords,
    thing: gap.arm.thing,
  }
  if (gap.difference > 0) return t('compare.diffMore', values)
  if (gap.difference < 0) return t('compare.diffFewer', values)
  return t('compare.diffSame', { words, thing: gap.arm.thing })
}

/** "from 3 fewer to 11 more in 100": ends in whole people; an end that a clear reading keeps off nobody is never "no gap". */
export function gapRange({ arm, range, per, reading, isDisputed }: Gap, kit: Kit): string {
  if (range.from === 'none') return ''
  const { thing } = arm
  const flip = arm.counts !== arm.headline
  const low = flip ? -range.high : range.low
  const high = flip ? -range.low : range.high
  const say = (percent: number) => {
    const people = roundHalfUp((percent * per) / 100)
    if (people === 0 && (reading.reading !== 'clear' || isDisputed)) return kit.t('compare.noGap')
    if (people === 0) return kit.t(percent > 0 ? 'compare.gapUnderMore' : 'compare.gapUnderFewer', { thing })
    const count = writtenNumber(Math.abs(people), kit.locale)
    return people > 0
      ? kit.t('compare.gapMore', { count, thing })
      : kit.t('compare.gapFewer', { count, thing })
  }
  return kit.t('compare.gapRange', {
    low: say(low),
    high: say(high),
    per: writtenNumber(per, kit.locale),
    thing,
  })
}
