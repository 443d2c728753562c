import 'server-only'
import { cache } from 'react'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/client'
import {
  ExportedSource,
  LibraryEntry,
  LibraryReply,
  pageSize,
  type LibraryQuery,
} from '@/lib/sources/library-schema'
import { findInLibrary, makeLibrary, type LibraryItem } from '@/lib/sources/library-search'
import { reviewLines, type ReviewLine } from '@/lib/reviews/reviews'
import { QualityItem } from '@/lib/quality/schema'
import { sharedQuestions } from '@/lib/places/other-findings'
import {
  Product,
  RegulatorAnswer,
  Source,
  SourceKind,
  StemCellWords,
  type ProductQuestion,
  type ProductStatus,
} from '@/lib/sources/schema'
import { groupRows, namedIn, placesOf, type Place } from '@/lib/places/source-places'
import { GlossaryWords, Review } from '@/lib/journey/schema'
import { getFigureBook, listFacts } from '@/lib/numbers/data'
import type { FigureBook } from '@/lib/numbers/schema'
import { getRelease, keptPerRelease } from '@/lib/release/data'
import { listCheckedStatus } from '@/lib/watch/data'
import { worstStatus } from '@/lib/sources/worst-status'
import { listWordRows, listWords } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

/** Every source, in the order of sources.yaml: for the page that lists them all. */
export const listSources = cache((): Promise<Source[]> => readSources({}))

/** The id of every source, in the order of sources.yaml. */
export async function listSourceIds(): Promise<string[]> {
  return (await db.source.findMany({ orderBy: { order: 'asc' }, select: { id: true } })).map(({ id }) => id)
}

const SureSource = z.looseObject({ source: z.string() })

/**
 * Every source that a page of a condition may name, by id, in the order of sources.yaml: what its own content and the
 * shared one rest on. The rest of the library, however large, is not read.
 */
