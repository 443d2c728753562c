import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { listConditions } from '@/lib/journey/data'
import { getFigureBook, listFacts } from '@/lib/numbers/data'
import type { FigureBook } from '@/lib/numbers/schema'
import { sharedQuestions } from '@/lib/places/other-findings'
import { groupRows, namedIn, placesOf, type Place } from '@/lib/places/source-places'
import { keptPerRelease } from '@/lib/release/data'
import { listWordRows } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

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
  const conditionIds = (await listConditions(locale)).map(({ id }) => id)
  /** What is not translated is on no page of this language. */
  const within = <Row extends { conditionId: string | null }>(rows: Row[]) =>
    rows.filter(({ conditionId }) => conditionId === null || conditionIds.includes(conditionId))
  const [facts, citations, cells, sections, options, answers, trials, running, pictures, questions] =
    await Promise.all([
      listFacts(),
      db.citation.findMany().then(within),
      db.cell.findMany().then(within),
      db.section.findMany().then(within),
      db.option.findMany().then(within),
      db.productAnswer.findMany().then(within),
      db.trial.findMany().then(within),
      db.runningTrial.findMany().then(within),
      db.stemCellItem.findMany().then(within),
      db.quizQuestion.findMany().then(within),
    ])
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
    sectionsByChoice: new Set(
      sections.flatMap(({ conditionId, id, optIn }) => (optIn ? [`${conditionId}/${id}`] : [])),
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
    sectionsByChoice: uses.sectionsByChoice,
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
