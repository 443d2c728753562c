import 'server-only'
import { db } from '@/lib/db/client'
import { TooLateError, within } from '@/lib/db/within'
import { log } from '@/lib/log'

/** Whether `SELECT 1` comes back within `withinMs` milliseconds. Never throws. */
export async function isDatabaseAnswering(withinMs: number): Promise<boolean> {
  try {
    await within(withinMs, db.$queryRaw`SELECT 1`)
    return true
  } catch (error) {
    log('warn', 'health.not-ready', { why: error instanceof TooLateError ? 'timeout' : 'database' })
    return false
  }
}
