import { expect, test } from 'vitest'
import { blockOf, widerBlocks } from '@/lib/server/front/client-address'
import { countHere } from '@/lib/server/front/shared-counts'

const keysOf = (address: string) => widerBlocks(blockOf(address) ?? '')

/** How many of the requests from these addresses passed, with 10 a minute for one visitor. */
async function passed(addresses: readonly string[]): Promise<number> {
  const count = countHere([{ name: 'test', points: 10, seconds: 60 }])
  let through = 0
  for (const address of addresses) if ((await count(keysOf(address))) === null) through += 1
  return through
}

const times = (count: number, address: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => address(at))

test('one address, or one /64 whatever stands behind it, may ask 10 times', async () => {
  expect(await passed(times(50, () => '192.0.2.7'))).toBe(10)
  expect(await passed(times(50, (at) => `2001:db8:1:1::${at.toString(16)}`))).toBe(10)
})

test('a /56 with 256 networks of its own may ask 4 times as often, a /48 16 times, and no more', async () => {
  expect(await passed(times(256, (at) => `2001:db8:1:${at.toString(16)}::1`))).toBe(40)
  expect(await passed(times(2_000, (at) => `2001:db8:1:${(at * 32).toString(16)}::1`))).toBe(160)
})

test('a neighbour in the /56 is not charged for what one network was refused', async () => {
  const loud = times(500, () => '2001:db8:1:1::1')
  expect(await passed([...loud, ...times(10, () => '2001:db8:1:2::1')])).toBe(20)
})

test('IPv4 addresses are counted one by one', async () => {
  expect(await passed(times(200, (at) => `192.0.2.${at}`))).toBe(200)
})
