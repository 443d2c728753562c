import { describe, expect, it } from 'vitest'
import { formatFact, type FactWords } from '@/lib/numbers/fact-format'
import type { Fact } from '@/lib/numbers/schema'

const words: FactWords = {
  range: (low, high) => `${low} to ${high}`,
  about: (text) => `about ${text}`,
  atLeast: (text) => `at least ${text}`,
  upTo: (text) => `up to ${text}`,
  counted: (unit, amount, text) => `${text} ${unit}${amount === 1 ? ' (one)' : ''}`,
  money: (currency, low, high) => `${currency} ${low}${high === null ? '' : ` to ${high}`}`,
}
const say = (value: Fact['value'], unit: Fact['unit'], locale = 'en-GB', approximate = false) =>
  formatFact({ value, unit, approximate }, locale, words).replace(/[\u00a0\u202f]/g, ' ')

describe('a fact as text', () => {
  it.each([
    [64, 'en-GB', '64 million'],
    [64, 'es', '64 millones'],
    [64, 'zh-Hans-CN', '6400万'],
    [1.5, 'zh-Hans-CN', '150万'],
    [254, 'zh-Hans-CN', '2.54亿'],
    [{ low: 254, high: 296 }, 'zh-Hans-CN', '2.54亿 to 2.96亿'],
  ] as const)('%o million in %s are "%s" in its own large numbers', (value, locale, text) => {
    const compactly: FactWords = { ...words, counted: (_unit, _amount, _text, compact) => compact }
    expect(formatFact({ value, unit: 'million-people', approximate: false }, locale, compactly)).toBe(text)
  })

  it.each<[Fact['value'], Fact['unit'], string]>([
    [5, 'years', '5 years'],
    [1, 'weeks', '1 week'],
    [{ low: 4, high: 6 }, 'weeks', '4 to 6 weeks'],
    [{ atLeast: 5 }, 'years', 'at least 5 years'],
    [{ upTo: 48 }, 'weeks', 'up to 48 weeks'],
    [2019, 'year', '2019'],
    [{ low: 2009, high: 2017 }, 'year', '2009 to 2017'],
    [12500, 'people', '12,500 people'],
    [1, 'people', '1 people (one)'],
    [7, 'in-100', '7 in-100'],
    [{ low: 25, high: 35 }, 'in-100', '25 to 35 in-100'],
    [1.5, 'million-people', '1.5 million-people'],
    [12500, 'count', '12,500'],
    [5000, 'usd', 'usd 5,000'],
    [{ low: 5000, high: 10000 }, 'usd', 'usd 5,000 to 10,000'],
    [19.5, 'gbp', 'gbp 19.50'],
    [36.7, 'percent', '36.7%'],
    [{ low: 30, high: 40 }, 'percent', '30% to 40%'],
    [1.5, 'litres', '1.5 litres'],
    [2, 'kilograms', '2 kilograms'],
    ['2024-03-05', 'date', '5 March 2024'],
    ['2024-03', 'month', 'March 2024'],
  ])('%o %s is "%s"', (value, unit, text) => {
    expect(say(value, unit)).toBe(text)
  })

  it('approximate facts say so', () => {
    expect(say({ low: 4, high: 6 }, 'weeks', 'en-GB', true)).toBe('about 4 to 6 weeks')
  })

  it('digits, units and dates follow the locale', () => {
    expect(say(36.5, 'percent', 'es')).toBe('36,5 %')
    expect(say(5, 'years', 'ar')).toContain('سنوات')
    expect(say(5, 'years', 'zh-CN')).toBe('5 年')
    expect(say({ low: 4, high: 6 }, 'weeks', 'zh-CN')).toBe('4 to 6 周')
    expect(say('2024-03-05', 'date', 'es')).toBe('5 de marzo de 2024')
  })

  it('a date is the same day in every time zone', () => {
    expect(say('2024-01-01', 'date')).toBe('1 January 2024')
    expect(say('2024-12-31', 'date')).toBe('31 December 2024')
  })

  it.each<[Fact['value'], Fact['unit']]>([
    ['2024-02-31', 'date'],
    ['2024-13', 'month'],
    [{ low: 6, high: 4 }, 'weeks'],
  ])('%o is refused', (value, unit) => {
    expect(() => say(value, unit)).toThrow(RangeError)
  })
})
