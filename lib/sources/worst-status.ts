import type { SourceStatus } from '@/lib/sources/schema'
import type { z } from 'zod'
import type { FailedDetail, FoundDetail, TrialState } from '@/lib/watch/schema'

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

/** What one place says about one record, already turned into our own words. */
export type Finding =
  | {
      ok: true
      status: Status | null
      trial: { state: TrialState; hasResults: boolean } | null
      detail: FoundDetail
    }
  | { ok: false; detail: FailedDetail }

export const failed = (detail: FailedDetail): Finding => ({ ok: false, detail })
export const found = (status: Status, detail: FoundDetail): Finding => ({
  ok: true,
  status,
  trial: null,
  detail,
})

/** The gravest of several notices about one record; "nothing found" for none. */
export function worstNotice(notices: readonly { status: Status; detail: FoundDetail }[]): Finding {
  const worst = notices.reduce<{ status: Status; detail: FoundDetail }>(
    (held, notice) => (isGraver(notice.status, held.status) ? notice : held),
    { status: 'current', detail: 'nothing-found' },
  )
  return found(worst.status, worst.detail)
}
