import { expect, it } from 'vitest'
import { changedAddress, squaresPath } from '@/lib/reviews/changed-address'

it('with a public address the whole address is known, with one slash between', () => {
  for (const url of ['https://lantern.example.org', 'https://lantern.example.org/'])
    expect(changedAddress('en', '2026-11-20.3fa2c1', url)).toEqual({
      path: '/en/changed/2026-11-20.3fa2c1',
      address: 'https://lantern.example.org/en/changed/2026-11-20.3fa2c1',
    })
})

it('without one only the path is known', () => {
  expect(changedAddress('en', '2026-11-20.3fa2c1', undefined)).toEqual({
    path: '/en/changed/2026-11-20.3fa2c1',
    address: null,
  })
})

it('each dark square is drawn once, at its column and row', () => {
  expect(
    squaresPath([
      [true, false],
      [false, true],
    ]),
  ).toBe('M0 0h1v1h-1zM1 1h1v1h-1z')
})
