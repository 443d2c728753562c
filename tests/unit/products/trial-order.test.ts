import { expect, it } from 'vitest'
import { byCountry } from '@/lib/products/regulator-countries'
import { largestTrial, pretendTrials } from '@/lib/products/trial-order'

it('the largest trial is the one with the most people, the first of equals; none without a count', () => {
  const of = (...people: (number | null)[]) => largestTrial(people.map((n, id) => ({ id, people: n })))
  expect(of(30, 375, 100)).toEqual({ id: 1, people: 375 })
  expect(of(30, null, 30)).toEqual({ id: 0, people: 30 })
  expect(of(null)).toBeNull()
  expect(of()).toBeNull()
})

it('every trial with a pretend treatment is told, the largest first, whatever it found', () => {
  const trials = [
    { sham: true, people: 30, mainAim: 'met' },
    { sham: false, people: 900, mainAim: 'met' },
    { sham: true, people: null, mainAim: 'not-met' },
    { sham: true, people: 565, mainAim: 'not-met' },
  ]
  expect(pretendTrials(trials).map(({ people }) => people)).toEqual([565, 30, null])
})

it('no country stands twice: in the order of their names, the newest first inside each', () => {
  const rows = [
    { country: 'US', date: '2021-06-03' },
    { country: 'CN', date: '2015-07-20' },
    { country: 'EU', date: '2025-03' },
    { country: 'CN', date: '2026-05-01' },
    { country: 'EU', date: '2020' },
  ]
  expect(byCountry(rows, 'en').map(({ name, rows: said }) => [name, said.map(({ date }) => date)])).toEqual([
    ['China', ['2026-05-01', '2015-07-20']],
    ['European Union', ['2025-03', '2020']],
    ['United States', ['2021-06-03']],
  ])
})
