import { EventEmitter } from 'node:events'
import type http from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { busyPage, makeArticleGate } from '@/lib/server/front/article-gate'

const request = {} as http.IncomingMessage
const makeResponse = () =>
  Object.assign(new EventEmitter(), { closed: false }) as unknown as http.ServerResponse

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('one text is read at a time, the next when the answer is out', async () => {
  const gate = makeArticleGate()
  const [first, second] = [makeResponse(), makeResponse()]
  expect(await gate.enter(request, first, 100)).toEqual({ isIn: true })
  const waiting = gate.enter(request, second, 100)
  let isIn = false
  void waiting.then(() => (isIn = true))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(isIn).toBe(false)
  first.emit('close')
  expect(await waiting).toEqual({ isIn: true })
  second.emit('close')
  expect(await gate.enter(request, makeResponse(), 100)).toEqual({ isIn: true })
})

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
  first.emit('close')
  expect(await waiting).toEqual({ isIn: true })
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
  const page = busyPage('/en/check-an-article', '\n</textarea><script>cure()</script> & “more”', 42)
  expect(page).toContain('Wait 42 seconds')
  expect(page).toContain('<form method="post" action="/en/check-an-article"')
  expect(page).toContain('\n\n&lt;/textarea&gt;&lt;script&gt;cure()&lt;/script&gt; &amp; “more”</textarea>')
  expect(page).not.toContain('<script>')
})
