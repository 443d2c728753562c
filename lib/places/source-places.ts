import {
  cellPageHref,
  claimHref,
  decisionHref,
  emergencyHref,
  optionHref,
  outlookHref,
  productHref,
  sectionHref,
  situationHref,
  stepHref,
  studiesHref,
  steps,
  type CellPageId,
  type StepId,
} from '@/lib/journey/steps'

/** Parts of a page whose name is an interface word. */
export type PartName =
  | 'emergency'
  | 'prices'
  | 'harms'
  | 'checks'
  | 'questions'
  | 'regulators'
  | 'guidelines'
  | 'trialPicture'
  | 'early'

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
  /** The parts of step 1 that stand on the page that a person opens by choice, as `<condition>/<section>`. */
  sectionsByChoice: ReadonlySet<string>
  options: readonly { conditionId: string; id: string }[]
  /** Products with an answer, a finished or a running trial that rests on it. */
  products: readonly { conditionId: string; productId: string }[]
  pictures: readonly { conditionId: string | null; kind: string }[]
  questions: readonly { conditionId: string; id: string }[]
  /** Rows of words whose sentences hold a figure of it, or which name it. */
  mentions: readonly { scope: string; file: string; key: string }[]
}

type Spot = {
  step: StepId
  href: (locale: string, conditionId: string) => string
  named: Place['named']
}

/** On the page of a step: at its top, or at an anchor. */
const onStep = (step: StepId, anchor: string, named: Place['named']): Spot => ({
  step,
  href: (locale, conditionId) => stepHref(locale, conditionId, step) + (anchor ? `#${anchor}` : ''),
  named,
})

/** On a page of its own inside step 4: at its top, or at an anchor. */
const onCellPage = (page: CellPageId, part: PartName, anchor?: string): Spot => ({
  step: 'stemCells',
  href: (locale, conditionId) => cellPageHref(locale, conditionId, page, anchor),
  named: { part },
})

const cellParts: Record<string, Spot> = {
  prices: onCellPage('before-you-pay', 'prices', 'prices'),
  harms: onCellPage('harms', 'harms'),
  checks: onCellPage('find-a-trial', 'checks'),
  questions: onCellPage('before-you-pay', 'questions', 'questions'),
  regulator: onCellPage('regulators', 'regulators'),
}

const pictureParts: Record<string, Spot> = {
  trialPicture: onCellPage('studies', 'trialPicture', 'trial-picture'),
  errorPicture: onCellPage('early-trials', 'early'),
}

const emergency: Spot = { step: 'condition', href: emergencyHref, named: { part: 'emergency' } }

/** Where a thing of a condition stands; null for what has no place of its own (a unit, the words of an arm). */
function spotOf(
  scope: string,
  file: string,
  key: string,
  sectionsByChoice: UseRows['sectionsByChoice'],
): Spot | null {
  const own = { scope, file, key }
  const cellPart = cellParts[file]
  if (cellPart) return cellPart
  // Known by its topic and its body; it stands under its topic.
  if (file === 'position') return onCellPage('guidelines', 'guidelines', key.split('/')[0])
  switch (file) {
    case 'section':
      return {
        step: 'condition',
        href: (locale, id) =>
          (sectionsByChoice.has(`${scope}/${key}`) ? outlookHref : sectionHref)(locale, id, key),
        named: own,
      }
    case 'situation':
      return { step: 'condition', href: (locale, id) => situationHref(locale, id, key), named: own }
    case 'emergency':
      return emergency
    case 'condition':
      return key === 'emergency' ? emergency : onStep('condition', '', null)
    case 'option':
      return { step: 'options', href: (locale, id) => optionHref(locale, id, key), named: own }
    case 'product':
      return { step: 'stemCells', href: (locale, id) => productHref(locale, id, key), named: own }
    case 'claim':
      return { step: 'stemCells', href: (locale, id) => claimHref(locale, id, key), named: own }
    case 'stem-cells':
      return onStep('stemCells', '', null)
    case 'question':
    case 'clinic-question':
    case 'sure':
      return onStep('check', '', null)
    case 'matter':
    case 'matters':
      return onStep('matters', '', null)
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
  const put = (conditionId: string | null, found: Spot | null) => {
    if (!found) return
    for (const id of conditionId === null ? rows.conditionIds : [conditionId]) {
      places.push({
        href: found.href(locale, id),
        conditionId: id,
        step: found.step,
        named: found.named,
      })
    }
  }
  const spot = (conditionId: string | null, kind: string, id: string) =>
    spotOf(conditionId ?? 'shared', kind, id, rows.sectionsByChoice)
  for (const row of rows.citations) put(row.conditionId, spot(row.conditionId, row.kind, row.ownerId))
  for (const row of rows.sections) put(row.conditionId, spot(row.conditionId, 'section', row.id))
  for (const row of rows.options) put(row.conditionId, spot(row.conditionId, 'option', row.id))
  for (const row of rows.products) put(row.conditionId, spot(row.conditionId, 'product', row.productId))
  for (const row of rows.questions) put(row.conditionId, spot(row.conditionId, 'question', row.id))
  for (const row of rows.pictures) put(row.conditionId, pictureParts[row.kind] ?? null)
  for (const { conditionId, decisionId, outcomeId } of rows.cells)
    places.push({
      href: studiesHref(locale, conditionId, decisionId, outcomeId),
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
        href: decisionHref(locale, conditionId, key),
        conditionId,
        step: 'compare',
        named: { scope, file, key },
      })
    else put(conditionId, spot(conditionId, file, key))
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
