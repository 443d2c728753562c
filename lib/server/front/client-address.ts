import type http from 'node:http'
import { isIP, isIPv4 } from 'node:net'

/** The eight groups of an IPv6 address; dotted ends are read as two groups. */
function groupsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [before = '', after] = hex.split('::')
  const read = (part: string) => (part ? part.split(':').map((group) => parseInt(group, 16)) : [])
  const start = read(before)
  if (after === undefined) return start
  const end = read(after)
  return [...start, ...Array<number>(8 - start.length - end.length).fill(0), ...end]
}

/**
 * What counts as one visitor for the limits: an IPv4 address, or the /64 of an IPv6 address, which is what a home or a
 * phone gets whole (RFC 6177). `1.2.3.4`, `::ffff:1.2.3.4` → "1.2.3.4"; `2001:db8::1` → "2001:db8:0:0". Null: no address.
 */
export function blockOf(address: string): string | null {
  const plain = address.trim().replace(/%.*$/, '')
  if (!isIP(plain)) return null
  if (isIPv4(plain)) return plain
  const groups = groupsOf(plain)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) {
    const [high = 0, low = 0] = groups.slice(6)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')
}

/**
 * The blocks that an address counts in, narrow to wide. Whoever rents a line often gets a /56 (65,536 times a /64 of his
 * own in a /48), so IPv6 is counted in these, too; how much more a wide one may ask is in lib/server/front/limits.ts.
 * `2001:db8:1:2ff::1` → ["2001:db8:1:2ff", "2001:db8:1:200/56", "2001:db8:1/48"]; an IPv4 address: itself only.
 */
export function widerBlocks(block: string): string[] {
  const groups = block.split(':').map((group) => parseInt(group, 16))
  if (groups.length !== 4 || !groups.every(Number.isInteger)) return [block]
  const write = (parts: readonly number[]) => parts.map((group) => group.toString(16)).join(':')
  const site = groups.slice(0, 3)
  return [block, `${write([...site, (groups[3] ?? 0) & 0xff00])}/56`, `${write(site)}/48`]
}

/**
 * The block a request comes from. With a trusted proxy (LANTERN_TRUST_PROXY=1) the last address of X-Forwarded-For, the
 * one that our own proxy wrote: anything before it came with the request and may be made up.
 */
export function clientBlock(request: http.IncomingMessage, trustsProxy: boolean): string {
  const peer = blockOf(request.socket.remoteAddress ?? '') ?? 'unknown'
  if (!trustsProxy) return peer
  const forwarded = [request.headers['x-forwarded-for'] ?? ''].flat().join(',')
  return blockOf(forwarded.split(',').at(-1) ?? '') ?? peer
}
