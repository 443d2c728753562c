import { effectOnSide } from '@/lib/numbers/effect-side'
import { countedPeople, isPooled, newcombeInterval } from '@/lib/numbers/intervals'
import type { Estimate } from '@/lib/numbers/schema'

/** How the two arms differ, as printed. Ratios have no difference at 1, differences at 0. */
export interface PrintedEffect {
  readonly measure: 'HR' | 'RR' | 'OR' | 'RD' | 'MD' | 'rateRatio' | 'winRatio' | 'SIR'
  readonly value: number
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** Confidence level of low..high in percent; 95 when left out. */
  readonly level?: number | undefined
  readonly p?: string | undefined
}

/**
 * clear: chance alone is an unlikely reason for the difference, and this arm has more or less of what is measured.
 * unclear: the arms were compared and no clear difference was seen; this is not "no effect".
 * untested: nothing here lets us say either.
 */
export type EffectReading =
  | { readonly reading: 'clear'; readonly basis: ReadingBasis; readonly direction: 'more' | 'less' }
  | { readonly reading: 'clear'; readonly basis: 'source-words'; readonly direction: 'better' | 'worse' }
  | { readonly reading: 'unclear'; readonly basis: ReadingBasis | 'source-words' }
  | { readonly reading: 'untested'; readonly reason: Untested }

export type ReadingBasis = 'printed-range' | 'p-value' | 'computed-range'

export type Untested =
  | 'no-comparison-group'
  | 'before-and-after'
  | 'no-range-no-p'
  | 'one-sided'
  /** Non-inferiority, adjusted or several p values in one string: a person must read it. */
  | 'p-not-plain'
  /** Such as "<0.1" or ">0.01", which leave 0.05 open. */
  | 'p-too-coarse'
  /** A 90% range that leaves out "no difference" does not tell what a 95% range would do. */
  | 'narrow-level'
  /** A 99% range that holds "no difference" does not tell what a 95% range would do. */
  | 'wide-level'
  | 'half-a-range'
  /** p is small, and the printed effect is exactly "no difference" after rounding. */
  | 'no-direction'
  | 'pooled-counts'
  /** The authors say that they are too unsure to tell. */
  | 'source-unsure'

export type PReading =
  { readonly below: boolean } | { readonly untested: 'one-sided' | 'p-not-plain' | 'p-too-coarse' }

/** "0.04", "p=0.04", "<0.001", "P > .05", "1e-4". Anything else is left to a person. */
const PLAIN_P = /^(?:p\s*)?(<=|>=|[<>=≤≥])?\s*(\d*\.?\d+(?:e-\d+)?)$/i

/** Whether a two-sided p value is below 0.05, from the string the source printed. */
export function readP(printed: string): PReading {
  // The Lancet prints a raised point: 0·04.
  const text = printed.trim().replace('·', '.')
  if (/one[\s-]?(?:sided|tailed)/i.test(text)) return { untested: 'one-sided' }
  const match = PLAIN_P.exec(text)
  const size = Number(match?.[2])
  if (!match || !(size >= 0 && size <= 1)) return { untested: 'p-not-plain' }
  const sign = match[1] ?? '='
  if (sign === '=') return { below: size < 0.05 }
  if (sign === '<') return size <= 0.05 ? { below: true } : { untested: 'p-too-coarse' }
  if (sign === '<=' || sign === '≤') return size < 0.05 ? { below: true } : { untested: 'p-too-coarse' }
  return size >= 0.05 ? { below: false } : { untested: 'p-too-coarse' }
}

/** The value that means "no difference": 0 for differences, 1 for ratios. */
export const nullValue = (measure: PrintedEffect['measure']): 0 | 1 =>
  measure === 'RD' || measure === 'MD' ? 0 : 1

const untested = (reason: Untested): EffectReading => ({ reading: 'untested', reason })

function readRange(low: number, high: number, none: number, basis: ReadingBasis): EffectReading {
  if (low > none) return { reading: 'clear', basis, direction: 'more' }
  if (high < none) return { reading: 'clear', basis, direction: 'less' }
  return { reading: 'unclear', basis }
}

function readPOf({ value, p, measure }: PrintedEffect, otherwise: Untested): EffectReading {
  if (p === undefined) return untested(otherwise)
  const reading = readP(p)
  if ('untested' in reading) return untested(reading.untested)
  if (!reading.below) return { reading: 'unclear', basis: 'p-value' }
  const gap = value - nullValue(measure)
  if (gap === 0) return untested('no-direction')
  return { reading: 'clear', basis: 'p-value', direction: gap > 0 ? 'more' : 'less' }
}

