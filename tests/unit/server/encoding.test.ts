import { expect, test } from 'vitest'
import { chooseEncoding, isSameCopy } from '@/lib/server/front/encoding'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['brotli, gz', 'identity'],
  ['br;q=x', 'identity'],
])('Accept-Encoding: %s is answered with %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding)
})

test('a copy is the same by its tag, in a list, weakened by a proxy, or by *', () => {
  expect(isSameCopy('"a-br"', '"a-br"')).toBe(true)
  expect(isSameCopy('"b", W/"a-br"', '"a-br"')).toBe(true)
  expect(isSameCopy('*', '"a-br"')).toBe(true)
  expect(isSameCopy('"a-gzip"', '"a-br"')).toBe(false)
  expect(isSameCopy(undefined, '"a-br"')).toBe(false)
})
