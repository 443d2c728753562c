import 'server-only'
import { db } from '@/lib/db/client'
import { log } from '@/lib/log'

/** Whether `SELECT 1` comes back within `withinMs` milliseconds. Never throws. */
export async function isDatabaseAnswering(withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<'timeout'>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), withinMs)
  })
  const answer = db.$queryRaw`SELECT 1`.then(
    () => 'answered' as const,
    () => 'database' as const,
  )
  const outcome = await Promise.race([answer, tooLate])
  clearTimeout(timer)
  if (outcome === 'answered') return true
  log('warn', 'health.not-ready', { why: outcome })
  return false
}
