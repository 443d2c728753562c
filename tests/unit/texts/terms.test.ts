import { describe, expect, it } from 'vitest'
import { findTerms, stringsOf, termPattern } from '@/lib/texts/terms'

const pattern = termPattern([
  { id: 'ef', term: 'Ejection fraction', forms: ['EF', 'pumping figure'] },
  { id: 'hf', term: 'heart failure', forms: [] },
  { id: 'failure', term: 'failure', forms: [] },
  { id: 'beta', term: 'beta-blocker', forms: ['beta-blockers'] },
])
const found = (text: string) =>
  findTerms(text, pattern).map(({ id, start, end }) => [id, text.slice(start, end)])

describe('findTerms', () => {
  it('finds a term in any case, left to right', () => {
    expect(found('Heart failure lowers the ejection fraction.')).toEqual([
      ['hf', 'Heart failure'],
      ['ef', 'ejection fraction'],
    ])
  })

  it('takes the longest form, so that "heart failure" is not "failure"', () => {
    expect(found('heart failure and failure')).toEqual([
      ['hf', 'heart failure'],
      ['failure', 'failure'],
    ])
  })

  it('finds whole words only', () => {
    expect(found('failures, prefailure, my-failure, failure-free')).toEqual([])
    expect(found('beta-blockers')).toEqual([['beta', 'beta-blockers']])
  })

  it('a form of two letters is too short to look for', () => {
    expect(found('EF')).toEqual([])
  })

  it('finds Chinese words inside a sentence, of two characters too, the longest first', () => {
    const chinese = termPattern([
      { id: 'stent', term: '支架', forms: [] },
      { id: 'hf', term: '心力衰竭', forms: ['心衰'] },
      { id: 'failure', term: '衰竭', forms: [] },
      { id: 'bnp', term: 'BNP', forms: [] },
    ])
    const text = '慢性心力衰竭患者放支架前，要查BNP值；心衰加重时再查NT-proBNP。'
    expect(findTerms(text, chinese).map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
      ['hf', '心力衰竭'],
      ['stent', '支架'],
      ['bnp', 'BNP'],
      ['hf', '心衰'],
    ])
  })

  it('without terms there is nothing to find', () => {
    expect(findTerms('heart failure', termPattern([]))).toEqual([])
  })

  it('a form with a dot or bracket is looked for as it stands', () => {
    const odd = termPattern([{ id: 'x', term: 'St. John (wort)', forms: [] }])
    expect(findTerms('Take St. John (wort) now', odd)).toHaveLength(1)
    expect(findTerms('Take Stx John wort now', odd)).toEqual([])
  })
})

describe('stringsOf', () => {
  it('is every text at any depth, and nothing else', () => {
    expect(stringsOf({ a: 'one', b: ['two', { c: 'three', d: 4, e: null }] })).toEqual([
      'one',
      'two',
      'three',
    ])
  })
})
