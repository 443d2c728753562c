import type { Pool } from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isSteady, startSweep } from '@/lib/server/front/sweep'

const minutes = (count: number) => count * 60_000
const days = (count: number) => minutes(count * 24 * 60)

describe('a clock is believed when it goes as fast as time', () => {
  const at = (wall: number, steady: number) => ({ wall, steady })
  test.each([
    ['the first look', null, at(0, 0), false],
    ['ten minutes in ten minutes', at(0, 0), at(minutes(10), minutes(10)), true],
    ['put right by half a minute', at(0, 0), at(minutes(10.5), minutes(10)), true],
    ['two days ahead', at(0, 0), at(days(2), minutes(10)), false],
    ['two days back', at(days(2), 0), at(0, minutes(10)), false],
    ['no answer', at(0, 0), at(NaN, minutes(10)), false],
  ])('%s', (_what, before, now, isBelieved) => expect(isSteady(before, now)).toBe(isBelieved))
})

describe('the sweep', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('deletes nothing on the word of a clock that jumped, until it has gone right for ten minutes', async () => {
    let jump = 0
    const asked: string[] = []
    const pool = {
      query: (query: string | { text: string }) => {
        const text = typeof query === 'string' ? query : query.text
        asked.push(text)
        if (text.startsWith('SELECT now()'))
          return Promise.resolve({ rows: [{ now: new Date(Date.now() + jump) }] })
        return Promise.resolve({ rows: [{ n: 4 }], rowCount: 0 })
      },
    } as unknown as Pool
    const swept: number[] = []
    const hasDeleted = () => {
      const found = asked.some((text) => text.startsWith('DELETE FROM "Share"'))
      asked.length = 0
      return found
    }
    const stop = startSweep(pool, ({ shares }) => swept.push(shares))
    await vi.advanceTimersByTimeAsync(10)
    expect(hasDeleted()).toBe(false) // the first look
    await vi.advanceTimersByTimeAsync(minutes(10))
    expect(hasDeleted()).toBe(true)
    jump = days(2)
    await vi.advanceTimersByTimeAsync(minutes(10))
    expect(hasDeleted()).toBe(false)
    jump = 0 // somebody put it right
    await vi.advanceTimersByTimeAsync(minutes(10))
    expect(hasDeleted()).toBe(false)
    await vi.advanceTimersByTimeAsync(minutes(10))
    expect(hasDeleted()).toBe(true)
    expect(swept).toEqual([4, 4, 4, 4, 4])
    stop()
    await vi.advanceTimersByTimeAsync(minutes(60))
    expect(asked).toEqual([])
  })

  test('sweeps every ten minutes, whatever was made or opened meanwhile', async () => {
    let sweeps = 0
    const pool = {
      query: (query: string | { text: string }) => {
        const text = typeof query === 'string' ? query : query.text
        if (text.startsWith('DELETE FROM "Share"')) sweeps += 1
        return Promise.resolve({ rows: [{ now: new Date(), n: 0 }], rowCount: 0 })
      },
    } as unknown as Pool
    const stop = startSweep(pool)
    await vi.advanceTimersByTimeAsync(minutes(60) + 10)
    stop()
    expect(sweeps).toBe(6)
  })
})
