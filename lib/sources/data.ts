import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import {
  ExportedSource,
  LibraryEntry,
  LibraryReply,
  pageSize,
  type LibraryQuery,
} from '@/lib/sources/library-schema'
import { findInLibrary, makeLibrary, type LibraryItem } from '@/lib/sources/library-search'
import { Source, SourceKind } from '@/lib/sources/schema'
import { getRelease, keptPerRelease } from '@/lib/release/data'
import { listCheckedStatus } from '@/lib/watch/data'
import { worstStatus } from '@/lib/sources/worst-status'
import { listWords, listWordsAcross } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

/** Every source, in the order of sources.yaml: for the page that lists them all. */
export const listSources = once((): Promise<Source[]> => readSources({}))

/** The id of every source, in the order of sources.yaml. */
export async function listSourceIds(): Promise<string[]> {
  return (await db.source.findMany({ orderBy: { order: 'asc' }, select: { id: true } })).map(({ id }) => id)
}

const SureSource = z.looseObject({ source: z.string() })

/**
 * Every source that a page of a condition may name, by id, in the order of sources.yaml: what its own content and the
 * shared one rest on. The rest of the library, however large, is not read.
 */
export const listConditionSources = once(
  async (locale: Locale, conditionId: string): Promise<Map<string, Source>> => {
    const own = { conditionId }
    const ownOrShared = { OR: [own, { conditionId: null }] }
    const sourceOf = { select: { sourceId: true } } as const
    const [citations, facts, results, trials, running, answers, sure] = await Promise.all([
      db.citation.findMany({ where: ownOrShared, ...sourceOf }),
      db.fact.findMany({ where: ownOrShared, ...sourceOf }),
      db.result.findMany({ where: own, ...sourceOf }),
      db.trial.findMany({ where: own, ...sourceOf }),
      db.runningTrial.findMany({ where: own, ...sourceOf }),
      db.productAnswer.findMany({ where: own, select: { sourceIds: true } }),
      listWords(locale, 'shared', 'sure', SureSource),
    ])
    const ids = new Set([
      ...[citations, facts, results, trials, running].flat().map(({ sourceId }) => sourceId),
      ...answers.flatMap(({ sourceIds }) => sourceIds),
      ...[...sure.values()].map(({ source }) => source),
    ])
    const sources = await readSources({ id: { in: [...ids] } })
    return new Map(sources.map((source) => [source.id, source]))
  },
)

async function readSources(where: Prisma.SourceWhereInput): Promise<Source[]> {
  const [rows, checked] = await Promise.all([
    db.source.findMany({ where, orderBy: { order: 'asc' } }),
    listCheckedStatus(),
  ])
  return rows.map(({ order: _order, ...row }) => withCheckedStatus(Source.parse(row), checked))
}

/** The source with the graver of two statuses: the content's, and what the newest good checks found. */
const withCheckedStatus = (source: Source, checked: ReadonlyMap<string, Source['status']>): Source => ({
  ...source,
  status: worstStatus(source.status, checked.get(source.id)),
})

export const getSource = once(async (id: string): Promise<Source | null> => {
  const row = await db.source.findUnique({ where: { id } })
  if (!row) return null
  const { order: _order, ...rest } = row
  return withCheckedStatus(Source.parse(rest), await listCheckedStatus())
})

/** Source ids that things of one kind rest on, by the thing's id. `conditionId` null: shared content. */
export const listCitations = once(
  async (conditionId: string | null, kind: string): Promise<Map<string, string[]>> => {
    const rows = await db.citation.findMany({
      where: { conditionId, kind },
      orderBy: [{ ownerId: 'asc' }, { order: 'asc' }],
    })
    const byOwner = new Map<string, string[]>()
    for (const row of rows) byOwner.set(row.ownerId, [...(byOwner.get(row.ownerId) ?? []), row.sourceId])
    return byOwner
  },
)

