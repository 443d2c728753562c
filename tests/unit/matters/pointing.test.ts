import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counts, inDecision, placeOf, pointersOf, pullOf, sidesOf } from '@/lib/matters/pointing'

describe('counts', () => {
  it('"a lot" and "some" speak; a little, not sure and unanswered do not', () => {
    expect(counts('a-lot')).toBe(true)
    expect(counts('some')).toBe(true)
    for (const answer of ['a-little', 'not-sure', undefined] as const) expect(counts(answer)).toBe(false)
  })
})

describe('sidesOf', () => {
  const home = { towards: ['comfort-care', 'tablets'], against: ['transplant'] }

  it('puts every option of the decision on one side, in its order; one that is in no list is not clear', () => {
    expect(sidesOf(home, ['tablets', 'comfort-care', 'pump', 'transplant'])).toEqual({
      towards: ['tablets', 'comfort-care'],
      against: ['transplant'],
      unclear: ['pump'],
    })
  })

  it('leaves out options that the decision does not have', () => {
    expect(sidesOf(home, ['pump'])).toEqual({ towards: [], against: [], unclear: ['pump'] })
  })
})

describe('pullOf', () => {
  it('"a lot" counts for more than "some"', () => {
    expect(pullOf(['a-lot'], ['some'])).toBe('towards')
    expect(pullOf(['some'], ['a-lot'])).toBe('against')
  })

  it('things are not added up: three that matter some do not outweigh one that matters a lot', () => {
    expect(pullOf(['some', 'some', 'some'], ['a-lot'])).toBe('against')
    expect(pullOf(['a-lot', 'a-lot'], ['a-lot'])).toBe('even')
  })

  it('is even when both sides matter the same', () => {
    expect(pullOf(['some'], ['some', 'a-little'])).toBe('even')
    expect(pullOf(['a-lot', 'some'], ['a-lot'])).toBe('even')
  })

  it('is nothing when all that counts speaks one way, or nothing counts', () => {
    expect(pullOf(['a-lot'], ['a-little', undefined])).toBeNull()
    expect(pullOf(['not-sure'], ['a-lot'])).toBeNull()
    expect(pullOf([], [])).toBeNull()
  })

  it('turned round, it pulls the other way', () => {
    const answers = fc.array(fc.constantFrom('a-lot', 'some', 'a-little', 'not-sure', undefined))
    const turned = { even: 'even', towards: 'against', against: 'towards' } as const
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const pull = pullOf(one, other)
        expect(pullOf(other, one)).toBe(pull && turned[pull])
      }),
    )
  })
})

describe('placeOf', () => {
  it('the picked three stand before what matters a lot, and that before what matters some', () => {
    const places = [
      placeOf('a-lot', true),
      placeOf('a-lot', false),
      placeOf('some', false),
      placeOf('a-little', false),
      placeOf(undefined, false),
    ]
    expect(places).toEqual([-1, 0, 1, 2, 2])
  })
})

describe('pointersOf', () => {
  const matters = [
    {
      id: 'longer',
      decisions: ['advanced', 'blocked'],
      towards: ['pump', 'transplant'],
      against: ['comfort-care'],
      notClear: ['blocked/transplant'],
    },
    { id: 'home', decisions: ['advanced'], towards: ['comfort-care'], against: ['transplant'], notClear: [] },
    { id: 'stents', decisions: ['blocked'], towards: ['stent'], against: [], notClear: [] },
  ]

  it('tells each option of the decision what speaks for it and against it, in the order of the matters', () => {
    expect(pointersOf(matters, 'advanced', ['comfort-care', 'pump', 'transplant'])).toEqual([
      { matter: 'longer', option: 'pump', direction: 'towards' },
      { matter: 'longer', option: 'transplant', direction: 'towards' },
      { matter: 'longer', option: 'comfort-care', direction: 'against' },
      { matter: 'home', option: 'comfort-care', direction: 'towards' },
      { matter: 'home', option: 'transplant', direction: 'against' },
    ])
  })

  it('leaves out options that the decision does not have', () => {
    expect(pointersOf(matters, 'advanced', ['pump']).map(({ option }) => option)).toEqual(['pump'])
  })

  it('says nothing of an option where its decision knows nothing clear, and still speaks in another', () => {
    expect(pointersOf(matters, 'blocked', ['pump', 'transplant']).map(({ option }) => option)).toEqual([
      'pump',
    ])
    const [longer] = matters
    if (!longer) throw new Error('no matter')
    expect(inDecision(longer, 'blocked').towards).toEqual(['pump'])
    expect(inDecision(longer, 'advanced')).toEqual(longer)
  })

  it('leaves out matters of another decision; an unknown decision has no pointers', () => {
    expect(pointersOf(matters, 'blocked', ['stent', 'pump']).map(({ matter }) => matter)).toEqual([
      'longer',
      'stents',
    ])
    expect(pointersOf(matters, 'no-such', ['pump'])).toEqual([])
  })
})
