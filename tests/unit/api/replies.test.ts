import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { orUnavailable } from '@/app/api/replies'

/** What was logged. */
const lines: string[] = []
beforeEach(() => {
  lines.splice(0)
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line).trimEnd()) > 0)
})
afterEach(() => void vi.restoreAllMocks())

const answer = async (error: unknown) => {
  const response = await orUnavailable(() => Promise.reject(error as Error), { 'x-kept': '1' })
  expect(response.headers.get('x-kept')).toBe('1')
  return { status: response.status, body: await response.text(), again: response.headers.get('retry-after') }
}

test('a lost database is answered and logged as away, to be asked again', async () => {
  expect(await answer(new Error('Connection terminated unexpectedly'))).toEqual({
    status: 503,
    body: '{"code":"database-unavailable"}',
    again: '30',
  })
  expect(lines).toEqual([
    '{"level":"warn","event":"request.refused","code":"database-unavailable","why":"database"}',
  ])
})

test.each([new TypeError('secret of a patient'), z.string().safeParse(1).error])(
  'a mistake of ours is not called a lost database, and its words go nowhere: %#',
  async (error) => {
    expect(await answer(error)).toEqual({ status: 500, body: '{"code":"unexpected"}', again: null })
    expect(lines).toEqual(['{"level":"error","event":"request.refused","code":"unexpected"}'])
  },
)

test('after ten seconds nobody waits longer, and the log says why', async () => {
  vi.useFakeTimers()
  const asked = orUnavailable(() => new Promise<Response>(() => {}))
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await asked).status).toBe(503)
  expect(lines).toEqual([
    '{"level":"warn","event":"request.refused","code":"database-unavailable","why":"timeout"}',
  ])
  vi.useRealTimers()
})