export const listConditionSources = cache(
  async (locale: Locale, conditionId: string): Promise<Map<string, Source>> => {
    const own = { conditionId }
    const ownOrShared = { OR: [own, { conditionId: null }] }
    const sourceOf = { select: { sourceId: true } } as const
    const [citations, facts, estimates, trials, running, answers, sure] = await Promise.all([
      db.citation.findMany({ where: ownOrShared, ...sourceOf }),
      db.fact.findMany({ where: ownOrShared, ...sourceOf }),
      db.estimate.findMany({ where: own, ...sourceOf }),
      db.trial.findMany({ where: own, ...sourceOf }),
      db.runningTrial.findMany({ where: own, ...sourceOf }),
      db.productAnswer.findMany({ where: own, select: { sourceIds: true } }),
      listWords(locale, 'shared', 'sure', SureSource),
    ])
    const ids = new Set([
      ...[citations, facts, estimates, trials, running].flat().map(({ sourceId }) => sourceId),
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

export const getSource = cache(async (id: string): Promise<Source | null> => {
  const row = await db.source.findUnique({ where: { id } })
  if (!row) return null
  const { order: _order, ...rest } = row
  return withCheckedStatus(Source.parse(rest), await listCheckedStatus())
})

/** Source ids that things of one kind rest on, by the thing's id. `conditionId` null: shared content. */
export const listCitations = cache(
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

const Term = GlossaryWords.shape.terms.valueType
export type GlossaryTerm = z.infer<typeof Term> & { id: string }

async function readGlossary(locale: Locale, conditionIds: readonly string[]): Promise<GlossaryTerm[]> {
  const maps = await Promise.all(
    ['shared', ...conditionIds].map((scope) => listWords(locale, scope, 'glossary', Term)),
  )
  const terms = new Map<string, GlossaryTerm>()
  for (const map of maps) for (const [id, term] of map) if (!terms.has(id)) terms.set(id, { id, ...term })
  return [...terms.values()].sort((a, b) => a.term.localeCompare(b.term, locale))
}

const listWholeGlossary = keptPerRelease(async (locale: Locale) => {
  const conditions = await db.condition.findMany({ orderBy: { order: 'asc' }, select: { id: true } })
  return readGlossary(
    locale,
    conditions.map(({ id }) => id),
  )
})

/** Words explained: the condition's own and the shared ones, by term; all of them when no condition is given. */
export const listGlossary = cache((locale: Locale, conditionId: string | null): Promise<GlossaryTerm[]> =>
  conditionId ? readGlossary(locale, [conditionId]) : listWholeGlossary(locale),
)

const productWords = StemCellWords.shape.products.unwrap().valueType
const about = StemCellWords.pick({
  lead: true,
  gist: true,
  whyEarlyTrialsLookedBetter: true,
  trialPicture: true,
  errorPicture: true,
  guidelines: true,
  organQuestion: true,
}).required({ organQuestion: true })
const regulatorWords = StemCellWords.shape.regulators.unwrap().valueType
const Texts = z.array(z.string())

export type CellItem = { key: string; text: string[]; sources: string[] }
export type CellAnswer = {
  question: ProductQuestion
  status: ProductStatus
  estimates: string[]
  sources: string[]
  text: string[]
}
export type CellProduct = {
  id: string
  name: string
  whatItIs: string[]
  whatHappens: string[]
  sources: string[]
  answers: CellAnswer[]
  trials: (Product['trials'][number] & { text: string[] })[]
  running: (Product['running'][number] & { text: string })[]
}
export type RegulatorRow = z.infer<typeof RegulatorAnswer> & { place: string; text: string[] }
export type StemCellsView = {
  about: z.infer<typeof about>
  products: CellProduct[]
  regulators: RegulatorRow[]
  prices: CellItem[]
  harms: CellItem[]
  checks: CellItem[]
  questions: CellItem[]
  trialPicture: string[]
  errorPicture: string[]
}

async function listProducts(locale: Locale, conditionId: string): Promise<CellProduct[]> {
  const [rows, words, cited] = await Promise.all([
    db.product.findMany({
      where: { conditionId },
      orderBy: { order: 'asc' },
      include: {
        answers: { orderBy: { order: 'asc' } },
        trials: { orderBy: { order: 'asc' } },
        running: { orderBy: { order: 'asc' } },
      },
    }),
    listWords(locale, conditionId, 'product', productWords),
    listCitations(conditionId, 'product'),
  ])
  return rows.flatMap((row) => {
    const text = words.get(row.id)
    if (!text) return []
    const product = Product.parse({
      id: row.id,
      sources: cited.get(row.id) ?? [],
      answers: row.answers.map((a) => ({
        question: a.question,
        status: a.status,
        estimates: a.estimateIds,
        sources: a.sourceIds,
      })),
      trials: row.trials.map((t) => ({
        id: t.id,
        name: t.name,
        source: t.sourceId,
        randomised: t.randomised,
        sham: t.sham,
        blinded: t.blinded,
        people: t.people,
        mainAim: t.mainAim,
        estimates: t.estimateIds,
      })),
      running: row.running.map((t) => ({
        id: t.id,
        registration: t.registration,
        source: t.sourceId,
        people: t.people,
        state: t.state,
        checkedOn: t.checkedOn,
      })),
    })
    return [
      {
        id: row.id,
        name: text.name,
        whatItIs: text.whatItIs,
        whatHappens: text.whatHappens,
        sources: product.sources,
        answers: product.answers.map((a) => ({ ...a, text: text.answers[a.question] ?? [] })),
        trials: product.trials.map((trial) => ({ ...trial, text: text.trials[trial.id] ?? [] })),
        running: product.running.map((trial) => ({ ...trial, text: text.running[trial.id] ?? '' })),
      },
    ]
  })
}

/** Items of one kind, the condition's own first, then the shared ones. */
async function listItems(
  locale: Locale,
  conditionId: string,
  kind: 'prices' | 'harms' | 'checks' | 'questions',
): Promise<CellItem[]> {
  const out: CellItem[] = []
  for (const owner of [conditionId, null]) {
    const rows = await db.stemCellItem.findMany({
      where: { conditionId: owner, kind },
      orderBy: { order: 'asc' },
    })
    const words = await listWords(locale, owner ?? 'shared', kind, z.union([z.string(), Texts]))
    const cited = await listCitations(owner, kind)
    for (const row of rows) {
      const text = words.get(row.key)
      if (text !== undefined)
        out.push({
          key: row.key,
          text: typeof text === 'string' ? [text] : text,
          sources: cited.get(row.key) ?? [],
        })
    }
  }
  return out
}

async function listRegulators(locale: Locale, conditionId: string): Promise<RegulatorRow[]> {
  const out: RegulatorRow[] = []
  for (const owner of [conditionId, null]) {
    const rows = await db.regulatorAnswer.findMany({
      where: { conditionId: owner },
      orderBy: { order: 'asc' },
    })
    const words = await listWords(locale, owner ?? 'shared', 'regulator', regulatorWords)
    const cited = await listCitations(owner, 'regulator')
    for (const row of rows) {
      const text = words.get(row.id)
      const parsed = RegulatorAnswer.parse({
        id: row.id,
        country: row.country,
        answer: row.answer,
        date: row.date,
        sources: cited.get(row.id) ?? [],
      })
      if (text) out.push({ ...parsed, ...text })
    }
  }
  return out
}

/** Everything step 4 shows about cell products for one condition; null for an unknown condition. */
export async function getStemCells(locale: Locale, conditionId: string): Promise<StemCellsView | null> {
  const words = (await listWords(locale, conditionId, 'stem-cells', about)).get('about')
  if (!words) return null
  const pictures = await db.stemCellItem.findMany({
    where: { conditionId, kind: { in: ['trialPicture', 'errorPicture'] } },
  })
  const picture = (kind: string) => pictures.find((row) => row.kind === kind)?.estimateIds ?? []
  return {
    about: words,
    products: await listProducts(locale, conditionId),
    regulators: await listRegulators(locale, conditionId),
    prices: await listItems(locale, conditionId, 'prices'),
    harms: await listItems(locale, conditionId, 'harms'),
    checks: await listItems(locale, conditionId, 'checks'),
    questions: await listItems(locale, conditionId, 'questions'),
    trialPicture: picture('trialPicture'),
    errorPicture: picture('errorPicture'),
  }
}

/** Everything that sources can be found by. */
async function readLibrary(): Promise<LibraryItem[]> {
  const [sources, citations, facts, estimates, options, cells, answers, trials, running] = await Promise.all([
    db.source.findMany({ orderBy: { order: 'asc' } }),
    db.citation.findMany(),
    db.fact.findMany({ select: { conditionId: true, sourceId: true } }),
    db.estimate.findMany({
      select: { id: true, conditionId: true, sourceId: true, optionId: true, design: true },
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
    estimates,
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
  const held = new Set(kinds.map((row) => row.kind))
  return {
    conditions: await Promise.all(
      conditions.map(async ({ id, options, products }) => {
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

export type NamedPlace = Place & { name: string | null }

const nameFields: Record<string, string> = {
  section: 'title',
  situation: 'name',
  option: 'name',
  product: 'name',
  claim: 'claim',
  decision: 'name',
  glossary: 'term',
  page: 'title',
}
const Words = z.looseObject({
  outcomes: z.record(z.string(), z.looseObject({ question: z.string() })).optional(),
})

/** The name of a thing in its own words; null when it holds a figure, which a bare list cannot explain. */
function nameOf(value: unknown, file: string, sub: string | undefined): string | null {
  const words = Words.safeParse(value).data
  if (!words) return null
  const name = sub ? words.outcomes?.[sub]?.question : words[nameFields[file] ?? '']
  return typeof name === 'string' && !name.includes('{') ? name : null
}

/** Every row that says what rests on what, by the figure or source it names. */
async function readUses(locale: Locale) {
  const [
    conditions,
    facts,
    citations,
    cells,
    sections,
    options,
    answers,
    trials,
    running,
    pictures,
    questions,
  ] = await Promise.all([
    db.condition.findMany({ orderBy: { order: 'asc' }, select: { id: true } }),
    listFacts(),
    db.citation.findMany(),
    db.cell.findMany(),
    db.section.findMany(),
    db.option.findMany(),
    db.productAnswer.findMany(),
    db.trial.findMany(),
    db.runningTrial.findMany(),
    db.stemCellItem.findMany(),
    db.quizQuestion.findMany(),
  ])
  const conditionIds = conditions.map(({ id }) => id)
  const [books, words] = await Promise.all([
    Promise.all(conditionIds.map((id) => getFigureBook(locale, id))),
    Promise.all(
      ['shared', ...conditionIds].map(async (scope) =>
        (await listWordRows(locale, scope)).map((row) => ({ ...row, scope, named: namedIn(row.value) })),
      ),
    ),
  ])
  const estimates = Object.assign({}, ...books.map((book) => book.estimates)) as FigureBook['estimates']
  const mentions = words.flat()
  const byEstimate = <Row extends { estimateIds: string[] }>(rows: Row[]) =>
    groupRows(rows, (row) => row.estimateIds)
  const bySource = <Row extends { sourceId: string }>(rows: Row[]) => groupRows(rows, (row) => [row.sourceId])
  return {
    conditionIds,
    estimates,
    figures: groupRows(Object.values(estimates), (figure) => [figure.source]),
    facts: groupRows(facts, (fact) => [fact.source]),
    citations: bySource(citations),
    cells: byEstimate(cells),
    outcomes: groupRows(cells, (cell) => [outcomeKey(cell)]),
    sections: byEstimate(sections),
    sectionPages: new Map(
      sections.flatMap(({ conditionId, id, optIn, ownPage }) =>
        optIn || ownPage ? [[`${conditionId}/${id}`, optIn ? ('by-choice' as const) : ('own' as const)]] : [],
      ),
    ),
    options: byEstimate(options),
    pictures: byEstimate(pictures),
    questions: byEstimate(questions),
    products: {
      byEstimate: groupRows<{ conditionId: string; productId: string; estimateIds: string[] }>(
        [...answers, ...trials],
        (row) => row.estimateIds,
      ),
      bySource: groupRows<{ conditionId: string; productId: string; sources: string[] }>(
        [
          ...answers.map((row) => ({ ...row, sources: row.sourceIds })),
          ...[...trials, ...running].map((row) => ({ ...row, sources: [row.sourceId] })),
        ],
        (row) => row.sources,
      ),
    },
    mentionsOfFigure: groupRows(mentions, (row) => [...row.named.figures]),
    mentionsOfSource: groupRows(mentions, (row) => [...row.named.sources]),
    words: new Map(mentions.map((row) => [`${row.scope}/${row.file}/${row.key}`, row.value])),
  }
}

const outcomeKey = (cell: { conditionId: string; decisionId: string; outcomeId: string }) =>
  `${cell.conditionId}/${cell.decisionId}/${cell.outcomeId}`

const listUses = keptPerRelease(readUses)

/** What one source measured, where the site uses it, and the rows where it stands beside other sources. */
export async function getSourceUse(locale: Locale, sourceId: string) {
  const uses = await listUses(locale)
  const figures = uses.figures.get(sourceId) ?? []
  const facts = uses.facts.get(sourceId) ?? []
  const from = <Row>(groups: Map<string, Row[]>) => figures.flatMap(({ id }) => groups.get(id) ?? [])
  const cells = from(uses.cells)
  const places = placesOf(locale, {
    conditionIds: uses.conditionIds,
    citations: uses.citations.get(sourceId) ?? [],
    cells,
    sections: from(uses.sections),
    sectionPages: uses.sectionPages,
    options: from(uses.options),
    products: [...from(uses.products.byEstimate), ...(uses.products.bySource.get(sourceId) ?? [])],
    pictures: from(uses.pictures),
    questions: from(uses.questions),
    mentions: [
      ...[...figures, ...facts].flatMap(({ id }) => uses.mentionsOfFigure.get(id) ?? []),
      ...(uses.mentionsOfSource.get(sourceId) ?? []),
    ],
  })
  const rows = [...groupRows(cells, (cell) => [outcomeKey(cell)])].flatMap(([key, [cell]]) => {
    const estimateIds = uses.outcomes.get(key)?.flatMap((other) => other.estimateIds) ?? []
    return cell ? [{ ...cell, estimateIds }] : []
  })
  const named = (scope: string, file: string, key: string, sub?: string) =>
    nameOf(uses.words.get(`${scope}/${file}/${key}`), file, sub)
  return {
    figures,
    facts,
    places: places.map((place): NamedPlace => ({
      ...place,
      name:
        place.named && 'file' in place.named
          ? named(place.named.scope, place.named.file, place.named.key, place.named.sub)
          : null,
    })),
    shared: sharedQuestions(sourceId, rows, { estimates: uses.estimates, facts: {} }).map((shared) => ({
      ...shared,
      question:
        named(shared.conditionId, 'decision', shared.decisionId, shared.outcomeId) ?? shared.endpointTitle,
    })),
  }
}
export type SourceUse = Awaited<ReturnType<typeof getSourceUse>>

/** The items we hold ourselves against, in the order of quality.yaml. */
export async function listQuality(locale: Locale): Promise<QualityItem[]> {
  return [...(await listWords(locale, 'shared', 'quality', QualityItem)).values()]
}

/** The hash each piece of content has now, by content id ("heart-failure/decisions/advanced"). */
export const getContentHashes = cache(async (locale: Locale): Promise<Record<string, string>> => {
  return Object.fromEntries(await listWords(locale, 'content-hash', 'content-hash', z.string().length(64)))
})

/** Who signed off all of these pieces at the hash they have now; empty when any of them has no valid sign-off. */
export async function getReviewLines(locale: Locale, contents: readonly string[]): Promise<ReviewLine[]> {
  const rows = await db.review.findMany()
  if (!rows.length) return [] // as today: no need to look at hashes
  return reviewLines(contents, await getContentHashes(locale), z.array(Review).parse(rows))
}

export type ReviewPiece = { content: string; hash: string; reviews: ReviewLine[] }

/** Everything of a condition that can be signed off, with the hash it has now and who has signed it at that hash. */
export async function getReviewPieces(locale: Locale, conditionId: string): Promise<ReviewPiece[]> {
  const own = Object.entries(await getContentHashes(locale)).filter(([id]) =>
    id.startsWith(`${conditionId}/`),
  )
  return Promise.all(
    own.map(async ([content, hash]) => ({ content, hash, reviews: await getReviewLines(locale, [content]) })),
  )
}