/** Everything that sources can be found by. */
async function readLibrary(): Promise<LibraryItem[]> {
  const [sources, citations, facts, arms, options, cells, answers, trials, running] = await Promise.all([
    db.source.findMany({ orderBy: { order: 'asc' } }),
    db.citation.findMany(),
    db.fact.findMany({ select: { conditionId: true, sourceId: true } }),
    db.arm.findMany({
      select: {
        id: true,
        optionId: true,
        result: { select: { conditionId: true, sourceId: true, design: true } },
      },
    }),
    db.option.findMany(),
    db.cell.findMany({ select: { conditionId: true, optionId: true, estimateIds: true } }),
    db.productAnswer.findMany(),
    db.trial.findMany(),
    db.runningTrial.findMany(),
  ])
  const shown = sources.map((row) => ExportedSource.strip().parse(row))
  return makeLibrary({
    sources: shown,
    citations,
    facts,
    estimates: arms.map(({ result, ...arm }) => ({ ...arm, ...result })),
    options,
    cells,
    answers,
    trials,
    running,
  })
}

const keptLibrary = keptPerRelease(readLibrary)

/** The sources that fit a query, in the order of sources.yaml, with the status that pages show. */
async function findSources(query: LibraryQuery): Promise<{
  version: string
  found: LibraryItem[]
  statusOf: (source: ExportedSource) => Source['status']
}> {
  const [release, checked] = await Promise.all([getRelease(), listCheckedStatus()])
  const statusOf = (source: ExportedSource) => worstStatus(source.status, checked.get(source.id))
  return {
    version: release?.version ?? '',
    found: findInLibrary(await keptLibrary(), query, statusOf),
    statusOf,
  }
}

/** The sources that fit a query, from `offset` on, in the order of sources.yaml; `total` counts all that fit. */
export async function searchLibrary(query: LibraryQuery, offset: number): Promise<LibraryReply> {
  const { version, found, statusOf } = await findSources(query)
  const part = found.slice(offset, offset + pageSize)
  const end = offset + part.length
  return LibraryReply.parse({
    version,
    total: found.length,
    next: part.length > 0 && end < found.length ? end : null,
    sources: part.map(({ source }) => ({ ...LibraryEntry.strip().parse(source), status: statusOf(source) })),
  })
}

/** Every source that fits a query, as exports need it, in the order of sources.yaml. */
export async function listExported(query: LibraryQuery): Promise<ExportedSource[]> {
  return (await findSources(query)).found.map(({ source }) => source)
}

export type LibraryChoices = {
  conditions: { id: string; name: string; abouts: { value: string; name: string; isProduct: boolean }[] }[]
  kinds: z.infer<typeof SourceKind>[]
  years: { first: number; last: number }
}

const Named = z.object({ name: z.string() })

/** What the library can be narrowed to: only what it holds, in the fixed order of the site. */
export async function getLibraryChoices(locale: Locale): Promise<LibraryChoices> {
  const [conditions, kinds, years] = await Promise.all([
    db.condition.findMany({
      orderBy: { order: 'asc' },
      include: { options: { orderBy: { order: 'asc' } }, products: { orderBy: { order: 'asc' } } },
    }),
    db.source.groupBy({ by: ['kind'] }),
    db.source.aggregate({ _min: { year: true }, _max: { year: true } }),
  ])
  const names = await listWordsAcross(locale, 'condition', 'about', z.unknown())
  const translated = conditions.filter(({ id }) => names.has(id))
  const held = new Set(kinds.map((row) => row.kind))
  return {
    conditions: await Promise.all(
      translated.map(async ({ id, options, products }) => {
        const [about, optionNames, productNames] = await Promise.all([
          listWords(locale, id, 'condition', z.looseObject({ name: z.string().optional() })),
          listWords(locale, id, 'option', Named),
          listWords(locale, id, 'product', Named),
        ])
        const named = (kind: string, rows: { id: string }[], names: Map<string, { name: string }>) =>
          rows.map((row) => ({
            value: `${kind}:${row.id}`,
            name: names.get(row.id)?.name ?? row.id,
            isProduct: kind === 'product',
          }))
        return {
          id,
          name: about.get('about')?.name ?? id,
          abouts: [...named('option', options, optionNames), ...named('product', products, productNames)],
        }
      }),
    ),
    kinds: SourceKind.options.filter((kind) => held.has(kind)),
    years: { first: years._min.year ?? 1900, last: years._max.year ?? 2100 },
  }
}
