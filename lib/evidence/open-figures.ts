/** The open data of one condition, from what its pages are made of. Every number is the number of a page. */
import type {
  Cell,
  Decision,
  Estimate,
  Lead,
  MakersRating,
  OpenProduct,
  People,
  Range,
  Release,
  Result,
} from '@/lib/evidence/schema'
import { licence } from '@/lib/evidence/schema'
import { fhirAddress, findingsCsvAddress } from '@/lib/evidence/addresses'
import { glanceItem, type GlanceItem } from '@/lib/glance/glance-cell'
import type { Cell as JourneyCell } from '@/lib/journey/schema'
import { decisionHref, findingsHref, optionHref, outcomeHref, productHref } from '@/lib/journey/steps'
import { armRange } from '@/lib/numbers/intervals'
import { leadFigures } from '@/lib/numbers/lead-figures'
import type { Figure } from '@/lib/numbers/schema'
import { shownFigures, type ShownFigure, type Side } from '@/lib/numbers/shown-figures'
import type { Product, ProductQuestion, ProductStatus } from '@/lib/products/schema'
import { askedWords } from '@/lib/products/product-questions'
import { answerPlace, cellPlace } from '@/lib/ratings/rated-places'
import type { RatingView } from '@/lib/ratings/schema'
import { filledText, groupSize, writeWhen } from '@/lib/sentences/fill'
import type { Kit } from '@/lib/sentences/kit'

/** A decision as pages have it. */
export type OpenDecision = {
  id: string
  name: string
  question: string
  options: readonly { id: string; name: string }[]
  outcomes: readonly {
    id: string
    question: string
    tone: 'benefit' | 'harm'
    cells: Readonly<
      Record<
        string,
        JourneyCell & {
          rating?: RatingView | undefined
          why?: string | undefined
          atAGlance?: string | undefined
        }
      >
    >
  }[]
}

/** A family of cell products as pages have it. */
export type OpenProductView = Pick<Product, 'id' | 'sources' | 'running'> & {
  name: string
  trials: readonly Product['trials'][number][]
  answers: readonly {
    question: ProductQuestion
    status: ProductStatus
    estimates: readonly string[]
    sources: readonly string[]
    text: readonly string[]
    rating?: RatingView | undefined
  }[]
}

/** What the open data of a condition is made from. */
export type OpenContent = {
  condition: { id: string; name: string }
  /** The results of numbers.yaml: id of the first arm, and the ids of all arms. */
  results: readonly { id: string; arms: readonly string[] }[]
  decisions: readonly OpenDecision[]
  products: readonly OpenProductView[]
  about: { organQuestion: string }
  release: Release
}

/** A rating of ours as data, with the words that must stand beside it. */
export function makersRating(of: string, rating: RatingView, { t, book, locale }: Kit): MakersRating {
  const words = (lines: readonly string[]) => lines.map((line) => filledText(line, book, t, locale))
  return {
    of,
    level: rating.level,
    ratedBy: 'makers',
    checkedByClinician: false,
    words: t('ratings.byUs'),
    start: rating.start,
    against: words(rating.against),
    for: words(rating.for),
    ratedOn: rating.ratedOn,
  }
}

/** Our ratings by the figures that lead what is rated. */
function ratingsByLead({ decisions, products }: OpenContent, kit: Kit): Map<string, MakersRating[]> {
  const found = new Map<string, MakersRating[]>()
  const add = (ids: readonly string[], place: string, rating: RatingView | undefined) => {
    if (!rating) return
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), makersRating(place, rating, kit)])
  }
  for (const decision of decisions)
    for (const { id, cells } of decision.outcomes)
      for (const [option, cell] of Object.entries(cells))
        if ('estimates' in cell) add(leadFigures(cell), cellPlace(decision.id, id, option), cell.rating)
  for (const product of products)
    for (const { question, estimates, rating } of product.answers)
      add(estimates, answerPlace(product.id, question), rating)
  return found
}

