import { describe, expect, it } from 'vitest'
import {
  filledText,
  fillWords,
  groupSize,
  writeFact,
  writeFrequency,
  writeTime,
  writeWhen,
} from '@/lib/sentences/fill'
import type { Fact } from '@/lib/numbers/schema'
import { translator, type Translate } from '@/lib/texts/translate'
import { book, fact, figure } from './figures'

const t = translator('en')
const say = (text: string, figures = arms, facts = [fact('stay')]) =>
  filledText(text, book(figures, facts), t, 'en')

// STICHES: 359 of 610 with bypass and 398 of 602 with medicines alone had died after 9.8 years.
const arms = [
  figure('bypass', { comparator: 'pills' }),
  figure('pills', { value: { type: 'counts', events: 398, total: 602 } }),
]

describe('a figure in a sentence', () => {
  it('359 of 610 died: "41 in 100" were alive in the headline frame, 59 in 100 in the other', () => {
    expect(say('{bypass} were alive, {bypass.bad} had died.')).toBe(
      '41 in 100 were alive, 59 in 100 had died.',
    )
    expect(say('{bypass.good}')).toBe(say('{bypass}'))
  })

  it('the other arm in both frames: 398 of 602 died is 34 in 100 alive and 66 in 100 dead', () => {
    expect(say('{bypass.versus}, {bypass.versus.good}, {bypass.versus.bad}')).toBe(
      '34 in 100, 34 in 100, 66 in 100',
    )
  })

  it('59 against 66 deaths in 100 is "7 more in 100" alive, and "7 fewer" when death is the headline', () => {
    expect(say('{bypass.diff}')).toBe('7 more in 100')
    const feared = arms.map((arm) => ({ ...arm, headline: 'bad' as const }))
    expect(say('{bypass.diff}', feared)).toBe('7 fewer in 100')
    expect(say('{bypass}', feared)).toBe('59 in 100')
  })

  it('both frames always add up to the denominator', () => {
    for (let events = 7; events < 610; events += 7) {
      const one = [figure('x', { value: { type: 'counts', events, total: 610 } })]
      const [good, bad] = ['{x.good}', '{x.bad}'].map((part) => Number(/^\d+/.exec(say(part, one))?.[0]))
      const per = Number(/in ([\d,]+)/.exec(say('{x.good}', one))?.[1]?.replace(',', ''))
      expect((good ?? 0) + (bad ?? 0)).toBe(per)
    }
  })

  it('one person is "1 person in 100"', () => {
    expect(say('{x.bad}', [figure('x', { value: { type: 'counts', events: 5, total: 500 } })])).toBe(
      '1 person in 100',
    )
  })

  it('two arms below 1 in 100 are both told in 1,000', () => {
    const rare = [
      figure('a', { comparator: 'b', value: { type: 'counts', events: 32, total: 9373 } }),
      figure('b', { value: { type: 'counts', events: 54, total: 9443 } }),
    ]
    expect(say('{a.bad} against {a.versus.bad}', rare)).toBe('3 in 1,000 against 6 in 1,000')
    expect(say('{a.good}', rare)).toBe('997 in 1,000')
  })

  it('equal figures have no difference: "about as many"', () => {
    const [one] = arms
    expect(say('{bypass.diff}', one ? [one, { ...one, id: 'pills', comparator: null }] : [])).toBe(
      'about as many',
    )
  })

  it('a group without a comparison has its figure, its range, its time and its people', () => {
    const single = [
      figure('x', {
        design: 'single-group',
        value: { type: 'percent', value: 86.5 },
        range: { low: 85.4, high: 87.6, level: 95 },
        counts: 'good',
      }),
    ]
    expect(say('{x}, {x.range}, {x.time}', single)).toBe('87 in 100, 85 to 88 in 100, about 10 years')
    expect(say('{x.versus}', single)).toBe('')
    expect(say('{x.diff}', single)).toBe('about as many')
  })

  it('the range of 359 of 610 is worked out (Wilson) and told in the headline frame', () => {
    expect(say('{bypass.range}')).toBe('37 to 45 in 100')
  })

  it('a percentage without a range says so', () => {
    expect(say('{x.range}', [figure('x', { value: { type: 'percent', value: 22 } })])).toBe('no range given')
  })

  it('people are those of both arms together: 610 and 602 make 1,212', () => {
    expect(say('{bypass.people}')).toBe('1,212 people')
    expect(say('{pills.people}')).toBe('602 people')
  })

  it('a printed span stays a span, in both frames', () => {
    const span = [figure('x', { value: { type: 'percentSpan', low: 2, high: 10 }, headline: 'bad' })]
    expect(say('{x} and {x.good}', span)).toBe('2 to 10 in 100 and 90 to 98 in 100')
  })

  it('every filled figure says where it came from; text does not', () => {
    expect(fillWords('So {bypass} in {fact:stay}.', book(arms, [fact('stay')]), t, 'en')).toEqual([
      { text: 'So ' },
      { text: '41 in 100', from: { kind: 'estimate', id: 'bypass' } },
      { text: ' in ' },
      { text: '7 to 10 days', from: { kind: 'fact', id: 'stay' } },
      { text: '.' },
    ])
  })

  it.each(['{nobody}', '{fact:nothing}', '{Broken}'])(
    '%s throws: the content checks make it impossible',
    (text) => {
      expect(() => say(text)).toThrow()
    },
  )
})

