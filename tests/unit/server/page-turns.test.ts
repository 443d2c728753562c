import { EventEmitter } from 'node:events'
import type http from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getPostedFields, withPostedFields } from '@/lib/posted-fields'
import { withPageTurns } from '@/lib/server/front/page-turns'

type Visit = { url: string; response: http.ServerResponse & { status?: number; body?: string } }

const limits = { atOnce: 2, waitingOfOne: 3, waiting: 4, afterGoneMs: 1_000 }

/** Asks for a page from an address; `begun` holds the pages in the order in which Next was asked to make them. */
function makeVisits() {
  const begun: string[] = []
  const handler = withPageTurns((request) => void begun.push(request.url ?? ''), false, limits)
  const visit = (url: string, from = '192.0.2.1'): Visit => {
    const response = Object.assign(new EventEmitter(), {
      closed: false,
      writeHead(status: number) {
        Object.assign(response, { status })
      },
      end(body?: string) {
        Object.assign(response, { body })
      },
    }) as unknown as Visit['response']
    handler({ url, headers: {}, socket: { remoteAddress: from } } as http.IncomingMessage, response)
    return { url, response }
  }
  const leave = ({ response }: Visit) => {
    Object.assign(response, { closed: true })
    response.emit('close')
  }
  return { begun, visit, leave }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }))
afterEach(() => void vi.useRealTimers())

test('so many pages are in work at a time, the next begins when one is answered', async () => {
  const { begun, visit } = makeVisits()
  const [a, b] = [visit('/a'), visit('/b'), visit('/c'), visit('/d')]
  expect(begun).toEqual(['/a', '/b'])
  b.response.end('whole')
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['/a', '/b', '/c'])
  // The answer ends once: its line closes afterwards, and that frees no second place.
  b.response.emit('close')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(begun).toEqual(['/a', '/b', '/c'])
  a.response.end('whole')
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['/a', '/b', '/c', '/d'])
})

test('a place that is given on is not taken by one who comes later', async () => {
  const { begun, visit } = makeVisits()
  const [a] = [visit('/a'), visit('/b'), visit('/c')]
  a.response.end()
  visit('/late')
  expect(begun).toEqual(['/a', '/b'])
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['/a', '/b', '/c'])
})

test('addresses take turns, so that one who asks for much does not hold up the others', async () => {
  const { begun, visit } = makeVisits()
  const first = ['/1', '/2', '/3', '/4', '/5'].map((url) => visit(url))
  visit('/other', '198.51.100.9')
  first[0]?.response.end()
  first[1]?.response.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['/1', '/2', '/3', '/other'])
})

test('who comes when too many wait is told so, and the ones who wait keep their place', async () => {
  const { begun, visit } = makeVisits()
  const all = ['/1', '/2', '/3', '/4', '/5', '/6'].map((url) => visit(url))
  expect(all.map(({ response }) => response.status)).toEqual([...Array(5).fill(undefined), 503])
  expect(all[5]?.response.body).toContain('Too many pages are asked for at once')
  expect(visit('/en/x', '198.51.100.9').response.status).toBeUndefined() // the fourth who waits
  expect(visit('/en/y', '203.0.113.9').response.status).toBe(503) // too many together
  for (const { response } of all.slice(0, 5)) {
    response.end()
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(begun).toEqual(['/1', '/2', '/3', '/en/x', '/4', '/5'])
})

test('who leaves gives the place on: at once while waiting, within a second while the page is made', async () => {
  const { begun, visit, leave } = makeVisits()
  const [a, , c] = [visit('/a'), visit('/b'), visit('/c'), visit('/d')]
  leave(c as Visit)
  leave(a as Visit)
  await vi.advanceTimersByTimeAsync(999)
  expect(begun).toEqual(['/a', '/b'])
  await vi.advanceTimersByTimeAsync(10)
  expect(begun).toEqual(['/a', '/b', '/d'])
  // And the place of who left while waiting is free for another.
  expect(visit('/e').response.status).toBeUndefined()
})

test('who waited is answered with what they posted themselves, never with what another did', () => {
  const found: unknown[] = []
  const waiting: (() => void)[] = []
  const handler = withPageTurns(
    (request, response) => {
      found.push([request.url, getPostedFields()])
      waiting.push(() => response.end())
    },
    false,
    { ...limits, atOnce: 1 },
  )
  for (const word of ['one', 'two', 'three']) {
    const response = Object.assign(new EventEmitter(), { closed: false, writeHead() {}, end() {} })
    withPostedFields([['own', word]], () =>
      handler(
        { url: `/${word}`, headers: {}, socket: { remoteAddress: '192.0.2.1' } } as http.IncomingMessage,
        response as unknown as http.ServerResponse,
      ),
    )
  }
  // Each ends inside the request that is answered: what begins then must not take that one's fields over.
  for (const word of ['one', 'two', 'three'])
    withPostedFields([['own', word]], () => {
      waiting.shift()?.()
      vi.runAllTimers()
    })
  expect(found).toEqual(['one', 'two', 'three'].map((word) => [`/${word}`, [['own', word]]]))
})
