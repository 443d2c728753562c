import { stepHref, steps, type StepId } from '@/lib/journey/steps'

/** Parts of a page whose name is an interface word. */
export type PartName =
  'emergency' | 'prices' | 'harms' | 'checks' | 'questions' | 'regulators' | 'trialPicture' | 'early'

/** A place on the site that rests on a source. */
export type Place = {
  href: string
  /** null: not part of a journey (the glossary, a page about the site). */
  conditionId: string | null
  step: StepId | 'glossary' | 'page'
  /** What stands there: an interface word, or the thing whose own words give its name. */
  named: { part: PartName } | { scope: string; file: string; key: string; sub?: string } | null
}

/** What names a source, or a figure of it, by kind of thing. Ids as in the database. */
export type UseRows = {
  conditionIds: readonly string[]
  citations: readonly { conditionId: string | null; kind: string; ownerId: string }[]
  cells: readonly { conditionId: string; decisionId: string; outcomeId: string }[]
  sections: readonly { conditionId: string; id: string }[]
  options: readonly { conditionId: string; id: string }[]
  /** Products with an answer, a finished or a running trial that rests on it. */
  products: readonly { conditionId: string; productId: string }[]
  pictures: readonly { conditionId: string | null; kind: string }[]
  questions: readonly { conditionId: string; id: string }[]
  /** Rows of words whose sentences hold a figure of it, or which name it. */
  mentions: readonly { scope: string; file: string; key: string }[]
}

type Spot = { step: StepId; anchor: string; named: Place['named'] }

const cellParts: Record<string, PartName> = {
  prices: 'prices',
  harms: 'harms',
  checks: 'checks',
  questions: 'questions',
  regulator: 'regulators',
}

const pictureParts: Record<string, { anchor: string; part: PartName }> = {
  trialPicture: { anchor: 'trial-picture', part: 'trialPicture' },
  errorPicture: { anchor: 'early-trials', part: 'early' },
}

/** Where a thing of a condition stands; null for what has no place of its own (a unit, the words of an arm). */
function spotOf(scope: string, file: string, key: string): Spot | null {
  const own = { scope, file, key }
  const part = cellParts[file]
  if (part) return { step: 'stemCells', anchor: part, named: { part } }
  switch (file) {
    case 'section':
      return { step: 'condition', anchor: key, named: own }
    case 'situation':
      return { step: 'condition', anchor: `situation-${key}`, named: own }
    case 'emergency':
      return { step: 'condition', anchor: 'emergency', named: { part: 'emergency' } }
    case 'condition':
      return key === 'emergency'
        ? { step: 'condition', anchor: 'emergency', named: { part: 'emergency' } }
        : { step: 'condition', anchor: '', named: null }
    case 'option':
      return { step: 'options', anchor: key, named: own }
    case 'product':
      return { step: 'stemCells', anchor: `product-${key}`, named: own }
    case 'claim':
      return { step: 'stemCells', anchor: `claim-${key}`, named: own }
    case 'stem-cells':
      return { step: 'stemCells', anchor: '', named: null }
    case 'question':
    case 'clinic-question':
    case 'sure':
      return { step: 'check', anchor: '', named: null }
    case 'matter':
    case 'matters':
      return { step: 'matters', anchor: '', named: null }
    default:
      return null
  }
}

/** Where a word of the whole site stands. */
function sitePlace(locale: string, file: string, key: string): Place | null {
  const named = { scope: 'shared', file, key }
  if (file === 'glossary')
    return { href: `/${locale}/glossary#word-${key}`, conditionId: null, step: 'glossary', named }
  if (file === 'page')
    return {
      href: key === 'home' ? `/${locale}` : `/${locale}/${key}`,
      conditionId: null,
      step: 'page',
      named,
    }
  return null
}

/**
 * Every place that rests on a source, each once, in the order of the journey; what is shared by all conditions
 * counts for each of them.
 */
export function placesOf(locale: string, rows: UseRows): Place[] {
  const places: Place[] = []
  const put = (conditionId: string | null, spot: Spot | null) => {
    if (!spot) return
    for (const id of conditionId === null ? rows.conditionIds : [conditionId]) {
      const anchor = spot.anchor ? `#${spot.anchor}` : ''
      places.push({
        href: stepHref(locale, id, spot.step) + anchor,
        conditionId: id,
        step: spot.step,
        named: spot.named,
      })
    }
  }
  for (const row of rows.citations)
    put(row.conditionId, spotOf(row.conditionId ?? 'shared', row.kind, row.ownerId))
  for (const row of rows.sections) put(row.conditionId, spotOf(row.conditionId, 'section', row.id))
  for (const row of rows.options) put(row.conditionId, spotOf(row.conditionId, 'option', row.id))
  for (const row of rows.products) put(row.conditionId, spotOf(row.conditionId, 'product', row.productId))
  for (const row of rows.questions) put(row.conditionId, spotOf(row.conditionId, 'question', row.id))
  for (const row of rows.pictures) {
    const picture = pictureParts[row.kind]
    if (picture)
      put(row.conditionId, { step: 'stemCells', anchor: picture.anchor, named: { part: picture.part } })
  }
  for (const { conditionId, decisionId, outcomeId } of rows.cells)
    places.push({
      href: `${stepHref(locale, conditionId, 'compare')}/${decisionId}#${outcomeId}`,
      conditionId,
      step: 'compare',
      named: { scope: conditionId, file: 'decision', key: decisionId, sub: outcomeId },
    })
  for (const { scope, file, key } of rows.mentions) {
    const conditionId = scope === 'shared' ? null : scope
    const site = file === 'glossary' || conditionId === null ? sitePlace(locale, file, key) : null
    if (site) places.push({ ...site, named: { scope, file, key } })
    else if (file === 'decision' && conditionId)
      places.push({
        href: `${stepHref(locale, conditionId, 'compare')}/${key}`,
        conditionId,
        step: 'compare',
        named: { scope, file, key },
      })
    else put(conditionId, spotOf(scope, file, key))
  }
  const order = (place: Place) => {
    const condition =
      place.conditionId === null ? rows.conditionIds.length : rows.conditionIds.indexOf(place.conditionId)
    const step = steps.findIndex(({ id }) => id === place.step)
    return condition * 100 + (step < 0 ? steps.length : step)
  }
  const once = new Map(places.map((place) => [place.href, place]))
  return [...once.values()].sort((a, b) => order(a) - order(b) || (a.href < b.href ? -1 : 1))
}

const placeholder = /\{(?:fact:)?([a-z0-9-]+)(?:\.[a-z.]+)?\}/g

/** The figures and facts that the sentences of a thing hold, and the sources it names itself. */
export function namedIn(value: unknown): { figures: Set<string>; sources: Set<string> } {
  const named = { figures: new Set<string>(), sources: new Set<string>() }
  const look = (item: unknown): void => {
    if (typeof item === 'string')
      for (const match of item.matchAll(placeholder)) named.figures.add(match[1] ?? '')
    else if (Array.isArray(item)) item.forEach(look)
    else if (item && typeof item === 'object')
      for (const [key, inside] of Object.entries(item)) {
        if (key !== 'sources') look(inside)
        else if (Array.isArray(inside)) for (const id of inside) named.sources.add(String(id))
      }
  }
  look(value)
  return named
}

/** Rows by the key or keys that each has. */
export function groupRows<Row>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows)
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  return groups
}
