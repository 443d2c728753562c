import { EventEmitter, once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { busyArticlePage, makeArticleGate } from '@/lib/server/front/article-gate'
import { withFormPosts } from '@/lib/server/front/form-posts'

const request = {} as http.IncomingMessage
const makeResponse = () =>
  Object.assign(new EventEmitter(), { closed: false, end: () => {} }) as unknown as http.ServerResponse
const isIn = { isIn: true, endTurn: expect.any(Function) as () => void }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('one text is read at a time, the next when the answer is made, whether or not it is taken', async () => {
  const gate = makeArticleGate()
  const [first, second] = [makeResponse(), makeResponse()]
  expect(await gate.enter(request, first, 100)).toEqual(isIn)
  const waiting = gate.enter(request, second, 100)
  let isSecondIn = false
  void waiting.then(() => (isSecondIn = true))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isSecondIn).toBe(false)
  first.end('the answer')
  expect(await waiting).toEqual(isIn)
  second.end()
  expect(await gate.enter(request, makeResponse(), 100)).toEqual(isIn)
})

test('the turn ends once, when the thread has read the text', async () => {
  const gate = makeArticleGate()
  const first = makeResponse()
  const entered = await gate.enter(request, first, 100)
  const [second, third] = [0, 1].map(() => gate.enter(request, makeResponse(), 100))
  let isThirdIn = false
  void third?.then(() => (isThirdIn = true))
  await vi.advanceTimersByTimeAsync(0)
  if (entered.isIn) entered.endTurn()
  expect(await second).toEqual(isIn)
  if (entered.isIn) entered.endTurn()
  first.end()
  first.emit('close')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isThirdIn).toBe(false)
})

test('who leaves while the thread reads gives the turn back when the thread is done, and after 32 s at the latest', async () => {
  const gate = makeArticleGate()
  const gone = makeResponse()
  await gate.enter(request, gone, 100)
  gone.emit('close')
  const early = gate.enter(request, makeResponse(), 100)
  await vi.advanceTimersByTimeAsync(31_000)
  expect(await early).toEqual({ isIn: false, seconds: 10 })
  const waiting = gate.enter(request, makeResponse(), 100)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await waiting).toEqual(isIn)
})

test('a reader who takes the answer slowly or never holds nobody up', async () => {
  vi.useRealTimers()
  const large = Buffer.alloc(20_000_000, 'a')
  const server = http.createServer(withFormPosts((_, response) => void response.end(large)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  const slow = net.connect(port, '127.0.0.1').pause()
  slow.on('error', () => {})
  slow.write(
    'POST /en/check-an-article HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n' +
      'Content-Type: application/x-www-form-urlencoded\r\n\r\ntext=a',
  )
  await once(slow, 'connect')
  await vi.waitFor(async () => expect(await connections(server)).toBe(1))
  const answer = await fetch(`http://127.0.0.1:${port}/en/check-an-article`, {
    method: 'POST',
    body: new URLSearchParams({ text: 'b' }),
    signal: AbortSignal.timeout(30_000),
  })
  expect(answer.status).toBe(200)
  expect((await answer.arrayBuffer()).byteLength).toBe(large.length)
  expect(slow.bytesRead).toBeLessThan(large.length)
  slow.destroy()
  server.closeAllConnections()
  server.close()
})
const connections = (server: http.Server) =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))

test('the ninth that would wait is told at once, and who waits eight seconds is told then', async () => {
  const gate = makeArticleGate()
  await gate.enter(request, makeResponse(), 100)
  const waiting = Array.from({ length: 8 }, () => gate.enter(request, makeResponse(), 100))
  await vi.advanceTimersByTimeAsync(0)
  expect(await gate.enter(request, makeResponse(), 100)).toEqual({ isIn: false, seconds: 10 })
  await vi.advanceTimersByTimeAsync(8_000)
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 8 }, () => ({ isIn: false, seconds: 10 })))
})

test('no more than 800,000 characters wait together', async () => {
  const gate = makeArticleGate()
  await gate.enter(request, makeResponse(), 200_000)
  for (let turn = 0; turn < 4; turn++) void gate.enter(request, makeResponse(), 200_000)
  await vi.advanceTimersByTimeAsync(0)
  expect(await gate.enter(request, makeResponse(), 200_000)).toEqual({ isIn: false, seconds: 10 })
})

test('who leaves while waiting gives the place back', async () => {
  const gate = makeArticleGate()
  const [first, gone, third] = [makeResponse(), makeResponse(), makeResponse()]
  await gate.enter(request, first, 100)
  const left = gate.enter(request, gone, 100)
  const waiting = gate.enter(request, third, 100)
  await vi.advanceTimersByTimeAsync(0)
  gone.emit('close')
  expect((await left).isIn).toBe(false)
  first.end()
  expect(await waiting).toEqual(isIn)
})

test('who is over the limit for one address waits as long as the limit says', async () => {
  const asked: number[] = []
  const gate = makeArticleGate((_, characters) => {
    asked.push(characters)
    return Promise.resolve(42)
  })
  expect(await gate.enter(request, makeResponse(), 1_000)).toEqual({ isIn: false, seconds: 42 })
  expect(asked).toEqual([6_000])
})

test('the busy page gives the text back whole, as text', () => {
  const page = busyArticlePage('/en/check-an-article', '\n</textarea><script>cure()</script> & “more”', 42)
  expect(page).toContain('Wait 42 seconds')
  expect(page).toContain('<form method="post" action="/en/check-an-article"')
  expect(page).toContain('\n\n&lt;/textarea&gt;&lt;script&gt;cure()&lt;/script&gt; &amp; “more”</textarea>')
  expect(page).not.toContain('<script>')
})
