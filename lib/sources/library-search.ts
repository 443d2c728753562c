/**
 * Searches the library in memory. The rows say what rests on which source; they are put together once per release,
 * so that a search costs no query that grows with the library.
 */
import { namesOf } from '@/lib/sources/citation'
import type { ExportedSource, LibraryQuery } from '@/lib/sources/library-schema'
import { searchWords } from '@/lib/sources/library-query'
import type { Source } from '@/lib/sources/schema'
import { Design } from '@/lib/numbers/schema'

type Owned = { conditionId: string; sourceId: string }

/** What the database holds about sources and what rests on them. `conditionId` null: shared by all conditions. */
export type LibraryRows = {
  /** In the order in which they are listed. */
  sources: readonly ExportedSource[]
  citations: readonly { conditionId: string | null; kind: string; ownerId: string; sourceId: string }[]
  facts: readonly { conditionId: string | null; sourceId: string }[]
  estimates: readonly (Owned & { id: string; optionId: string | null; design: string })[]
  options: readonly { conditionId: string; id: string; estimateIds: readonly string[] }[]
  cells: readonly { conditionId: string; optionId: string; estimateIds: readonly string[] }[]
  answers: readonly {
    conditionId: string
    productId: string
    sourceIds: readonly string[]
    estimateIds: readonly string[]
  }[]
  trials: readonly (Owned & {
    productId: string
    estimateIds: readonly string[]
    randomised: boolean
    blinded: boolean | null
  })[]
  running: readonly (Owned & { productId: string })[]
}

/** A source with everything that it can be found by. */
export type LibraryItem = {
  source: ExportedSource
  /** Lower case, one line for each field. */
  text: string
  /** Condition ids, and "shared" for what every condition shows. */
  conditions: Set<string>
  /** "heart-failure/option:bypass", "liver-failure/product:bone-marrow-cells". */
  abouts: Set<string>
  isRandomised: boolean
  isBlinded: boolean
}

const shared = 'shared'

/** Design names that say chance decided who was in which group, alone or in studies added together. */
const randomisedDesigns = new Set<string>(
  Design.options.filter((design) => /^(randomised-|pooled-randomised)/.test(design)),
)

function itemOf(source: ExportedSource): LibraryItem {
  const { title, authors, container, note, doi, pmid, nct, kind } = source
  return {
    source,
    text: [title, namesOf(authors), container, note, doi, pmid, nct].join('\n').toLowerCase(),
    conditions: new Set(),
    abouts: new Set(),
    isRandomised: kind === 'randomised-trial',
    isBlinded: false,
  }
}

/** Puts the library together, in the order of `rows.sources`. */
export function makeLibrary(rows: LibraryRows): LibraryItem[] {
  const items = new Map(rows.sources.map((source) => [source.id, itemOf(source)]))
  const sourceOfEstimate = new Map(rows.estimates.map(({ id, sourceId }) => [id, sourceId]))
  const onItem = (sourceId: string | undefined, change: (item: LibraryItem) => void) => {
    const item = sourceId === undefined ? undefined : items.get(sourceId)
    if (item) change(item)
  }
  const isOf = (about: string) => (item: LibraryItem) => void item.abouts.add(about)
  const shownBy = (about: string, estimateIds: readonly string[]) => {
    for (const id of estimateIds) onItem(sourceOfEstimate.get(id), isOf(about))
  }
  const option = (conditionId: string, id: string) => `${conditionId}/option:${id}`
  const product = (conditionId: string, id: string) => `${conditionId}/product:${id}`

  for (const { conditionId, sourceId } of [
    ...rows.citations,
    ...rows.facts,
    ...rows.estimates,
    ...rows.trials,
    ...rows.running,
  ])
    onItem(sourceId, (item) => item.conditions.add(conditionId ?? shared))
  for (const { conditionId, kind, ownerId, sourceId } of rows.citations)
    if (conditionId && (kind === 'option' || kind === 'product'))
      onItem(sourceId, isOf(`${conditionId}/${kind}:${ownerId}`))
  for (const { conditionId, optionId, design, sourceId } of rows.estimates)
    onItem(sourceId, (item) => {
      if (optionId) item.abouts.add(option(conditionId, optionId))
      if (randomisedDesigns.has(design)) item.isRandomised = true
      if (design === 'randomised-blinded') item.isBlinded = true
    })
  for (const { conditionId, id, estimateIds } of rows.options) shownBy(option(conditionId, id), estimateIds)
  for (const cell of rows.cells) shownBy(option(cell.conditionId, cell.optionId), cell.estimateIds)
  for (const answer of rows.answers) {
    const about = product(answer.conditionId, answer.productId)
    for (const sourceId of answer.sourceIds) onItem(sourceId, isOf(about))
    shownBy(about, answer.estimateIds)
  }
  for (const trial of rows.trials) {
    const about = product(trial.conditionId, trial.productId)
    shownBy(about, trial.estimateIds)
    onItem(trial.sourceId, (item) => {
      item.abouts.add(about)
      if (trial.randomised) item.isRandomised = true
      if (trial.blinded) item.isBlinded = true
    })
  }
  for (const { conditionId, productId, sourceId } of rows.running)
    onItem(sourceId, isOf(product(conditionId, productId)))
  return [...items.values()]
}

/**
 * The items that fit a query, in their order.
 * @param statusOf the status that pages show for a source: a check may have found it withdrawn
 */
export function findInLibrary(
  library: readonly LibraryItem[],
  query: LibraryQuery,
  statusOf: (source: ExportedSource) => Source['status'],
): LibraryItem[] {
  const words = searchWords(query.q).map((word) => ({
    text: word.toLowerCase(),
    year: /^\d{4}$/.test(word) ? Number(word) : null,
  }))
  const about = query.about && `${query.condition}/${query.about}`
  return library.filter((item) => {
    const { kind, tier, year } = item.source
    return (
      (!query.kind || kind === query.kind) &&
      (!query.tier || tier === query.tier) &&
      (!query.from || (year !== null && year >= query.from)) &&
      (!query.to || (year !== null && year <= query.to)) &&
      (!query.randomised || item.isRandomised) &&
      (!query.blinded || item.isBlinded) &&
      // What is shared by all conditions (rules, prices, harms) stands on this condition's pages too.
      (!query.condition || item.conditions.has(query.condition) || item.conditions.has(shared)) &&
      (!about || item.abouts.has(about)) &&
      (!query.status || statusOf(item.source) === query.status) &&
      words.every((word) => item.text.includes(word.text) || (word.year !== null && word.year === year))
    )
  })
}
