import { describe, expect, it } from 'vitest'
import { optionGroups } from '@/lib/journey/option-groups'

const option = (id: string, purpose: string) => ({ id, purpose })

describe('groups of options', () => {
  it('stand by their first option, and keep the order of the list in each', () => {
    const options = [option('a', 'x'), option('b', 'y'), option('c', 'x'), option('d', 'z'), option('e', 'y')]
    expect(
      optionGroups(options).map(({ purpose, options: own }) => [purpose, own.map(({ id }) => id)]),
    ).toEqual([
      ['x', ['a', 'c']],
      ['y', ['b', 'e']],
      ['z', ['d']],
    ])
  })

  it('leave no option out and name none twice', () => {
    const options = ['p', 'q', 'p', 'r', 'q'].map((purpose, at) => option(String(at), purpose))
    const told = optionGroups(options).flatMap(({ options: own }) => own.map(({ id }) => id))
    expect(told.toSorted()).toEqual(['0', '1', '2', '3', '4'])
  })
})