/** Both sides of the people, whichever of them was shown first. */
function peopleOf(figure: Figure, shown: ShownFigure | undefined, side: Side): People | null {
  if (shown?.kind !== 'people') return null
  const share = (of: Side) => {
    const { count, bound } = of === side ? shown.shown : shown.other
    return { count, bound, words: figure.endpointWords[of] }
  }
  return { per: shown.shown.per, bad: share('bad'), good: share('good'), headline: side }
}

function rangeOf(figure: Figure): Range {
  const range = armRange(figure)
  if (range.from === 'none') return range
  const { from, low, high, level } = range
  return { from, low, high, level }
}

type Made = {
  kit: Kit
  release: Release
  ratings: Map<string, MakersRating[]>
  resultOf: Map<string, string>
}

/** What the pages need to know of a condition once, for all its files. */
function prepare(content: OpenContent, kit: Kit): Made {
  const resultOf = new Map(content.results.flatMap(({ id, arms }) => arms.map((arm) => [arm, id] as const)))
  return { kit, release: content.release, ratings: ratingsByLead(content, kit), resultOf }
}

/**
 * @param shown its people as they stand beside the other figures of what it is read with
 * @param side the side that `shown` shows first
 * @throws when the figure belongs to no result: the content checks make that impossible
 */
function estimateOf(figure: Figure, shown: ShownFigure | undefined, side: Side, made: Made): Estimate {
  const { kit, release, ratings, resultOf } = made
  const result = resultOf.get(figure.id)
  if (result === undefined) throw new Error(`${figure.id} belongs to no result`)
  const text = (line: string) => filledText(line, kit.book, kit.t, kit.locale)
  const { title, bad, good } = figure.endpointWords
  const raters = 'ratedBy' in figure.certainty ? [figure.certainty.ratedBy] : []
  return {
    id: figure.id,
    result,
    arm: { id: figure.arm, words: text(figure.armWordsFirst) },
    option: figure.option,
    versus: figure.comparator,
    endpoint: { id: figure.endpoint, title: text(title), bad: text(bad), good: text(good) },
    counts: figure.counts,
    value: figure.value,
    denominator: groupSize(figure),
    people: peopleOf(figure, shown, side),
    range: rangeOf(figure),
    effect: figure.effect,
    followUp: { ...figure.followUp, words: writeWhen(figure, kit.t, true) },
    population: { id: figure.population, words: text(figure.populationWords) },
    design: figure.design,
    certainty: { bySource: figure.certainty, byMakers: ratings.get(figure.id) ?? [] },
    sources: [...new Set([figure.source, ...raters])],
    where: figure.where,
    tier: figure.tier,
    sourceStatus: figure.sourceShown.status,
    notes: figure.noteWords.map(text),
    checkedOn: figure.checkedOn,
    nextReview: figure.nextReview,
    licence,
    contentVersion: release.contentVersion,
  }
}

/** Every result of a condition; the people of its arms over one denominator. */
export function openResults(content: OpenContent, kit: Kit): Result[] {
  const made = prepare(content, kit)
  return content.results.flatMap(({ id, arms }): Result[] => {
    const figures = arms.flatMap((arm) => kit.book.estimates[arm] ?? [])
    const [first] = figures
    if (!first) return []
    const shown = shownFigures(figures, first.headline)
    const estimates = figures.map((figure, at) => estimateOf(figure, shown[at], first.headline, made))
    return [{ id, source: first.source, endpoint: first.endpoint, arms: estimates }]
  })
}

/** A lead figure from the pair that the glance of its decision draws. */
function leadOf({ lead, arms, gap, side, per }: GlanceItem, made: Made): Lead | null {
  const own = arms.find(({ figure }) => figure.id === lead.id)
  const other = arms.find(({ figure }) => figure.id !== lead.id)
  if (!own) return null
  const sign = gap?.arm.id === lead.id ? 1 : -1
  const reading = gap?.isDisputed ? 'untested' : (gap?.reading.reading ?? 'untested')
  return {
    estimate: estimateOf(own.figure, own.shown, side, made),
    versus: other ? estimateOf(other.figure, other.shown, side, made) : null,
    difference: gap && gap.difference !== null ? { count: sign * gap.difference || 0, per, side } : null,
    reading,
  }
}

