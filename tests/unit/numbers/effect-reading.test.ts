import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  doRangeAndPAgree,
  isDisputedBy,
  readEffect,
  readEstimate,
  readPlainCount,
  readP,
  type PrintedEffect,
} from '@/lib/numbers/effect-reading'
import { effectOnSide } from '@/lib/numbers/effect-side'
import type { Effect } from '@/lib/numbers/schema'

describe('a p value', () => {
  it.each([
    ['0.04', { below: true }],
    ['p=0.04', { below: true }],
    ['P < .001', { below: true }],
    ['<0.05', { below: true }],
    ['0·02', { below: true }],
    ['1e-4', { below: true }],
    ['0.05', { below: false }],
    ['0.96', { below: false }],
    ['>0.05', { below: false }],
    ['≤0.05', { untested: 'p-too-coarse' }],
    ['<0.1', { untested: 'p-too-coarse' }],
    ['>0.01', { untested: 'p-too-coarse' }],
    ['one-sided 0.283', { untested: 'one-sided' }],
    ['one-sided 0.010', { untested: 'one-sided' }],
    ['noninferiority 0.01', { untested: 'p-not-plain' }],
    ['0.001 (1-year survival p=0.002)', { untested: 'p-not-plain' }],
    ['NS', { untested: 'p-not-plain' }],
    ['', { untested: 'p-not-plain' }],
    ['5', { untested: 'p-not-plain' }],
  ])('"%s" reads as %o', (printed, reading) => {
    expect(readP(printed)).toEqual(reading)
  })
})

describe('a printed effect', () => {
  it.each<[string, PrintedEffect, object]>([
    [
      'HR 0.80 (0.73-0.87) is clear, less',
      { measure: 'HR', value: 0.8, low: 0.73, high: 0.87 },
      { reading: 'clear', basis: 'printed-range', direction: 'less' },
    ],
    [
      'RR 1.4 (1.1-1.8) is clear, more',
      { measure: 'RR', value: 1.4, low: 1.1, high: 1.8 },
      { reading: 'clear', basis: 'printed-range', direction: 'more' },
    ],
    [
      'HR 0.98 (0.85-1.12) is unclear',
      { measure: 'HR', value: 0.98, low: 0.85, high: 1.12 },
      { reading: 'unclear', basis: 'printed-range' },
    ],
    [
      'HR 0.86 (0.74-1.00) touches 1: unclear',
      { measure: 'HR', value: 0.86, low: 0.74, high: 1 },
      { reading: 'unclear', basis: 'printed-range' },
    ],
    [
      'RR 1.20 (1.00-1.44) touches 1 from above: unclear',
      { measure: 'RR', value: 1.2, low: 1, high: 1.44 },
      { reading: 'unclear', basis: 'printed-range' },
    ],
    [
      'RD 6 (-1 to 13) is unclear, its null is 0',
      { measure: 'RD', value: 6, low: -1, high: 13 },
      { reading: 'unclear', basis: 'printed-range' },
    ],
    [
      'MD 0.5 (0.1-0.9) is clear though it holds no 1',
      { measure: 'MD', value: 0.5, low: 0.1, high: 0.9 },
      { reading: 'clear', basis: 'printed-range', direction: 'more' },
    ],
    [
      'the range wins over p',
      { measure: 'HR', value: 0.9, low: 0.8, high: 1.02, p: '0.04' },
      { reading: 'unclear', basis: 'printed-range' },
    ],
    [
      'no range, p 0.02',
      { measure: 'HR', value: 0.7, p: '0.02' },
      { reading: 'clear', basis: 'p-value', direction: 'less' },
    ],
    ['no range, p 0.2', { measure: 'HR', value: 0.7, p: '0.2' }, { reading: 'unclear', basis: 'p-value' }],
    [
      'no range, p<0.001',
      { measure: 'MD', value: 3, p: '<0.001' },
      { reading: 'clear', basis: 'p-value', direction: 'more' },
    ],
    [
      'one-sided 0.283 is untested',
      { measure: 'winRatio', value: 1.1, p: 'one-sided 0.283' },
      { reading: 'untested', reason: 'one-sided' },
    ],
    [
      'nothing but a ratio is untested',
      { measure: 'OR', value: 0.5 },
      { reading: 'untested', reason: 'no-range-no-p' },
    ],
    [
      'half a range is untested',
      { measure: 'HR', value: 0.8, high: 0.95 },
      { reading: 'untested', reason: 'half-a-range' },
    ],
    [
      'a 90% range without 1 is not enough',
      { measure: 'HR', value: 0.8, low: 0.7, high: 0.95, level: 90 },
      { reading: 'untested', reason: 'narrow-level' },
    ],
    [
      'a 90% range without 1 and p 0.01 is clear',
      { measure: 'HR', value: 0.8, low: 0.7, high: 0.95, level: 90, p: '0.01' },
      { reading: 'clear', basis: 'p-value', direction: 'less' },
    ],
    [
      'a 90% range with 1 is unclear',
      { measure: 'HR', value: 0.8, low: 0.6, high: 1.1, level: 90 },
      { reading: 'unclear', basis: 'printed-range' },
    ],
    [
      'a 99% range without 1 is clear',
      { measure: 'HR', value: 0.8, low: 0.7, high: 0.95, level: 99 },
      { reading: 'clear', basis: 'printed-range', direction: 'less' },
    ],
    [
      'a 99% range with 1 leaves it open',
      { measure: 'HR', value: 0.8, low: 0.6, high: 1.1, level: 99 },
      { reading: 'untested', reason: 'wide-level' },
    ],
    [
      'RR 1.00 with p<0.05 has no direction',
      { measure: 'RR', value: 1, p: '0.04' },
      { reading: 'untested', reason: 'no-direction' },
    ],
  ])('%s', (_rule, effect, reading) => {
    expect(readEffect(effect)).toEqual(reading)
  })

  it('a value outside its own range is refused', () => {
    expect(() => readEffect({ measure: 'HR', value: 0.5, low: 0.73, high: 0.87 })).toThrow(RangeError)
  })

  it('turned upside down (1 / ratio) keeps its reading and changes its direction', () => {
    const ratio = fc.double({ min: 0.05, max: 20, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(ratio, ratio, ratio), (three) => {
        const [low, value, high] = [...three].sort((a, b) => a - b)
        if (low === undefined || value === undefined || high === undefined || low === 1 || high === 1) return
        const there = readEffect({ measure: 'HR', value, low, high })
        const back = readEffect({ measure: 'HR', value: 1 / value, low: 1 / high, high: 1 / low })
        expect(back.reading).toBe(there.reading)
        if (there.reading === 'clear' && back.reading === 'clear')
          expect(back.direction).not.toBe(there.direction)
      }),
    )
  })
})

