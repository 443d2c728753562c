import { expect, test } from 'vitest'
import { faultsOfSource, sourceOf } from '@/lib/desk/new-source'
import { Source } from '@/lib/sources/schema'

const typed = {
  id: 'Invented 2020',
  title: 'An invented trial',
  authors: 'Invented AB; Made C',
  others: 'yes',
  kind: 'randomised-trial',
  year: '2020',
  url: 'https://example.org/trial',
  readAs: 'primary',
  tier: 'A',
}

test('a study is a source as the schema has it: empty is null, read today, due in a year', () => {
  const made = sourceOf(typed, '2026-11-29')
  expect(Source.safeParse(made).error).toBeUndefined()
  expect(made).toMatchObject({
    id: 'invented-2020',
    authors: { people: ['Invented AB', 'Made C'], others: true },
    year: 2020,
    doi: null,
    people: null,
    status: 'current',
    nextReview: '2027-11-29',
  })
})

test('it is refused without a title, with a name that is taken, and with a year that is none', () => {
  const faults = (over: object, taken: string[] = []) =>
    faultsOfSource({ ...typed, ...over }, new Set(taken)).map(({ field, fault }) => `${field} ${fault}`)
  expect(faults({})).toEqual([])
  expect(faults({ title: ' ' })).toEqual(['title missing'])
  expect(faults({}, ['invented-2020'])).toEqual(['id taken'])
  expect(faults({ year: 'about 2020', kind: 'rumour' })).toEqual(['kind not-chosen', 'year number'])
})
