import { z } from 'zod'
import type { TrialState } from '@/lib/watch/schema'
import { failed, type Finding } from '@/lib/watch/finding'

/**
 * The parts of a ClinicalTrials.gov record (API v2) that tell how far a trial is. The values of `overallStatus` are
 * the ones the API's own list of fields allows; read in a copy of that list, 2026-11-20.
 */
const states: Record<string, TrialState> = {
  NOT_YET_RECRUITING: 'not-yet-recruiting',
  RECRUITING: 'recruiting',
  ENROLLING_BY_INVITATION: 'active', // not open to who asks
  ACTIVE_NOT_RECRUITING: 'active',
  COMPLETED: 'completed-no-results',
  SUSPENDED: 'stopped',
  TERMINATED: 'stopped',
  WITHDRAWN: 'stopped',
  UNKNOWN: 'unknown',
  WITHHELD: 'unknown',
}

/** States of expanded access, which is no trial: the number we hold cannot mean these. */
const notTrials = new Set([
  'AVAILABLE',
  'NO_LONGER_AVAILABLE',
  'TEMPORARILY_NOT_AVAILABLE',
  'APPROVED_FOR_MARKETING',
])

const Study = z.object({
  protocolSection: z.object({
    identificationModule: z.object({ nctId: z.string().max(20) }),
    statusModule: z.object({
      overallStatus: z.string().max(60),
      lastUpdatePostDateStruct: z.object({ date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/) }).optional(),
    }),
  }),
  hasResults: z.boolean(),
})

/** How far the register says trial `nct` is. It never says whether a paper still stands: `status` is null. */
export function readTrialsRegister(body: unknown, nct: string): Finding {
  const parsed = Study.safeParse(body)
  if (!parsed.success) return failed('wrong-shape')
  const { protocolSection, hasResults } = parsed.data
  if (protocolSection.identificationModule.nctId !== nct) return failed('wrong-record')
  const { overallStatus } = protocolSection.statusModule
  const state = Object.hasOwn(states, overallStatus) ? states[overallStatus] : undefined
  if (!state) return failed(notTrials.has(overallStatus) ? 'wrong-record' : 'unknown-value')
  const isDone = state === 'completed-no-results' && hasResults
  return {
    ok: true,
    status: null,
    trial: { state: isDone ? 'completed-with-results' : state, hasResults },
    detail: 'state',
  }
}
