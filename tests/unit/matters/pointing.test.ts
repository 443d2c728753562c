import { describe, expect, it } from 'vitest'
import { counts, pointersOf } from '@/lib/matters/pointing'

describe('counts', () => {
  it('"a lot" and "some" speak; a little, not sure and unanswered do not', () => {
    expect(counts('a-lot')).toBe(true)
    expect(counts('some')).toBe(true)
    for (const answer of ['a-little', 'not-sure', undefined] as const) expect(counts(answer)).toBe(false)
  })
})

describe('pointersOf', () => {
  const matters = [
    {
      id: 'longer',
      decisions: ['advanced', 'blocked'],
      towards: ['pump', 'transplant'],
      against: ['comfort-care'],
    },
    { id: 'home', decisions: ['advanced'], towards: ['comfort-care'], against: ['transplant'] },
    { id: 'stents', decisions: ['blocked'], towards: ['stent'], against: [] },
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

  it('leaves out matters of another decision; an unknown decision has no pointers', () => {
    expect(pointersOf(matters, 'blocked', ['stent', 'pump']).map(({ matter }) => matter)).toEqual([
      'longer',
      'stents',
    ])
    expect(pointersOf(matters, 'no-such', ['pump'])).toEqual([])
  })
})
