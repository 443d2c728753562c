import { describe, expect, test } from 'vitest'
import { analyseArticle, examineArticle } from '@/lib/claims/analyse'
import { articlePatterns, signIds } from '@/tests/article-patterns'
import { MAX_ARTICLE_LENGTH } from '@/lib/claims/tokenise'
import { readPassages } from './passages'

const patterns = articlePatterns()
const signsIn = (text: string): string[] => analyseArticle(text, patterns).signs.map(({ id }) => id)
const claimsIn = (text: string): string[] => analyseArticle(text, patterns).claims.map(({ id }) => id)

/** Passages that nothing was learnt from: what the weights make of words that they have not seen. */
describe('passages in the manner of adverts', () => {
  const adverts = readPassages('adverts')

  test('every sign has at least one passage of its own', () => {
    const shown = new Set(adverts.flatMap(({ signs }) => signs))
    expect(signIds().filter((id) => !shown.has(id))).toEqual([])
  })

  test('at least 6 of 10 signs are found, counting those that are only possible', () => {
    const wanted = adverts.flatMap(({ text, signs }) => {
      const { signs: shown, possible } = analyseArticle(text, patterns)
      const found = new Set([...shown, ...possible].map(({ id }) => id))
      return signs.map((id) => found.has(id))
    })
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(0.6)
  })
})

describe('passages that inform: negated, quoted to criticise, biology, abstracts, leaflets, news', () => {
  test('at most 15 false signs stand in 100 of them', () => {
    const informing = readPassages('informing')
    const signs = informing.flatMap(({ text }) => signsIn(text))
    expect(signs.length / informing.length).toBeLessThanOrEqual(0.15)
  })
})

describe('claims in other words', () => {
  test.each(readPassages('claims').map((passage) => [passage.id, passage] as const))('%s', (_id, passage) => {
    expect(claimsIn(passage.text)).toEqual(expect.arrayContaining(passage.claims))
  })

  test('every claim has a passage of its own', () => {
    const shown = new Set(readPassages('claims').flatMap(({ claims }) => claims))
    expect(patterns.claims.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
  })

  test('a denied claim is not a claim', () => {
    expect(claimsIn('Stem cells do not cure heart failure.')).not.toContain('cure-wording')
    expect(claimsIn('No stem cell has ever become new heart muscle in a patient.')).not.toContain(
      'new-heart-muscle',
    )
  })

  test('a claim about the heart is not read into a text about the liver', () => {
    expect(claimsIn('Stem cells bring a ray of light to people with cirrhosis.')).toEqual(
      expect.not.arrayContaining(['glimmer-of-light']),
    )
  })
})

describe('what a span is', () => {
  const advert =
    'Hear from our patients. \u{1F600} Our “stem cells” are comple\u200btely safe — no side effects!'

  test('start and end cut exactly the passage out of the text as given', () => {
    const { signs } = analyseArticle(advert, patterns)
    expect(signs.length).toBeGreaterThan(0)
    for (const { spans } of signs)
      for (const span of spans) expect(advert.slice(span.start, span.end)).toBe(span.text)
  })

  test('spans of a sign are in order and do not overlap', () => {
    for (const { text } of readPassages('adverts'))
      for (const { spans } of analyseArticle(text, patterns).signs)
        spans.slice(1).forEach((span, at) => expect(span.start).toBeGreaterThan(spans[at]?.end ?? -1))
  })
})

describe('what the article does not say', () => {
  test('a bare advert says none of the eight things', () => {
    expect(analyseArticle('Our treatment is wonderful.', patterns).missing).toEqual([
      'numbers-treated',
      'comparison-group',
      'harms',
      'price',
      'which-cells',
      'regulator',
      'author',
      'date',
    ])
  })

  test('a full report lacks nothing', () => {
    const report =
      'Written by Dr A. Example. Published 3 May 2024. In a trial, 45 patients with heart failure received bone marrow ' +
      'cells and 44 a placebo. Side effects were fever and a rash. The FDA has not approved it. It cost 8,000 dollars.'
    expect(analyseArticle(report, patterns).missing).toEqual([])
  })
})

describe('the condition a text seems to be about', () => {
  test.each([
    ['Stem cells for cardiomyopathy and heart failure.', 'heart-failure'],
    ['Cirrhosis of the liver and hepatitis.', 'liver-failure'],
    ['Stem cells for sore knees.', null],
    ['The heart and the liver.', null],
  ])('%s', (text, condition) => {
    expect(analyseArticle(text, patterns).condition).toBe(condition)
  })
})

describe('the kind of text', () => {
  test.each([
    [
      'advert',
      'At our clinic we offer cutting-edge stem cells. Book a free consultation with our team today.',
    ],
    [
      'quiet',
      'The regulator warned patients about unproven stem cell clinics. There is no evidence that they work.',
    ],
    ['plain', 'Stem cells were given to him in spring.'],
  ])('%s', (kind, text) => {
    expect(examineArticle(text, patterns).kind).toBe(kind)
  })
})

describe('long texts', () => {
  test('200,001 characters are cut at the last space and the place is told', () => {
    const text = 'stem cells are safe. '.repeat(Math.ceil((MAX_ARTICLE_LENGTH + 1) / 21))
    const { cut, signs } = analyseArticle(text, patterns)
    expect(cut?.of).toBe(text.length)
    expect(cut?.at).toBeLessThanOrEqual(MAX_ARTICLE_LENGTH)
    expect(cut?.at).toBeGreaterThan(MAX_ARTICLE_LENGTH - 200)
    for (const { spans } of signs) for (const { end } of spans) expect(end).toBeLessThanOrEqual(cut?.at ?? 0)
  })

  test('a text of the full length is not cut', () => {
    expect(analyseArticle('a'.repeat(MAX_ARTICLE_LENGTH), patterns).cut).toBeNull()
  })
})
