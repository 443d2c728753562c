import { describe, expect, it } from 'vitest'
import { barsOf, certaintyPhrase, verbOf } from '@/lib/numbers/certainty-phrase'

describe('certainty', () => {
  it.each([
    ['high', 'very', 4, 'will'],
    ['moderate', 'fairly', 3, 'probably'],
    ['low', 'not-very', 2, 'may'],
    ['very-low', 'not-at-all', 1, 'do-not-know'],
  ] as const)('%s is "%s", %i bars of 4, verb "%s"', (level, phrase, bars, verb) => {
    const shown = certaintyPhrase({ level, ratedBy: 'a-2020' })
    expect(shown).toEqual({ rated: true, level, phrase, bars, verb, ratedBy: 'a-2020' })
    expect([verbOf(level), barsOf(level)]).toEqual([verb, bars])
  })

  it('a figure nobody rated has no bars, no verb, and says why', () => {
    expect(certaintyPhrase({ notRated: 'rating-not-seen' })).toEqual({ rated: false, why: 'rating-not-seen' })
  })
})