function cellOf(
  option: string,
  cell: OpenDecision['outcomes'][number]['cells'][string],
  place: string,
  { tone, options }: { tone: 'benefit' | 'harm'; options: readonly string[] },
  made: Made,
): Cell {
  const { kit } = made
  const text = (line: string) => filledText(line, kit.book, kit.t, kit.locale)
  if (!('estimates' in cell))
    return { kind: 'unknown' in cell ? 'unknown' : 'not-applicable', option, why: text(cell.why ?? '') }
  const leads = leadFigures(cell).flatMap((id): Lead[] => {
    const figure = kit.book.estimates[id]
    const item = figure && glanceItem(figure, kit.book, options, tone)
    const lead = item && leadOf(item, made)
    return lead ? [lead] : []
  })
  return {
    kind: 'figures',
    option,
    leads,
    estimates: [...cell.estimates],
    certainty: cell.rating ? makersRating(place, cell.rating, kit) : null,
    words: cell.atAGlance === undefined ? null : text(cell.atAGlance),
  }
}

/** Every decision of a condition with its lead figures, as the glance of each decision shows them. */
export function openDecisions(
  content: OpenContent,
  reviewOf: (decisionId: string) => Decision['review'],
  kit: Kit,
): Decision[] {
  const made = prepare(content, kit)
  const { locale } = kit
  const conditionId = content.condition.id
  return content.decisions.map(({ id, name, question, options, outcomes }): Decision => {
    const ids = options.map((option) => option.id)
    return {
      id,
      name,
      question,
      page: decisionHref(locale, conditionId, id),
      findings: {
        page: findingsHref(locale, conditionId, id),
        csv: findingsCsvAddress(locale, conditionId, id),
      },
      fhir: fhirAddress(locale, conditionId, id),
      review: reviewOf(id),
      options: options.map((option) => ({
        id: option.id,
        name: option.name,
        page: optionHref(locale, conditionId, option.id),
      })),
      outcomes: outcomes.map((outcome) => ({
        id: outcome.id,
        question: outcome.question,
        tone: outcome.tone,
        page: outcomeHref(locale, conditionId, id, outcome.id),
        cells: ids.flatMap((option): Cell[] => {
          const cell = outcome.cells[option]
          const place = cellPlace(id, outcome.id, option)
          return cell ? [cellOf(option, cell, place, { tone: outcome.tone, options: ids }, made)] : []
        }),
      })),
    }
  })
}

/** Every family of cell products with what is known on each question. */
export function openProducts(content: OpenContent, kit: Kit): OpenProduct[] {
  const made = prepare(content, kit)
  const { t, book, locale } = kit
  return content.products.map(({ id, name, answers, trials, running, sources }): OpenProduct => ({
    id,
    name,
    page: productHref(locale, content.condition.id, id),
    answers: answers.map(({ question, status, estimates, sources: cited, text, rating }) => {
      const figures = estimates.flatMap((estimate) => book.estimates[estimate] ?? [])
      return {
        question,
        asked: askedWords(question, content.about, t),
        status,
        statusWords: t(`stemCells.status.${status}`),
        words: text.map((line) => filledText(line, book, t, locale)),
        estimates: figures.map((figure) => {
          const other = figure.comparator ? book.estimates[figure.comparator] : undefined
          const [shown] = shownFigures(other ? [figure, other] : [figure], figure.headline)
          return estimateOf(figure, shown, figure.headline, made)
        }),
        sources: [...cited],
        certainty: rating ? makersRating(answerPlace(id, question), rating, kit) : null,
      }
    }),
    trials: trials.map(({ id: trial, name: called, source, randomised, sham, blinded, people, ...rest }) => ({
      id: trial,
      name: called,
      source,
      randomised,
      sham,
      blinded,
      people,
      mainAim: rest.mainAim,
      estimates: [...rest.estimates],
    })),
    running: running.map(({ id: trial, registration, source, people, state, checkedOn }) => ({
      id: trial,
      registration,
      source,
      people,
      state,
      checkedOn,
    })),
    sources: [...sources],
  }))
}
