import { expect, it } from 'vitest'
import { briefTitle } from '@/lib/sources/brief-title'

it('a title that fits stays as it is', () => {
  expect(briefTitle('Stem cells for heart failure')).toBe('Stem cells for heart failure')
})

it('a long title is cut after a whole word, without the comma before the cut', () => {
  expect(
    briefTitle('Randomised trial of bone-marrow cells in people with, or without, a weak and enlarged heart'),
  ).toBe('Randomised trial of bone-marrow cells in people with …')
})
