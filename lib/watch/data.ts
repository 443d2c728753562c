import 'server-only'
import type { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { groupOverdue } from '@/lib/reviews/freshness'
import { Source, SourceStatus } from '@/lib/sources/schema'
import type { Watched } from '@/lib/watch/questions'
import { checkKey, type LastGood } from '@/lib/watch/run-watch'
import { AskedAt, LiveStatus, SourceCheck, TrialState } from '@/lib/watch/schema'
import { isGraver, worstStatus } from '@/lib/sources/worst-status'

/** Adds rows to the log of checks. @throws when one has not the shape of a check: then none is stored */
export async function saveChecks(checks: readonly SourceCheck[]): Promise<void> {
  await db.sourceCheck.createMany({ data: checks.map((check) => SourceCheck.parse(check)) })
}

/** A row that is not in the closed lists (written by hand, or by another version) counts as not there. */
const readChecks = (rows: readonly unknown[]) => rows.flatMap((row) => SourceCheck.safeParse(row).data ?? [])

/** The newest good answer of each place about each source. */
export async function listLastGood(): Promise<SourceCheck[]> {
  return readChecks(
    await db.$queryRaw<unknown[]>`
    SELECT DISTINCT ON ("sourceId", "askedAt", "about")
      "sourceId", "askedAt", "about", "at", "result", "status", "trialState", "hasResults", "detail", "etag"
    FROM "SourceCheck" WHERE "result" IN ('ok', 'changed')
    ORDER BY "sourceId", "askedAt", "about", "at" DESC, "id" DESC`,
  )
}

const unwell = SourceStatus.exclude(['current']).options

/**
 * The newest good answers about the sources that any check ever called other than current, and about `others`.
 * Pages ask for these: unlike the whole log, they hardly grow with the library and with time.
 */
async function listTelling(others: readonly string[]): Promise<SourceCheck[]> {
  const rows = await db.sourceCheck.findMany({
    where: { status: { in: unwell } },
    select: { sourceId: true },
    distinct: ['sourceId'],
  })
  const ids = [...new Set([...rows.map(({ sourceId }) => sourceId), ...others])]
  if (ids.length === 0) return []
  return readChecks(
    await db.$queryRaw<unknown[]>`
    SELECT DISTINCT ON ("sourceId", "askedAt", "about")
      "sourceId", "askedAt", "about", "at", "result", "status", "trialState", "hasResults", "detail", "etag"
    FROM "SourceCheck" WHERE "result" IN ('ok', 'changed') AND "sourceId" = ANY(${ids})
    ORDER BY "sourceId", "askedAt", "about", "at" DESC, "id" DESC`,
  )
}

/** Last good answers in the form the watch compares with. */
export async function readLastGood(): Promise<Map<string, LastGood>> {
  return new Map((await listLastGood()).map((check) => [checkKey(check.askedAt, check), check]))
}

/** Everything the watch asks about, and what our content says of it. */
export async function listWatched(): Promise<{
  watched: Watched[]
  contentStatus: Map<string, SourceCheck['status']>
  contentTrialState: Map<string, SourceCheck['trialState']>
}> {
  const sources = await db.source.findMany({
    orderBy: { order: 'asc' },
    select: { id: true, doi: true, pmid: true, nct: true, status: true },
  })
  const running = await listRunning()
  return {
    watched: [
      ...sources,
      ...running.map(({ sourceId, nct }) => ({ id: sourceId, doi: null, pmid: null, nct })),
    ],
    contentStatus: new Map(sources.map(({ id, status }) => [id, SourceStatus.parse(status)])),
    contentTrialState: new Map(running.map(({ nct, state }) => [nct, state])),
  }
}

async function listRunning(): Promise<
  { sourceId: string; nct: string; state: z.infer<typeof TrialState> }[]
> {
  const rows = await db.runningTrial.findMany({ select: { sourceId: true, registration: true, state: true } })
  return rows
    .filter(({ registration }) => /^NCT\d{8}$/.test(registration))
    .map((row) => ({ sourceId: row.sourceId, nct: row.registration, state: TrialState.parse(row.state) }))
}

const Status = Source.shape.status

/** The status to show for each source that the last good checks call other than current. */
export const listCheckedStatus = once(async (): Promise<Map<string, z.infer<typeof Status>>> => {
  const statuses = new Map<string, z.infer<typeof Status>>()
  for (const { sourceId, status } of await listTelling([]))
    if (status && status !== 'current') statuses.set(sourceId, worstStatus(statuses.get(sourceId), status))
  return statuses
})

/** The day a claim is known by on the page: "claim:heart-failure/c1". */
const claimId = (claim: { conditionId: string; id: string }) => `${claim.conditionId}/${claim.id}`

/**
 * What is no longer as the pages were built: the graver of what the content says and what the newest good checks say.
 * @param today YYYY-MM-DD, for what is overdue
 * @throws when the database is away
 */
export async function getLiveStatus(today: string): Promise<LiveStatus> {
  const running = await listRunning()
  const checks = await listTelling(running.map(({ sourceId }) => sourceId))
  const sources = await db.source.findMany({
    where: {
      OR: [{ status: { in: unwell } }, { id: { in: [...new Set(checks.map(({ sourceId }) => sourceId))] } }],
    },
    select: { id: true, status: true },
  })
  const content = new Map(sources.map(({ id, status }) => [id, Status.parse(status)]))
  const shown = new Map(content)
  for (const { sourceId, status } of checks) {
    const before = shown.get(sourceId)
    if (before && status) shown.set(sourceId, worstStatus(before, status)) // a source that left the content is gone
  }
  const notCurrent = [...shown].flatMap(([id, status]) => (status === 'current' ? [] : [{ id, status }]))
  // Figures of a source that our content itself calls withdrawn tell of the withdrawal: they are marked by words.
  const news = notCurrent.filter(
    ({ id, status }) => status !== 'corrected' && isGraver(status, content.get(id) ?? 'current'),
  )
  const ids = news.map(({ id }) => id)
  const newStatus = new Map(news.map(({ id, status }) => [id, status]))
  const [arms, facts, reviewable, claims] = await Promise.all([
    db.arm.findMany({
      where: { result: { sourceId: { in: ids } } },
      select: { id: true, result: { select: { sourceId: true } } },
    }),
    db.fact.findMany({ where: { sourceId: { in: ids } }, select: { id: true, sourceId: true } }),
    listArmsToReview(today),
    db.claim.findMany({
      where: { nextReview: { lt: today } },
      select: { id: true, conditionId: true, nextReview: true },
    }),
  ])
  const figures = new Map<string, z.infer<typeof Status>>()
  for (const { id, result } of arms)
    figures.set(`estimate:${id}`, worstStatus(newStatus.get(result.sourceId)))
  for (const { id, sourceId } of facts) figures.set(`fact:${id}`, worstStatus(newStatus.get(sourceId)))
  const states = new Map(
    checks.flatMap(({ about, trialState }) => (trialState ? [[about, trialState] as const] : [])),
  )
  const moved = running.flatMap(({ nct, state }) => {
    const now = states.get(nct)
    return now && now !== state ? [[nct, now] as const] : []
  })
  return LiveStatus.parse({
    checkedAt: await readCheckedAt(),
    sources: Object.fromEntries(notCurrent.map(({ id, status }) => [id, status])),
    figures: Object.fromEntries(figures),
    trials: Object.fromEntries(moved),
    overdue: groupOverdue(
      [
        ...reviewable.map((estimate) => ({ kind: 'estimate' as const, ...estimate })),
        ...claims.map((claim) => ({
          kind: 'claim' as const,
          id: claimId(claim),
          nextReview: claim.nextReview,
        })),
      ],
      today,
    ),
  })
}

/** The arms that should have been looked at again before `today`: by their own day, else by that of their result. */
async function listArmsToReview(today: string): Promise<{ id: string; nextReview: string }[]> {
  const isBefore = { nextReview: { lt: today } }
  const rows = await db.arm.findMany({
    where: { OR: [isBefore, { nextReview: null, result: isBefore }] },
    select: { id: true, nextReview: true, result: { select: { nextReview: true } } },
  })
  return rows.map(({ id, nextReview, result }) => ({ id, nextReview: nextReview ?? result.nextReview }))
}

/** The oldest among the newest good answers of the places asked: one that has been silent for months shows. */
async function readCheckedAt(): Promise<string | null> {
  const newest = await Promise.all(
    AskedAt.options.map((askedAt) =>
      db.sourceCheck.findFirst({
        where: { askedAt, result: { in: ['ok', 'changed'] } },
        orderBy: { at: 'desc' },
        select: { at: true },
      }),
    ),
  )
  const oldest = newest.flatMap((row) => row?.at ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
  return oldest?.toISOString() ?? null
}
