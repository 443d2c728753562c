import { expect, it } from 'vitest'
import { signedNumber, writtenNumber } from '@/lib/texts/intl'

it.each([
  [20_700, 'en', '20,700'],
  [20_700, 'zh', '20,700'],
  // Four digits stand together in Spanish; a stop or a comma between thousands is a decimal sign to some of its readers.
  [6_000, 'es', '6000'],
  [20_700, 'es', '20\u00a0700'],
  [1_234_567.5, 'es', '1\u00a0234\u00a0567,5'],
] as const)('%d in %s is written %s', (value, locale, text) => {
  expect(writtenNumber(value, locale)).toBe(text)
})

it('keeps the sign of a difference', () => {
  expect(signedNumber(12_000, 'es')).toBe('+12\u00a0000')
  expect(signedNumber(0, 'es')).toBe('0')
})