/**
 * Reads a printed effect at the 95% level: clear when the range leaves out "no difference".
 *
 * A range that touches it (0.74 to 1.00) is unclear. p (below 0.05) is used only when there is no range of
 * use; a one-sided p is never enough. HR 0.80 (0.73 to 0.87) is clear, with less of the event.
 *
 * @throws RangeError when low is above high, or the value lies outside them
 */
export function readEffect(effect: PrintedEffect): EffectReading {
  const { value, low, high, level = 95, measure } = effect
  if (low === undefined && high === undefined) return readPOf(effect, 'no-range-no-p')
  if (low === undefined || high === undefined) return readPOf(effect, 'half-a-range')
  if (low > value || value > high) throw new RangeError(`${measure} ${value} lies outside ${low} to ${high}`)
  const byRange = readRange(low, high, nullValue(measure), 'printed-range')
  if (level < 95 && byRange.reading === 'clear') return readPOf(effect, 'narrow-level')
  if (level > 95 && byRange.reading === 'unclear') return readPOf(effect, 'wide-level')
  return byRange
}

/**
 * Whether the printed range and the printed p tell the same story; null when one of them cannot be read.
 * For content checks: a "no" is usually a slip of the pen. A range that just touches "no difference" agrees with both.
 */
export function doRangeAndPAgree(effect: PrintedEffect): boolean | null {
  const { low, high, level = 95, p, measure } = effect
  if (low === undefined || high === undefined || p === undefined || level !== 95) return null
  const reading = readP(p)
  if ('untested' in reading) return null
  const none = nullValue(measure)
  if (low === none || high === none) return true
  return (low > none || high < none) === reading.below
}

type Arm = Pick<Estimate, 'value' | 'effect' | 'design' | 'source' | 'counts' | 'followUp'>
type Comparator = Pick<Estimate, 'value' | 'source' | 'followUp'>

/** The effect an estimate carries, in `effect` or as its own value; null when there is none. */
function printedEffect({ effect, value, counts }: Arm): PrintedEffect | null {
  if (effect) return effectOnSide(effect, counts)
  if (value.type === 'ratioOnly') return value
  if (value.type === 'meanDifference' && value.of === 'between') return { ...value, measure: 'MD' }
  return null
}

/**
 * The plain count: the people of two arms of one study, by Newcombe's interval. One rule for every arm, whether the
 * source prints counts or a percentage of a group of known size. Counts pooled over studies are not added up here.
 */
export function readPlainCount(arm: Arm, comparator: Comparator | null): EffectReading {
  if (arm.design === 'single-group' || !comparator || comparator.source !== arm.source)
    return untested('no-comparison-group')
  const first = countedPeople(arm)
  const second = countedPeople(comparator)
  if (!first || !second) return untested('no-range-no-p')
  if (isPooled(arm.design)) return untested('pooled-counts')
  const { low, high } = newcombeInterval(first, second)
  return readRange(low, high, 0, 'computed-range')
}

/**
 * Reads one arm against its comparator. The study's own test comes first, always; the plain count decides only when
 * no range and no p were printed. Where both exist, `readPlainCount` stands beside it (docs/decisions/0014).
 *
 * @throws RangeError when the printed effect contradicts itself
 */
export function readEstimate(arm: Arm, comparator: Comparator | null): EffectReading {
  const { value, design } = arm
  if (value.type === 'meanDifference' && value.of === 'within' && !arm.effect)
    return untested('before-and-after')
  if (design === 'single-group') return untested('no-comparison-group')
  if (value.type === 'finding' && !arm.effect) {
    if (value.finding === 'no-clear-difference') return { reading: 'unclear', basis: 'source-words' }
    if (value.finding === 'unsure') return untested('source-unsure')
    return { reading: 'clear', basis: 'source-words', direction: value.finding }
  }
  const effect = printedEffect(arm)
  const byEffect = effect && readEffect(effect)
  const hasRead = byEffect && !(byEffect.reading === 'untested' && byEffect.reason === 'no-range-no-p')
  if (hasRead) return byEffect
  if (!comparator || comparator.source !== arm.source) return byEffect ?? untested('no-comparison-group')
  return readPlainCount(arm, comparator)
}

/**
 * Whether the study's own test and the plain count say different things. Then both are told, and the gap is not
 * pointed out. Directions are not compared: the content checks hold a clear effect to the side of its two figures.
 */
export function isDisputedBy(own: EffectReading, plainCount: EffectReading): boolean {
  if (own.reading === 'untested' || plainCount.reading === 'untested') return false
  return own.basis !== 'computed-range' && own.reading !== plainCount.reading
}
