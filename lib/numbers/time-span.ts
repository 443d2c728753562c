import type { FollowUp } from '@/lib/numbers/schema'
import { roundHalfUp } from '@/lib/numbers/rounding'

export interface TimeSpan {
  /** A whole number of `unit`. */
  readonly value: number
  readonly unit: 'days' | 'weeks' | 'months' | 'years'
  /** True when the figure shown is more than 1% off: say "about". */
  readonly about: boolean
}

/** Average length of a month in days (365.25 / 12). */
const DAYS_PER_MONTH = 30.4375
/** The most a shown time may lose, as a part of the time itself. */
const MOST_LOST = 0.1
/** What still counts as the same time. */
const SAME = 0.01

const MONTHS_IN = { days: 1 / DAYS_PER_MONTH, weeks: 7 / DAYS_PER_MONTH, months: 1, years: 12 } as const

/**
 * A time given in months, in the unit people say.
 *
 * Rules, first match wins:
 * 1. What rounds to 12 months is 1 year, and from 24 months whole years are used when they lose no more than 10%
 *    (117.6 becomes about 10 years; 27 would lose 11% as 2 years, so it stays 27 months);
 *    otherwise whole months.
 * 2. Under 3 months, a time that is whole weeks to a quarter of a day stays weeks (0.92 is 4 weeks).
 * 3. Whole months, then whole weeks, when they lose no more than 10%; else whole days.
 *
 * @param months 0 or more
 * @throws RangeError when months is negative or not finite
 */
export function timeSpan(months: number): TimeSpan {
  if (!Number.isFinite(months) || months < 0)
    throw new RangeError(`${months} is not a length of time in months`)
  if (months === 0) return { value: 0, unit: 'days', about: false }
  const lost = (unit: TimeSpan['unit']) => {
    const shown = roundHalfUp(months / MONTHS_IN[unit]) * MONTHS_IN[unit]
    return Math.abs(shown - months) / months
  }
  const span = (unit: TimeSpan['unit']): TimeSpan => ({
    value: roundHalfUp(months / MONTHS_IN[unit]),
    unit,
    about: lost(unit) > SAME,
  })
  const wholeMonths = roundHalfUp(months)
  if (wholeMonths === 12) return span('years')
  if (wholeMonths >= 24) return span(lost('years') <= MOST_LOST ? 'years' : 'months')
  const days = months * DAYS_PER_MONTH
  const areWholeWeeks = days >= 6.75 && Math.abs(days - 7 * Math.round(days / 7)) <= 0.25
  if (months < 3 && !Number.isInteger(months) && areWholeWeeks) return span('weeks')
  if (lost('months') <= MOST_LOST) return span('months')
  if (lost('weeks') <= MOST_LOST) return span('weeks')
  const wholeDays = span('days')
  return wholeDays.value > 0 ? wholeDays : { value: 1, unit: 'days', about: true }
}

/** How long people were followed, ready for a message: `span` is null when no length was given. */
export interface FollowUpTime {
  readonly kind: FollowUp['kind']
  readonly span: TimeSpan | null
}

/** Follow-up as a source gave it, with its kind (median, mean, estimate at a time ...) kept beside the time. */
export function followUpTime({ months, kind }: FollowUp): FollowUpTime {
  return { kind, span: months === null ? null : timeSpan(months) }
}
