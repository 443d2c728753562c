import { z } from 'zod'
import { Day, Id, SourceStatus } from '@/lib/sources/schema'

/** The places the watch asks. Retraction Watch is a file that somebody downloaded, not a host. */
export const AskedAt = z.enum(['crossref', 'retraction-watch', 'pubmed', 'trials-register'])
export type AskedAt = z.infer<typeof AskedAt>

/** ok: as before. changed: differs from what this place said last. failed: no answer we can use. */
export const CheckResult = z.enum(['ok', 'changed', 'failed'])
export type CheckResult = z.infer<typeof CheckResult>

/** The states of a trial that the content uses, and one that only the register can tell. */
export const TrialState = z.enum([
  'recruiting',
  'not-yet-recruiting',
  'active',
  'completed-no-results',
  'completed-with-results',
  'stopped',
  'unknown',
])
export type TrialState = z.infer<typeof TrialState>

/** What a good answer rests on. */
export const FoundDetail = z.enum([
  'nothing-found',
  'retraction',
  'withdrawal',
  'removal',
  'partial-retraction',
  'expression-of-concern',
  'correction',
  'reinstatement',
  'title-says-retracted',
  'state',
  /** The place says that its record is the one we read last time. */
  'not-modified',
])
export type FoundDetail = z.infer<typeof FoundDetail>

/** Why there is no answer we can use. */
export const FailedDetail = z.enum([
  'timeout',
  'no-connection',
  'redirect',
  'too-large',
  'too-many-requests',
  'server-error',
  'refused',
  'not-known-there',
  'wrong-format',
  'wrong-shape',
  'wrong-record',
  'unknown-value',
  /** Not asked: the place had failed several times in a row, or had told us to stay away. */
  'gave-up',
])
export type FailedDetail = z.infer<typeof FailedDetail>

/** An entity tag as HTTP writes it, and no longer than a hash needs. */
export const Etag = z.string().regex(/^(W\/)?"[A-Za-z0-9+/=_.:-]{1,100}"$/)

/** A DOI, a PubMed number or a ClinicalTrials.gov number: only these are ever asked about. */
export const About = z.string().regex(/^(10\.\d{4,9}\/\S{1,200}|\d{1,9}|NCT\d{8})$/)

/** One row of the log of questions. The database is written and read through this shape only. */
export const SourceCheck = z
  .strictObject({
    sourceId: Id,
    askedAt: AskedAt,
    about: About,
    at: z.date(),
    result: CheckResult,
    status: SourceStatus.nullable(),
    trialState: TrialState.nullable(),
    hasResults: z.boolean().nullable(),
    detail: z.union([FoundDetail, FailedDetail]),
    etag: Etag.nullable(),
  })
  .refine((check) => (check.result === 'failed') === FailedDetail.safeParse(check.detail).success, {
    message: 'a failed check has a failure code, a good one has not',
  })
  .refine((check) => check.result !== 'failed' || (check.status === null && check.trialState === null), {
    message: 'a failed check found nothing',
  })
export type SourceCheck = z.infer<typeof SourceCheck>

/** What the pages ask for: only what differs from "current", so that on most days it is nearly empty. */
export const LiveStatus = z.strictObject({
  /** The oldest of the last good answers of the places asked; null before the first watch. */
  checkedAt: z.iso.datetime().nullable(),
  sources: z.record(Id, SourceStatus.exclude(['current'])),
  /** Figures and facts that rest on a source that was withdrawn or warned about: "estimate:<id>", "fact:<id>". */
  figures: z.record(z.string(), SourceStatus.exclude(['current'])),
  /** Running trials whose state is no longer the one printed on the page, by registration number. */
  trials: z.record(z.string(), TrialState),
  /** What should have been checked again by a day that is past: "estimate:<id>", "claim:<condition>/<id>". */
  overdue: z.array(z.strictObject({ by: Day, of: z.array(z.string()) })),
})
export type LiveStatus = z.infer<typeof LiveStatus>