describe('time', () => {
  it('117.6 months is "about 10 years", with its kind in the long form', () => {
    expect(writeTime(figure('x'), t)).toBe('about 10 years')
    expect(writeWhen(figure('x'), t)).toBe(
      'after about 10 years (half of the people were followed for longer)',
    )
  })

  it('a time that no source gives says so', () => {
    const never = figure('x', { followUp: { months: null, kind: 'not-stated' } })
    expect(writeTime(never, t)).toBe('after a time the source does not state')
    expect(writeWhen(never, t)).toBe('after a time the source does not state')
  })
})

describe('facts', () => {
  it.each<[Parameters<typeof translator>[0], Fact['unit'], string, string]>([
    ['en', 'usd', 'US$6,000', 'US$6,000 to US$20,700'],
    ['en', 'gbp', '£6,000', '£6,000 to £20,700'],
    ['en', 'cny', 'CN¥6,000', 'CN¥6,000 to CN¥20,700'],
    ['es', 'usd', '6000 dólares de EE. UU.', '6000 a 20 700 dólares de EE. UU.'],
    ['zh', 'usd', '6,000 美元', '6,000 到 20,700 美元'],
    ['zh', 'cny', '6,000 元人民币', '6,000 到 20,700 元人民币'],
  ])('money in %s, %s: the sign or word where the language has it', (locale, unit, one, range) => {
    const inLocale = (value: Fact['value']) =>
      writeFact(fact('x', { value, unit }), translator(locale), locale).replace(/[\u00a0\u202f]/g, ' ')
    expect(inLocale(6000)).toBe(one)
    expect(inLocale({ low: 6000, high: 20700 })).toBe(range)
  })

  it('7 to 10 days keeps its unit, and loses it when bare', () => {
    expect(writeFact(fact('stay'), t, 'en')).toBe('7 to 10 days')
    expect(writeFact(fact('stay'), t, 'en', true)).toBe('7 to 10')
  })

  it('64.34 million people is shown as 64 million, 1.5 million as printed', () => {
    const millions = (value: number) => writeFact(fact('x', { value, unit: 'million-people' }), t, 'en')
    expect(millions(64.34)).toBe('64 million people')
    expect(millions(1.5)).toBe('1.5 million people')
  })

  it('a year stays a year: 2024, not 2,024', () => {
    expect(writeFact(fact('x', { value: 2024, unit: 'year' }), t, 'en')).toBe('2024')
    expect(writeFact(fact('x', { value: 2024, unit: 'year' }), t, 'en', true)).toBe('2024')
  })

  it('an age is told by its own message, which says years in English', () => {
    const age = (value: Fact['value']) => fact('x', { value, unit: 'years', thing: 'age' })
    expect(writeFact(age(62), t, 'en')).toBe('62 years')
    expect(writeFact(age({ low: 65.6, high: 66.7 }), t, 'en')).toBe('65.6 to 66.7 years')
    expect(writeFact(age({ low: 18, high: 60 }), t, 'en', true)).toBe('18 to 60')
    const keys = ((key: string, { text }: { text: string }) => `${text} ${key}`) as unknown as Translate
    expect(writeFact(age(62), keys, 'en')).toBe('62 numbers.counted.age')
  })

  it('8.7 in 100 is told in whole people: 9 in 100; 0.4 stays, so that some are not none', () => {
    expect(writeFact(fact('x', { value: 8.7, unit: 'in-100' }), t, 'en')).toBe('9 in 100')
    expect(writeFact(fact('x', { value: 0.4, unit: 'in-100' }), t, 'en')).toBe('0.4 in 100')
  })
})

describe('frequencies and group sizes', () => {
  const plain = { bound: 'about', asCounted: null, isScaledUp: false } as const

  it('counted people stay counted: 0 of 45 people', () => {
    expect(
      writeFrequency(
        { ...plain, count: 0, per: 100, asCounted: { events: 0, total: 45 } },
        t,
        'en',
        'people',
      ),
    ).toBe('0 of 45 people')
  })

  it('a bound says so: fewer than 1 person in 1,000', () => {
    expect(writeFrequency({ ...plain, count: 1, per: 1000, bound: 'fewer-than' }, t, 'en', 'people')).toBe(
      'fewer than 1 person in 1,000',
    )
    expect(writeFrequency({ ...plain, count: 999, per: 1000, bound: 'more-than' }, t, 'en', 'people')).toBe(
      'more than 999 in 1,000',
    )
  })

  it('tests and procedures are no people: 1 in 100, 0 of 45', () => {
    expect(writeFrequency({ ...plain, count: 1, per: 100 }, t, 'en', 'people')).toBe('1 person in 100')
    expect(writeFrequency({ ...plain, count: 1, per: 100 }, t, 'en', 'tests')).toBe('1 in 100')
    expect(
      writeFrequency(
        { ...plain, count: 0, per: 100, asCounted: { events: 0, total: 45 } },
        t,
        'en',
        'procedures',
      ),
    ).toBe('0 of 45')
  })

  it('the size of a group is what the source says, or unknown', () => {
    expect(groupSize({ value: { type: 'counts', events: 1, total: 20 } })).toBe(20)
    expect(groupSize({ value: { type: 'percent', value: 5, n: 30 } })).toBe(30)
    expect(groupSize({ value: { type: 'percent', value: 5 } })).toBeNull()
    expect(groupSize({ value: { type: 'finding', finding: 'better' } })).toBeNull()
  })
})
