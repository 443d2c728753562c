import type { SourceStatus } from '@/lib/sources/schema'
import type { z } from 'zod'

type Status = z.infer<typeof SourceStatus>

/** From harmless to grave: a page shows the gravest that anyone says. */
const gravity: Record<Status, number> = { current: 0, corrected: 1, concern: 2, retracted: 3 }

/** The graver of statuses; "current" for none. */
export function worstStatus(...statuses: readonly (Status | null | undefined)[]): Status {
  return statuses.reduce<Status>(
    (worst, status) => (status && gravity[status] > gravity[worst] ? status : worst),
    'current',
  )
}

export function isGraver(found: Status, than: Status): boolean {
  return gravity[found] > gravity[than]
}
