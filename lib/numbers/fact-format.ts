import type { Fact } from '@/lib/numbers/schema'
import { writtenDay, writtenNumber } from '@/lib/texts/intl'

/** The words of a page's language around a fact's digits; callers bind these to their messages. */
export interface FactWords {
  /** "4 to 6", "US$5,000 to US$10,000" */
  range: (low: string, high: string) => string
  /** "about 4 weeks" */
  about: (text: string) => string
  /** "at least 5 years" */
  atLeast: (text: string) => string
  /** "up to 48 weeks" */
  upTo: (text: string) => string
  /**
   * Units that are words and not in Intl: "7 people in 100", "4 points".
   * @param amount picks the plural form (the upper end of a range)
   * @param text the digits already written for the locale, or a whole range
   * @param compact the same in the locale's own large numbers, of millions: "64 million", "6400万"
   */
  counted: (unit: CountedUnit, amount: number, text: string, compact: string) => string
  /**
   * Money, whose unit is a sign before the number in one language and a word behind it in another: "US$5,000",
   * "5000 dólares", "5,000 美元".
   * @param low the digits already written for the locale
   * @param high the upper end of a range; null for one amount
   */
  money: (currency: Currency, low: string, high: string | null) => string
}

export type Currency = 'usd' | 'cny' | 'gbp'

export type CountedUnit =
  | 'in-100'
  | 'in-1000'
  | 'people'
  | 'percentage-points'
  | 'points'
  | 'times'
  | 'million-people'
  /** Years of a life, which some languages do not call years. */
  | 'age'

type Unit = Fact['unit'] | 'age'

/** Fact units that Intl names in every language, with its name for them. */
const INTL_UNITS: Partial<Record<Unit, string>> = {
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
  kilograms: 'kilogram',
  grams: 'gram',
  litres: 'liter',
  millilitres: 'milliliter',
  metres: 'meter',
  kilometres: 'kilometer',
}

const isCurrency = (unit: Unit): unit is Currency => unit === 'usd' || unit === 'cny' || unit === 'gbp'

const COUNTED: readonly Unit[] = [
  'in-100',
  'in-1000',
  'people',
  'percentage-points',
  'points',
  'times',
  'million-people',
  'age',
]
const isCounted = (unit: Unit): unit is CountedUnit => COUNTED.includes(unit)

/** Decimals are kept as the source printed them; three are more than any of them has. */
const DIGITS: Intl.NumberFormatOptions = { maximumFractionDigits: 3 }

/** Millions as the language writes large numbers, which is not always in millions. */
const compactly = (millions: number, locale: string): string =>
  writtenNumber(millions * 1_000_000, locale, {
    ...DIGITS,
    notation: 'compact',
    compactDisplay: 'long',
  })

/** The digits of money: cents only where there are some. */
function formatMoney(amount: number, locale: string): string {
  const cents = Number.isInteger(amount) ? 0 : 2
  return writtenNumber(amount, locale, { minimumFractionDigits: cents, maximumFractionDigits: cents })
}

function formatAmount(amount: number, unit: Unit, locale: string, words: FactWords): string {
  const format = (options: Intl.NumberFormatOptions) => writtenNumber(amount, locale, options)
  if (isCurrency(unit)) return words.money(unit, formatMoney(amount, locale), null)
  const intlUnit = INTL_UNITS[unit]
  // Intl writes "5年"; in our Chinese sentences a space stands between digits and words, as "5 人".
  if (intlUnit)
    return format({ ...DIGITS, style: 'unit', unit: intlUnit, unitDisplay: 'long' }).replace(
      /(?<=\d)(?=\p{Script=Han})/u,
      ' ',
    )
  if (unit === 'percent') return format({ ...DIGITS, style: 'unit', unit: 'percent' })
  if (unit === 'year') return format({ useGrouping: false })
  if (isCounted(unit)) return words.counted(unit, amount, format(DIGITS), compactly(amount, locale))
  return format(DIGITS)
}

/** "4 to 6 weeks": the unit is said once, but percent on each number; where that of money stands, the language decides. */
function formatRange(low: number, high: number, unit: Unit, locale: string, words: FactWords): string {
  if (low > high) throw new RangeError(`a range from ${low} to ${high} runs backwards`)
  if (isCurrency(unit)) return words.money(unit, formatMoney(low, locale), formatMoney(high, locale))
  if (unit === 'percent' || unit === 'year') {
    return words.range(formatAmount(low, unit, locale, words), formatAmount(high, unit, locale, words))
  }
  const digits = (value: number) => writtenNumber(value, locale, DIGITS)
  if (isCounted(unit))
    return words.counted(
      unit,
      high,
      words.range(digits(low), digits(high)),
      words.range(compactly(low, locale), compactly(high, locale)),
    )
  return words.range(digits(low), formatAmount(high, unit, locale, words))
}

/** Days and months are plain calendar dates: read and written in UTC, so that no time zone moves them. */
function formatDay(text: string, locale: string): string {
  const hasDay = text.length > 7
  const date = new Date(`${hasDay ? text : `${text}-01`}T00:00:00Z`)
  // "2024-02-31" parses in some engines as 2 March; a date that is not what was written is refused.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new RangeError(`${text} is not a date`)
  return writtenDay(text, locale)
}

/**
 * A fact as text: digits, units and dates by Intl for the locale, all other words from the caller.
 * Nothing is rounded: a fact is written as its source printed it. `year` is never grouped (2019, not 2,019).
 *
 * @throws RangeError for a date that does not exist or a range that runs backwards
 */
export function formatFact(
  fact: Pick<Fact, 'value' | 'approximate'> & { unit: Unit },
  locale: string,
  words: FactWords,
): string {
  const { value, unit, approximate } = fact
  const amount = (size: number) => formatAmount(size, unit, locale, words)
  const say = () => {
    if (typeof value === 'string') return formatDay(value, locale)
    if (typeof value === 'number') return amount(value)
    if ('atLeast' in value) return words.atLeast(amount(value.atLeast))
    if ('upTo' in value) return words.upTo(amount(value.upTo))
    return formatRange(value.low, value.high, unit, locale, words)
  }
  const text = say()
  return approximate ? words.about(text) : text
}
