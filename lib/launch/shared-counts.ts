/**
 * Counts of requests that all servers on one database share, in the table `rate_limit`. All windows of a kind (an hour,
 * a day) are counted by one statement: a create waits for the database twice, once to be counted and once to be stored.
 */
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Counts one request under a key and gives the seconds until it may come again; null: it may pass. */
export type Count = (key: string) => Promise<number | null>

/** At most `points` requests in `seconds`, counted from the first one. The name stands before the key in the table. */
export type Window = { name: string; points: number; seconds: number }

const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1_000))

/** Counts in the memory of this process only. */
export function countHere(windows: readonly Window[]): Count {
  const limiters = windows.map(
    ({ name, points, seconds }) => new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  )
  return async (key) => {
    for (const limiter of limiters) {
      try {
        await limiter.consume(key)
      } catch (refused) {
        // Anything else is a limiter that cannot count. People matter more than limits.
        if (refused instanceof RateLimiterRes) return secondsOf(refused.msBeforeNext)
      }
    }
    return null
  }
}

/** $1: keys, in the same order for every request, so that two at once never wait for each other. $2: now. $3: lengths. */
const countAll = `INSERT INTO rate_limit AS kept (key, points, expire)
  SELECT asked.key, 1, $2::bigint + asked.ms FROM unnest($1::text[], $3::bigint[]) AS asked (key, ms)
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN kept.expire <= $2 THEN 1 ELSE kept.points + 1 END,
    expire = CASE WHEN kept.expire <= $2 THEN EXCLUDED.expire ELSE kept.expire END
  RETURNING key, points, expire`

/** Counts in the database. While it is away each server counts for itself. */
export function countTogether(pool: Pool, windows: readonly Window[]): Count {
  const lengths = windows.map(({ seconds }) => seconds * 1_000)
  const alone = countHere(windows)
  // Who is over a limit is remembered here, so that asking on costs the database nothing, and counts nowhere.
  const over = new RateLimiterMemory({ keyPrefix: 'over', points: 1, duration: 1 })
  return async (key) => {
    const known = await over.get(key)
    if (known) return secondsOf(known.msBeforeNext)
    const keys = windows.map(({ name }) => `${name}:${key}`)
    const now = Date.now()
    try {
      const { rows } = await pool.query<{ key: string; points: number; expire: string }>(countAll, [
        keys,
        now,
        lengths,
      ])
      const waits = rows
        .filter((row) => row.points > (windows[keys.indexOf(row.key)]?.points ?? Infinity))
        .map(({ expire }) => secondsOf(Number(expire) - now))
      if (waits.length === 0) return null
      const seconds = Math.max(...waits)
      await over.block(key, seconds)
      return seconds
    } catch {
      return alone(key)
    }
  }
}
