/**
 * Counts of requests that all servers on one database share, in the table `rate_limit`. All windows of a kind (an hour,
 * a day) are counted by one statement: a create waits for the database twice, once to be counted and once to be stored.
 */
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * Counts one request (or `points`) under each of the keys (narrow to wide: lib/server/front/client-address.ts) and gives the
 * seconds until it may come again; null: it may pass.
 */
export type Count = (keys: readonly string[], points?: number) => Promise<number | null>

/**
 * How many times the limit of one visitor a wider block may ask: the /56 of a home or a small practice, the /48 of a
 * hospital. Less than the 256 and 65,536 visitors it could hold, so that nobody gets more by renting more addresses;
 * more than one, so that neighbours do not pay for each other.
 */
export const ladder = [1, 4, 16] as const
const timesAt = (step: number) => ladder[Math.min(step, ladder.length - 1)] ?? 1

/** At most `points` requests in `seconds`, counted from the first one. The name stands before the key in the table. */
export type Window = { name: string; points: number; seconds: number }

const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1_000))

/** Counts in the memory of this process only. */
export function countHere(windows: readonly Window[]): Count {
  const limiters = ladder.map((times) =>
    windows.map(
      ({ name, points, seconds }) =>
        new RateLimiterMemory({ keyPrefix: name, points: points * times, duration: seconds }),
    ),
  )
  return async (keys, points = 1) => {
    // The narrow block first: what it is refused, its neighbours are not charged for.
    for (const [step, key] of keys.entries())
      for (const limiter of limiters[step] ?? []) {
        try {
          await limiter.consume(key, points)
        } catch (refused) {
          // Anything else is a limiter that cannot count. People matter more than limits.
          if (refused instanceof RateLimiterRes) return secondsOf(refused.msBeforeNext)
        }
      }
    return null
  }
}

/** $1: keys, narrow to wide and in the same order for every request, so that two at once never wait for each other. $2: now. $3: lengths. */
const countAll = `INSERT INTO rate_limit AS kept (key, points, expire)
  SELECT asked.key, 1, $2::bigint + asked.ms FROM unnest($1::text[], $3::bigint[]) AS asked (key, ms)
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN kept.expire <= $2 THEN 1 ELSE kept.points + 1 END,
    expire = CASE WHEN kept.expire <= $2 THEN EXCLUDED.expire ELSE kept.expire END
  RETURNING key, points, expire`

/** Counts in the database. While it is away each server counts for itself. */
export function countTogether(
  pool: Pool,
  windows: readonly Window[],
): (keys: readonly string[]) => Promise<number | null> {
  const alone = countHere(windows)
  // Who is over a limit is remembered here, so that asking on costs the database nothing, and counts nowhere.
  const over = new RateLimiterMemory({ keyPrefix: 'over', points: 1, duration: 1 })
  return async (keys) => {
    for (const key of keys) {
      const known = await over.get(key)
      if (known) return secondsOf(known.msBeforeNext)
    }
    const counted = keys.flatMap((key, step) =>
      windows.map(({ name, points, seconds }) => ({
        key,
        row: `${name}:${key}`,
        points: points * timesAt(step),
        ms: seconds * 1_000,
      })),
    )
    const now = Date.now()
    try {
      const { rows } = await pool.query<{ key: string; points: number; expire: string }>(countAll, [
        counted.map(({ row }) => row),
        now,
        counted.map(({ ms }) => ms),
      ])
      let longest: number | null = null
      for (const row of rows) {
        const asked = counted.find((one) => one.row === row.key)
        if (!asked || row.points <= asked.points) continue
        const seconds = secondsOf(Number(row.expire) - now)
        await over.block(asked.key, seconds)
        longest = Math.max(longest ?? 0, seconds)
      }
      return longest
    } catch {
      return alone(keys)
    }
  }
}
