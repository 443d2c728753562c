import type { z } from 'zod'
import type { SourceStatus } from '@/lib/sources/schema'
import { isGraver } from '@/lib/sources/worst-status'
import type { FailedDetail, FoundDetail, TrialState } from '@/lib/watch/schema'

type Status = z.infer<typeof SourceStatus>

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
