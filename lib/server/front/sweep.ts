/**
 * Deletes what has run out: shares, counts of the limits, salts of days gone by. Routes never show a share that has
 * ended, so this is about keeping nothing, not about hiding it. Several servers may sweep at once: each takes the rows
 * that no other holds.
 */
import type { Pool } from 'pg'
import { log } from '@/lib/log'

/** Time between two sweeps. Shares are gone from the tables well within the hour after their end. */
const everyMs = 10 * 60_000
/** After a sweep that failed. */
const againMs = 60_000
/** Rows deleted in one statement, so that none holds the table for long. */
const batch = 1_000

const deleteShares = `DELETE FROM "Share" WHERE "id" IN (
  SELECT "id" FROM "Share" WHERE "expiresAt" <= now() LIMIT ${batch} FOR UPDATE SKIP LOCKED)`

/** Milliseconds: far longer than any sweep should take. */
const patience = { query_timeout: 5 * 60_000 }

export type Swept = { deleted: number; shares: number }

/** The database's clock beside one that nobody sets (`performance.now()`), both in milliseconds. */
export type ClockLook = { wall: number; steady: number }

/** Milliseconds by which two clocks may differ between two looks: a slow answer, a clock that is put right in steps. */
const mostDrift = 60_000

/**
 * Whether the wall clock went as fast as time did between two looks. A clock that jumped (set by hand, or by a battery
 * that gave out) says that links have run out which people were told will work: nothing is deleted on its word.
 */
export function isSteady(before: ClockLook | null, now: ClockLook): boolean {
  if (!before) return false
  return Math.abs(now.wall - before.wall - (now.steady - before.steady)) <= mostDrift
}

async function lookAtClocks(pool: Pool): Promise<ClockLook> {
  const { rows } = await pool.query<{ now: Date }>('SELECT now() AS now')
  return { wall: rows[0]?.now.getTime() ?? NaN, steady: performance.now() }
}

/** One sweep: shares deleted, and how many are left. @throws when the database is away: the next sweep makes up for it */
export async function sweep(pool: Pool): Promise<Swept> {
  let deleted = 0
  for (;;) {
    const { rowCount } = await pool.query({ text: deleteShares, ...patience })
    deleted += rowCount ?? 0
    if ((rowCount ?? 0) < batch) break
  }
  await pool.query('DELETE FROM rate_limit WHERE expire <= $1', [Date.now()])
  await pool.query('DELETE FROM rate_salt WHERE day < $1', [new Date().toISOString().slice(0, 10)])
  // A deleted row stays in its file until a vacuum. A server does that by itself, the embedded database does not.
  await pool.query({ text: 'VACUUM (SKIP_LOCKED) "Share", rate_limit, rate_salt', ...patience })
  return { deleted, shares: await countShares(pool) }
}

async function countShares(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM "Share"')
  return rows[0]?.n ?? 0
}

/**
 * Sweeps every ten minutes until the returned function is called; the first time ten minutes from now, because a clock is
 * believed at the second look only. Logs counts only.
 */
export function startSweep(pool: Pool, onSwept?: (swept: Swept) => void): () => void {
  let timer: NodeJS.Timeout
  let isOver = false
  let before: ClockLook | null = null
  const look = async (): Promise<number> => {
    const now = await lookAtClocks(pool)
    const isBelieved = isSteady(before, now)
    if (before && !isBelieved) log('warn', 'share.clock-jumped')
    before = now
    const swept = isBelieved ? await sweep(pool) : { deleted: 0, shares: await countShares(pool) }
    if (swept.deleted > 0) log('info', 'share.expired-deleted', { count: swept.deleted })
    onSwept?.(swept)
    return everyMs
  }
  const once = (): Promise<void> =>
    look()
      .catch(() => {
        log('warn', 'share.sweep-failed', { why: 'database' })
        return againMs
      })
      .then((waitMs) => {
        if (!isOver) timer = setTimeout(() => void once(), waitMs).unref()
      })
  void once()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
