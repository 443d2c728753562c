import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countSignedPieces,
  hashPieces,
  piecesOf,
  reviewLines,
  stepContents,
  validFor,
  type SignOff,
} from '@/lib/reviews/reviews'
import { canonicalText } from '@/lib/texts/canonical-text'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const pieces = {
  'heart-failure/decisions/advanced': { words: 'A pump helps.', figures: [59] },
  'heart-failure/quiz': {},
}
const hashes = hashPieces(pieces, sha256)
const signOff = (id: string, content: string, hash: string | undefined, date = '2026-12-01'): SignOff => ({
  id,
  person: `Dr ${id}`,
  role: 'Cardiologist',
  interests: 'None',
  date,
  covers: [{ content, hash: hash ?? '' }],
})
const decision = 'heart-failure/decisions/advanced'

describe('the hash of a piece', () => {
  it('does not depend on the order of fields, and does on the order of a list', () => {
    expect(canonicalText({ b: 1, a: [2, 3] })).toBe(canonicalText({ a: [2, 3], b: 1 }))
    expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]))
  })

  it('a field without a value is the same as no field; null is not', () => {
    expect(canonicalText({ a: undefined })).toBe(canonicalText({}))
    expect(canonicalText({ a: null })).not.toBe(canonicalText({}))
  })

  it('two different values never have the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [x, y] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))] as unknown[]
        const isSame = canonicalText(x) === canonicalText(y)
        try {
          expect(x).toEqual(y)
          return isSame
        } catch {
          return !isSame
        }
      }),
    )
  })
})

describe('a sign-off', () => {
  it('counts while the piece has the hash it had when it was read', () => {
    expect(validFor(decision, hashes, [signOff('one', decision, hashes[decision])])).toHaveLength(1)
  })

  it('is void after one changed figure', () => {
    const changed = hashPieces({ ...pieces, [decision]: { words: 'A pump helps.', figures: [58] } }, sha256)
    expect(validFor(decision, changed, [signOff('one', decision, hashes[decision])])).toEqual([])
  })

  it('is counted once for a piece, however many signed it, and not when it is void', () => {
    const twice = [signOff('one', decision, hashes[decision]), signOff('two', decision, hashes[decision])]
    expect(countSignedPieces(hashes, twice)).toEqual({ signed: 1, pieces: 2 })
    expect(countSignedPieces(hashes, [signOff('one', decision, '0'.repeat(64))])).toEqual({
      signed: 0,
      pieces: 2,
    })
  })

  it('of one piece says nothing about another, nor about a piece that is gone', () => {
    const signed = [signOff('one', decision, hashes[decision])]
    expect(validFor('heart-failure/quiz', hashes, signed)).toEqual([])
    expect(validFor('gone', hashes, [signOff('one', 'gone', undefined)])).toEqual([])
  })
})

describe('the review line of a page', () => {
  const both = [decision, 'heart-failure/quiz']

  it('stands when every piece of the page is signed off, each person once, with the newest sign-off', () => {
    const signed = [
      signOff('old', decision, hashes[decision], '2026-12-01'),
      signOff('new', decision, hashes[decision], '2027-01-01'),
      signOff('quiz', 'heart-failure/quiz', hashes['heart-failure/quiz']),
    ]
    expect(reviewLines(both, hashes, signed).map(({ person }) => person)).toEqual(['Dr new', 'Dr quiz'])
  })

  it('needs every piece that lies below one of the page: one question of a decision is not the decision', () => {
    const below = hashPieces({ ...pieces, [`${decision}/live-longer`]: { figures: [41] } }, sha256)
    const top = signOff('one', decision, below[decision])
    const question = signOff('two', `${decision}/live-longer`, below[`${decision}/live-longer`])
    expect(reviewLines([decision], below, [top])).toEqual([])
    expect(reviewLines([decision], below, [top, question])).toHaveLength(2)
    expect(piecesOf('heart-failure/decisions/adv', below)).toEqual([])
  })

  it('is missing when one piece is not signed off, and with no sign-offs at all', () => {
    expect(reviewLines(both, hashes, [signOff('one', decision, hashes[decision])])).toEqual([])
    expect(reviewLines(both, hashes, [])).toEqual([])
  })

  it('the comparison of one decision needs that decision only; the summary needs all that it holds', () => {
    const ids = { options: ['a', 'b'], decisions: ['d'] }
    expect(stepContents('heart-failure', 'compare', ids)).toEqual(['heart-failure/decisions/d'])
    expect(stepContents('heart-failure', 'options', ids)).toEqual([
      'heart-failure/options/a',
      'heart-failure/options/b',
    ])
    expect(stepContents('heart-failure', 'summary', ids)).toContain('heart-failure/decisions/d')
  })
})