describe('range and p of one effect', () => {
  it.each<[string, PrintedEffect, boolean | null]>([
    ['0.73-0.87 agrees with <0.001', { measure: 'HR', value: 0.8, low: 0.73, high: 0.87, p: '<0.001' }, true],
    ['0.73-0.87 disagrees with 0.3', { measure: 'HR', value: 0.8, low: 0.73, high: 0.87, p: '0.3' }, false],
    [
      '0.74-1.00 agrees with 0.04 and with 0.06',
      { measure: 'HR', value: 0.86, low: 0.74, high: 1, p: '0.04' },
      true,
    ],
    [
      'one-sided p cannot be compared',
      { measure: 'HR', value: 0.8, low: 0.73, high: 0.87, p: 'one-sided 0.3' },
      null,
    ],
  ])('%s', (_rule, effect, agree) => {
    expect(doRangeAndPAgree(effect)).toBe(agree)
  })
})

describe('one arm against its comparator', () => {
  const counts = (events: number, total: number) => ({ type: 'counts', events, total }) as const
  const side = { counts: 'bad', followUp: { months: 12, kind: 'exact' } } as const
  const arm = {
    source: 'a-2020',
    design: 'randomised-open',
    effect: null,
    value: counts(56, 70),
    ...side,
  } as const
  const other = { source: 'a-2020', value: counts(48, 80), followUp: side.followUp } as const

  it('56 of 70 against 48 of 80, nothing else printed: clear by computed range', () => {
    expect(readEstimate(arm, other)).toEqual({ reading: 'clear', basis: 'computed-range', direction: 'more' })
  })

  it('5 of 56 against 0 of 29 is unclear by computed range', () => {
    expect(readEstimate({ ...arm, value: counts(5, 56) }, { ...other, value: counts(0, 29) })).toEqual({
      reading: 'unclear',
      basis: 'computed-range',
    })
  })

  it('the printed effect wins over the counts', () => {
    const effect = { measure: 'HR', value: 0.9, low: 0.7, high: 1.2, level: 95 } as const
    expect(readEstimate({ ...arm, effect }, other)).toEqual({ reading: 'unclear', basis: 'printed-range' })
  })

  it('a one-sided p is not replaced by our own test', () => {
    const effect = { measure: 'HR', value: 0.9, level: 95, p: 'one-sided 0.010' } as const
    expect(readEstimate({ ...arm, effect }, other)).toEqual({ reading: 'untested', reason: 'one-sided' })
  })

  it('an effect without range and p lets the counts speak', () => {
    const effect = { measure: 'RR', value: 1.33, level: 95 } as const
    expect(readEstimate({ ...arm, effect }, other)).toMatchObject({
      reading: 'clear',
      basis: 'computed-range',
    })
  })

  it.each([
    ['a single group is untested', { ...arm, design: 'single-group' } as const, other, 'no-comparison-group'],
    ['no comparator is untested', arm, null, 'no-comparison-group'],
    ['arms of two studies are untested', arm, { ...other, source: 'b-2021' }, 'no-comparison-group'],
    [
      'one percentage of an unknown group is untested',
      { ...arm, value: { type: 'percent', value: 80 } } as const,
      other,
      'no-range-no-p',
    ],
    ['pooled counts are untested', { ...arm, design: 'pooled-mixed' } as const, other, 'pooled-counts'],
    [
      'a chance worked out over time is no count',
      {
        ...arm,
        value: { type: 'percent', value: 80, n: 70 },
        followUp: { months: 12, kind: 'estimate-at' },
      } as const,
      other,
      'no-range-no-p',
    ],
    [
      'before and after in one group is untested, even with a small p',
      {
        ...arm,
        value: { type: 'meanDifference', value: 4, p: '0.001', unit: 'points', of: 'within' },
      } as const,
      null,
      'before-and-after',
    ],
  ])('%s', (_rule, first, second, reason) => {
    expect(readEstimate(first, second)).toEqual({ reading: 'untested', reason })
  })

  it('a ratio alone is read by its own range', () => {
    const value = { type: 'ratioOnly', measure: 'SIR', value: 2, low: 1.4, high: 2.9 } as const
    expect(readEstimate({ ...arm, value }, null)).toMatchObject({ reading: 'clear', direction: 'more' })
  })

  it('a mean difference between groups has its null at 0', () => {
    const value = {
      type: 'meanDifference',
      value: 0.5,
      low: -0.2,
      high: 1.2,
      unit: 'points',
      of: 'between',
    } as const
    expect(readEstimate({ ...arm, value }, null)).toEqual({ reading: 'unclear', basis: 'printed-range' })
  })

  it.each([
    ['no-clear-difference', { reading: 'unclear', basis: 'source-words' }],
    ['worse', { reading: 'clear', basis: 'source-words', direction: 'worse' }],
  ] as const)('a finding in words (%s) says that it rests on the words of the source', (finding, reading) => {
    expect(readEstimate({ ...arm, value: { type: 'finding', finding } }, null)).toEqual(reading)
  })
})

