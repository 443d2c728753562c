import { describe, expect, it } from 'vitest'
import { lintWords, ownText } from '@/lib/texts/lint'

const rulesOf = (text: string, names: string[] = []) => lintWords(text, names).map(({ rule }) => rule)

describe('lintWords', () => {
  it.each([
    'With the pump, {momentum-alive} were alive after {momentum-alive.time}.',
    'One in the group had a stroke.',
    'Chance can make a small trial look good.',
    'Talk with your team about the risk.',
    'The best time to ask is now.',
  ])('leaves alone: %s', (text) => {
    expect(rulesOf(text)).toEqual([])
  })

  it.each([
    ['In 2016, more were alive.', 'no digit in a sentence'],
    ['It took 7-10 days.', 'no digit in a sentence'],
    ['It helps one in five people.', 'no "1 in X"'],
    ['About one person in every ten has it.', 'no "1 in X"'],
    ['It halves the risk.', 'no lone relative change'],
    ['You are twice as likely to live.', 'no lone relative change'],
    ['The risk is thirty percent lower.', 'no lone relative change'],
    ['Eight per cent died.', 'no percent sign'],
    ['It rose by some %.', 'no percent sign'],
    ['A miracle for many.', 'no loaded word'],
    ['Unfortunately it did not help.', 'no loaded word'],
    ['You should choose surgery.', 'no telling people what to choose'],
    ['We recommend a pump.', 'no telling people what to choose'],
    ['Of these {Stich} died.', 'placeholder'],
  ])('%s breaks the rule: %s', (text, rule) => {
    expect(rulesOf(text)).toContain(rule)
  })

  it('a name on the list may hold its digit, and only that name', () => {
    expect(rulesOf('The HeartMate 3 is a pump.', ['HeartMate 3'])).toEqual([])
    expect(rulesOf('The HeartMate 2 is a pump.', ['HeartMate 3'])).toEqual(['no digit in a sentence'])
    expect(rulesOf('The HeartMate 3 lasts 5 years.', ['HeartMate 3'])).toEqual(['no digit in a sentence'])
  })

  it('digits inside a placeholder are no digits of the sentence', () => {
    expect(rulesOf('{sts-2025-alive-5-years} were alive.')).toEqual([])
  })

  it('says what was found and what to do', () => {
    expect(lintWords('In 2016 it was so.', [])[0]).toMatchObject({ found: '2016' })
    expect(lintWords('In 2016 it was so.', [])[0]?.fix).toContain('placeholder')
  })
})

describe('ownText', () => {
  it('is the sentence with a gap for each placeholder', () => {
    expect(ownText('With it {a.bad} and {fact:b}.')).toBe('With it   and  .')
  })
})
