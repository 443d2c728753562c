import type http from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockOf, clientBlock, widerBlocks } from '@/lib/server/front/client-address'

const request = (peer: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: peer },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as http.IncomingMessage

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:0207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0'],
])('%s counts as %s', (address, block) => expect(blockOf(address)).toBe(block))

test.each(['', 'unknown', '192.0.2', '192.0.2.7:80', 'evil.example', '2001:db8', '"192.0.2.7"'])(
  '"%s" is no address',
  (address) => expect(blockOf(address)).toBeNull(),
)

test('addresses of one /64 count as one, of two as two, however they are written', () => {
  const group = fc.integer({ min: 0x1000, max: 0xffff })
  fc.assert(
    fc.property(
      fc.tuple(group, group, group, group),
      fc.tuple(group, group, group, group),
      fc.tuple(group, group, group, group),
      (net, one, two) => {
        const write = (groups: number[]) => groups.map((value) => value.toString(16)).join(':')
        expect(blockOf(write([...net, ...one]))).toBe(blockOf(write([...net, ...two]).toUpperCase()))
        expect(blockOf(write([...net, ...one]))).not.toBe(
          blockOf(write([net[0] ^ 1, ...net.slice(1), ...one])),
        )
      },
    ),
  )
})

test.each([
  ['192.0.2.7', ['192.0.2.7']],
  ['::ffff:192.0.2.7', ['192.0.2.7']],
  ['2001:db8:1:2ff::1', ['2001:db8:1:2ff', '2001:db8:1:200/56', '2001:db8:1/48']],
  ['2001:db8:1:2ab::1', ['2001:db8:1:2ab', '2001:db8:1:200/56', '2001:db8:1/48']],
  ['2001:db8::1', ['2001:db8:0:0', '2001:db8:0:0/56', '2001:db8:0/48']],
])('%s also counts in the wider blocks %s', (address, blocks) =>
  expect(widerBlocks(blockOf(address) ?? '')).toEqual(blocks),
)

test('who is no address counts as one', () => expect(widerBlocks('unknown')).toEqual(['unknown']))

test('X-Forwarded-For counts only behind our own proxy, and only what that proxy wrote last', () => {
  expect(clientBlock(request('192.0.2.1', '198.51.100.9'), false)).toBe('192.0.2.1')
  expect(clientBlock(request('192.0.2.1', '198.51.100.9'), true)).toBe('198.51.100.9')
  expect(clientBlock(request('192.0.2.1', '203.0.113.5, 198.51.100.9'), true)).toBe('198.51.100.9')
  expect(clientBlock(request('192.0.2.1', '198.51.100.9, nonsense'), true)).toBe('192.0.2.1')
  expect(clientBlock(request('192.0.2.1'), true)).toBe('192.0.2.1')
  expect(clientBlock(request(''), true)).toBe('unknown')
})