it('authors who are very unsure have not found "no clear difference"', () => {
  const arm = {
    counts: 'bad',
    followUp: { months: 12, kind: 'exact' },
    value: { type: 'finding', finding: 'unsure' },
    effect: null,
    design: 'pooled-randomised',
    source: 'a',
  } as const
  expect(readEstimate(arm, null)).toEqual({ reading: 'untested', reason: 'source-unsure' })
})

it('one p value over several groups keeps the counts of a pair from being tested by our own sum', () => {
  const followUp = { months: 12, kind: 'exact' } as const
  const arm = {
    counts: 'bad',
    followUp,
    value: { type: 'counts', events: 2, total: 31 },
    effect: { measure: 'RD', value: -21.6, level: 95, p: '0.049 over four groups' },
    design: 'randomised-sham',
    source: 'a',
  } as const
  const other = { value: { type: 'counts', events: 9, total: 32 }, source: 'a', followUp } as const
  expect(readEstimate({ ...arm, effect: null }, other).reading).toBe('clear')
  expect(readEstimate(arm, other)).toEqual({ reading: 'untested', reason: 'p-not-plain' })
})

describe('one rule for a clear difference', () => {
  const percent = (value: number, n: number) => ({ type: 'percent', value, n }) as const
  const counts = (events: number, total: number) => ({ type: 'counts', events, total }) as const
  const shared = { source: 'a', followUp: { months: 6, kind: 'exact' } } as const
  const armOf = (value: ReturnType<typeof percent | typeof counts>, effect: Effect | null) =>
    ({ ...shared, counts: 'good', design: 'randomised-open', value, effect }) as const
  const rd = (value: number, p: string): Effect => ({ measure: 'RD', value, level: 95, p })
  const deathRatio = (value: number, low: number, high: number): Effect => ({
    measure: 'HR',
    value,
    low,
    high,
    level: 95,
    counts: 'bad',
  })

  it.each([
    [
      'plasma exchange: 58.7% of 92 against 47.8% of 90 alive, HR of death 0.56 (0.36 to 0.86)',
      armOf(percent(58.7, 92), deathRatio(0.56, 0.36, 0.86)),
      percent(47.8, 90),
    ],
    [
      'plasma exchange: 62 of 104 against 61 of 130 alive, p below 0.05',
      armOf(counts(62, 104), rd(13, '<0.05')),
      counts(61, 130),
    ],
    [
      'donor cells: 73.2% of 56 against 55.6% of 54 alive, p 0.03',
      armOf(percent(73.2, 56), rd(17.6, '0.03')),
      percent(55.6, 54),
    ],
  ])('%s: clear by its own test, unclear by the plain count, told as both', (_trial, arm, value) => {
    const own = readEstimate(arm, { ...shared, value })
    const plain = readPlainCount(arm, { ...shared, value })
    expect(own).toMatchObject({ reading: 'clear', direction: 'more' })
    expect(plain).toEqual({ reading: 'unclear', basis: 'computed-range' })
    expect(isDisputedBy(own, plain)).toBe(true)
  })

  it('the other way round too: own test 0.81 (0.66 to 1.00), and 168 of 610 against 201 of 602 counted', () => {
    const arm = {
      ...armOf(counts(168, 610), { measure: 'HR', value: 0.81, low: 0.66, high: 1, level: 95 }),
      counts: 'bad',
    } as const
    const own = readEstimate(arm, { ...shared, value: counts(201, 602) })
    const plain = readPlainCount(arm, { ...shared, value: counts(201, 602) })
    expect(own.reading).toBe('unclear')
    expect(plain).toMatchObject({ reading: 'clear', direction: 'less' })
    expect(isDisputedBy(own, plain)).toBe(true)
  })

  it('percentages of known groups are counted when nothing else is printed: 59.7% of 423 against 46.0% of 284', () => {
    expect(readEstimate(armOf(percent(59.7, 423), null), { ...shared, value: percent(46, 284) })).toEqual({
      reading: 'clear',
      basis: 'computed-range',
      direction: 'more',
    })
  })

  it('a one-sided test is neither replaced nor disputed by the plain count', () => {
    const arm = armOf(percent(40, 81), rd(13, 'one-sided 0.043'))
    const own = readEstimate(arm, { ...shared, value: percent(27, 92) })
    expect(own).toEqual({ reading: 'untested', reason: 'one-sided' })
    expect(isDisputedBy(own, readPlainCount(arm, { ...shared, value: percent(27, 92) }))).toBe(false)
  })

  it('a ratio of deaths beside survival turns over: 0.56 (0.36 to 0.86) is 1.79 (1.16 to 2.78)', () => {
    const turned = effectOnSide(deathRatio(0.56, 0.36, 0.86), 'good')
    expect(turned.value).toBeCloseTo(1.79, 2)
    expect(turned.low).toBeCloseTo(1.16, 2)
    expect(turned.high).toBeCloseTo(2.78, 2)
    expect(effectOnSide(deathRatio(0.56, 0.36, 0.86), 'bad')).toMatchObject({
      value: 0.56,
      low: 0.36,
      high: 0.86,
    })
  })

  it('a difference of the other side changes its sign: 9 points fewer dead (2 to 16) are 9 more alive (2 to 16)', () => {
    const fewer: Effect = { measure: 'RD', value: -9, low: -16, high: -2, level: 95, counts: 'bad' }
    expect(effectOnSide(fewer, 'good')).toMatchObject({ value: 9, low: 2, high: 16 })
  })
})
