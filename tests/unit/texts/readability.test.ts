import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countSyllables,
  readability,
  readabilityByBlock,
  splitSentences,
  splitWords,
} from '@/lib/texts/readability'

describe('sentences', () => {
  it.each<[string, number]>([
    ['The cat sat. The dog ran.', 2],
    ['No full stop at the end', 1],
    ['Ask Dr. Lee about it. She knows.', 2],
    ['Some pills, e.g. water pills, help. Take them.', 2],
    ['It fell by 3.5 points. That is small.', 2],
    ['Bring pills, notes, etc. Then ask.', 2],
    ['Bring pills, notes, etc. to the clinic.', 1],
    ['You may have hepatitis B. It can last for years.', 2],
    ['Hepatitis B. This is a virus.', 2],
    ['J. R. Smith wrote it. We read it.', 2],
    ['Does it help? No. We do not know why!', 3],
    ['See No. 5 on the list.', 1],
    ['Come at 9 a.m. Do not eat.', 2],
    ['The U.S. Food and Drug Administration said no.', 1],
    ['1. Ask your nurse.', 1],
    ['He said "stop." Then he left.', 2],
    ['It works (we think). Ask.', 2],
    ['Wait… then go.', 2],
    ['', 0],
    ['…', 0],
  ])('"%s" has %i', (text, count) => {
    expect(splitSentences(text)).toHaveLength(count)
  })

  it('keep every word, once and in order', () => {
    const word = fc.constantFrom(
      'Dr.',
      'the',
      'B.',
      'heart',
      'e.g.',
      'No.',
      '3.5',
      'It',
      'stops.',
      'why?',
      '(so).',
      'etc.',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (tokens) => {
        const text = tokens.join(' ')
        expect(splitSentences(text).flatMap(splitWords)).toEqual(splitWords(text))
      }),
    )
  })
})

describe('words and syllables', () => {
  it('"long-term", "don\'t" and "1,000" are one word each', () => {
    expect(splitWords("long-term don't 1,000")).toHaveLength(3)
  })

  it.each([
    ['heart', 1],
    ['failure', 2],
    ['medicine', 3],
    ['hospital', 3],
    ['66', 1],
  ])('%s has %i', (word, count) => {
    expect(countSyllables(word)).toBe(count)
  })
})

describe('scores', () => {
  it('"The cat sat on the mat." is grade -1.45 and ease 116.145 (6 words, 6 syllables)', () => {
    const { grade, ease, words, syllables, sentences } = readability(['The cat sat on the mat.'])
    expect({ words, syllables, sentences }).toEqual({ words: 6, syllables: 6, sentences: 1 })
    expect(grade).toBeCloseTo(-1.45, 2)
    expect(ease).toBeCloseTo(116.145, 3)
  })

  it('three list items without stops are three sentences, not one', () => {
    const items = ['Take your pills', 'Weigh yourself each day', 'Call if you gain weight']
    expect(readability(items).sentences).toBe(3)
    expect(readability(items).grade).toBeLessThan(readability([items.join(' ')]).grade)
  })

  it('the longest sentence is named with its number of words', () => {
    expect(readability(['Stop. Then ask your nurse. Go.']).longestSentence).toEqual({
      words: 4,
      text: 'Then ask your nurse.',
    })
  })

  it('defined terms are taken out as whole words, any case, with a plural s', () => {
    const text = ['Cardiomyopathies and a Cardiomyopathy make the heart weak. The ICD and ICDs can help.']
    const terms = ['cardiomyopathy', 'cardiomyopathies', 'ICD']
    const { words, grade } = readability(text, { definedTerms: terms })
    expect(words).toBe(10)
    expect(grade).toBeLessThan(readability(text).grade)
  })

  it('the longer of two terms goes first, and parts of words stay', () => {
    expect(readability(['Heart failure hurts.'], { definedTerms: ['heart', 'heart failure'] }).words).toBe(1)
    expect(readability(['Heartburn hurts.'], { definedTerms: ['heart'] }).words).toBe(2)
  })

  it('a term of special characters is plain text', () => {
    expect(readability(['Use C++ (maybe) now.'], { definedTerms: ['(maybe)'] }).words).toBe(3)
  })

  it('no words score grade 0 and ease 100', () => {
    expect(readability([])).toMatchObject({ grade: 0, ease: 100, words: 0, sentences: 0 })
    expect(readability(['Sepsis'], { definedTerms: ['sepsis'] })).toMatchObject({ words: 0, sentences: 0 })
  })

  it('block by block adds up to the whole', () => {
    const blocks = ['One day. Two days.', 'Three more days']
    const sum = readabilityByBlock(blocks).reduce((words, block) => words + block.words, 0)
    expect(sum).toBe(readability(blocks).words)
  })
})
