import { readCrossref } from '@/lib/watch/crossref'
import { readPubmed } from '@/lib/watch/pubmed'
import type { Question, Subject } from '@/lib/watch/questions'
import { SourceCheck, type AskedAt } from '@/lib/watch/schema'
import { failed, type Finding } from '@/lib/watch/finding'
import { isGraver } from '@/lib/sources/worst-status'
import { readTrialsRegister } from '@/lib/watch/trials-register'
import type { Reply } from '@/lib/watch/gateway'

/** The last good answer of a place about a source, as the log holds it. */
export type LastGood = Pick<SourceCheck, 'status' | 'trialState' | 'hasResults' | 'etag' | 'at'>
export const checkKey = (askedAt: AskedAt, { sourceId, about }: Subject) => `${askedAt} ${sourceId} ${about}`

export type WatchParts = {
  /** Last good answers, by `checkKey`. */
  lastGood: ReadonlyMap<string, LastGood>
  /** What the content itself says of a source: the first answer is compared with this. */
  contentStatus: ReadonlyMap<string, SourceCheck['status']>
  contentTrialState: ReadonlyMap<string, SourceCheck['trialState']>
  /** The instant to write beside an answer. */
  now: () => Date
  /** Stores rows; called after every question, so that an interruption loses one at the most. */
  save: (checks: SourceCheck[]) => Promise<void>
}

/** Turns a finding into a row. A finding that differs from what stood before is "changed". */
export function toCheck(
  askedAt: AskedAt,
  subject: Subject,
  finding: Finding,
  etag: string | null,
  parts: WatchParts,
): SourceCheck {
  const base = { ...subject, askedAt, at: parts.now() }
  if (!finding.ok)
    return SourceCheck.parse({
      ...base,
      result: 'failed',
      status: null,
      trialState: null,
      hasResults: null,
      detail: finding.detail,
      etag: null,
    })
  const before = parts.lastGood.get(checkKey(askedAt, subject))
  const state = finding.trial?.state ?? null
  const stateBefore = before ? before.trialState : (parts.contentTrialState.get(subject.about) ?? state)
  // Before its first answer a place has said nothing: only what is worse than our own content is news then.
  const isNews = before
    ? before.status !== finding.status
    : finding.status !== null &&
      isGraver(finding.status, parts.contentStatus.get(subject.sourceId) ?? 'current')
  return SourceCheck.parse({
    ...base,
    result: isNews || state !== stateBefore ? 'changed' : 'ok',
    status: finding.status,
    trialState: state,
    hasResults: finding.trial?.hasResults ?? null,
    detail: finding.detail,
    etag,
  })
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

/** What a body says about each number of a question. */
function findingsOf(question: Question, text: string): (about: string) => Finding {
  if (question.askedAt === 'pubmed') {
    const findings = readPubmed(text, [...new Set(question.subjects.map(({ about }) => about))])
    return (about) => findings.get(about) ?? failed('not-known-there')
  }
  const body = parseJson(text)
  if (!body.ok) return () => failed('wrong-format')
  const read = question.askedAt === 'crossref' ? readCrossref : readTrialsRegister
  return (about) => read(body.value, about)
}

/** The tag to send: the one that every subject's last good answer came with, if they agree. */
function etagOf(question: Question, parts: WatchParts): string | null {
  const tags = question.subjects.map(
    (subject) => parts.lastGood.get(checkKey(question.askedAt, subject))?.etag ?? null,
  )
  return tags.every((tag) => tag === tags[0]) ? (tags[0] ?? null) : null
}

function unchanged(askedAt: AskedAt, subject: Subject, parts: WatchParts): Finding {
  const before = parts.lastGood.get(checkKey(askedAt, subject))
  if (!before) return failed('wrong-format')
  return {
    ok: true,
    status: before.status,
    trial:
      before.trialState === null
        ? null
        : { state: before.trialState, hasResults: before.hasResults ?? false },
    detail: 'not-modified',
  }
}

/**
 * Asks every question of one place, one after the other, and stores what is found. A failed question stores only
 * that it failed: what was last known stays, with its date.
 */
export async function askAll(
  questions: readonly Question[],
  ask: (question: Question, etag: string | null) => Promise<Reply>,
  parts: WatchParts,
): Promise<SourceCheck[]> {
  const all: SourceCheck[] = []
  for (const question of questions) {
    const sent = etagOf(question, parts)
    const reply = await ask(question, sent)
    const findings = reply.kind === 'body' ? findingsOf(question, reply.text) : null
    // A tag for ten articles at once would have to be kept ten times: only single records use it.
    const isSingle = new Set(question.subjects.map(({ about }) => about)).size === 1
    const etag = !isSingle
      ? null
      : reply.kind === 'not-modified'
        ? sent
        : reply.kind === 'body'
          ? reply.etag
          : null
    const checks = question.subjects.map((subject) => {
      const finding = findings
        ? findings(subject.about)
        : reply.kind === 'failed'
          ? failed(reply.detail)
          : unchanged(question.askedAt, subject, parts)
      return toCheck(question.askedAt, subject, finding, etag, parts)
    })
    await parts.save(checks)
    all.push(...checks)
  }
  return all
}
