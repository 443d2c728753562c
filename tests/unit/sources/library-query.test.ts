import { describe, expect, it } from 'vitest'
import { readLibraryQuery, searchWords, writeLibraryQuery } from '@/lib/sources/library-query'
import type { LibraryQuery } from '@/lib/sources/library-schema'

const read = (text: string, except: string[] = []) => readLibraryQuery(new URLSearchParams(text), except)

describe('a query of the library', () => {
  it('is read field by field; empty fields are left out', () => {
    expect(read('q=pump&condition=heart-failure&about=option:bypass&from=2001&to=&randomised=yes')).toEqual({
      q: 'pump',
      condition: 'heart-failure',
      about: 'option:bypass',
      from: 2001,
      randomised: 'yes',
    })
    expect(read('')).toEqual({})
  })

  it('with a misspelt field, a value that is not in the list, or the same field twice is refused', () => {
    for (const text of ['colour=red', 'kind=poem', 'tier=C', 'from=abc', 'q=a&q=b', 'randomised=no'])
      expect(read(text)).toBeNull()
  })

  it('an option without its illness is refused', () => {
    expect(read('about=option:bypass')).toBeNull()
  })

  it('a search text of 201 letters is refused', () => {
    expect(read(`q=${'a'.repeat(201)}`)).toBeNull()
  })

  it('other fields can be let pass', () => {
    expect(read('format=csv&tier=A', ['format'])).toEqual({ tier: 'A' })
  })

  it('written and read again is the same, and equal queries have equal addresses', () => {
    const query: LibraryQuery = { tier: 'B', q: 'heart & liver', from: 1999, status: 'retracted' }
    expect(read(writeLibraryQuery(query))).toEqual(query)
    expect(writeLibraryQuery({ q: 'a', tier: 'A' })).toBe(writeLibraryQuery({ tier: 'A', q: 'a' }))
    expect(writeLibraryQuery({})).toBe('')
  })

  it('search words are split at spaces, at most eight', () => {
    expect(searchWords('  left  ventricle ')).toEqual(['left', 'ventricle'])
    expect(searchWords('a b c d e f g h i j')).toHaveLength(8)
    expect(searchWords(undefined)).toEqual([])
  })
})
