/**
 * Whether every rating of certainty (ratings.yaml) follows from its reasons, and which ones must be made again because
 * other figures lead now. Pure: content in, problems or notes out. How ratings are made: docs/how-to/rate-certainty.md.
 */
import { leadFigures } from '@/lib/numbers/lead-figures'
import { levelOfReasons, levelOfVerdict } from '@/lib/ratings/rating-level'
import { answerPlace, cellPlace } from '@/lib/ratings/rated-places'
import type { Rating, RatingStart, RatingView } from '@/lib/ratings/schema'
import type { ConditionContent } from './read-content'

/** Every place that needs a rating, with the figures that lead there: cells with figures, answers about cells with figures. */
export function placesToRate(c: ConditionContent): Map<string, readonly string[]> {
  const cells = c.decisions.decisions.flatMap((decision) =>
    decision.outcomes.flatMap((outcome) =>
      Object.entries(outcome.cells).flatMap(([option, cell]): [string, readonly string[]][] =>
        'estimates' in cell ? [[cellPlace(decision.id, outcome.id, option), leadFigures(cell)]] : [],
      ),
    ),
  )
  const answers = c['stem-cells'].products.flatMap((product) =>
    product.answers.flatMap(({ question, estimates }): [string, readonly string[]][] =>
      estimates.length > 0 ? [[answerPlace(product.id, question), estimates]] : [],
    ),
  )
  return new Map([...cells, ...answers])
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id))

/** Whether the figures that were rated are those that lead today. A place that is gone has none. */
export function isCurrent(rating: Rating, places: ReadonlyMap<string, readonly string[]>): boolean {
  return isSame(rating.leads, places.get(rating.of) ?? [])
}

/**
 * What must be rated, in words: places without a rating, ratings whose lead has changed, and ratings of places that are
 * gone. They stop no release: the page says that the answer is not rated, which is true.
 */
export function ratingsToMake(c: ConditionContent): { place: string; note: string }[] {
  const places = placesToRate(c)
  const rated = new Map(c.ratings.ratings.map((rating) => [rating.of, rating]))
  const missing = [...places].flatMap(([place, leads]) =>
    rated.has(place) ? [] : [{ place, note: `rate: nobody has rated this yet (${leads.join(', ')})` }],
  )
  const changed = c.ratings.ratings.flatMap((rating) => {
    const leads = places.get(rating.of)
    if (!leads) return [{ place: rating.of, note: 'remove the rating: no figure stands here any more' }]
    if (isCurrent(rating, places)) return []
    const [was, is] = [rating.leads.join(', '), leads.join(', ')]
    return [{ place: rating.of, note: `rate again: it was rated with ${was}; now it leads with ${is}` }]
  })
  return [...missing, ...changed]
}

/** Starts of ratings that are about the gap between groups; the others are about how often something happened. */
const ofGap: readonly string[] = ['randomised', 'observational'] satisfies RatingStart[]

/**
 * Pairs of options that are two sides of one comparison and have two levels, so that one says "may" and the other
 * "probably" of the same figures. Two cells of a question are such a pair when arms of one result lead in both and both
 * ratings are about the gap, or when they lead with the arms of the same results and nothing else.
 */
export function comparisonsRatedApart(c: ConditionContent): { place: string; note: string }[] {
  const resultOf = new Map(c.numbers.results.flatMap(({ arms }, at) => arms.map(({ id }) => [id, at])))
  const rated = new Map(c.ratings.ratings.map((rating) => [rating.of, rating]))
  return c.decisions.decisions.flatMap(({ id: decision, outcomes }) =>
    outcomes.flatMap(({ id: question, cells }) => {
      const sides = Object.entries(cells).flatMap(([option, cell]) => {
        const rating = rated.get(cellPlace(decision, question, option))
        if (!('estimates' in cell) || !rating) return []
        const results = new Set(leadFigures(cell).map((id) => resultOf.get(id)))
        return [{ option, level: rating.level, isOfGap: ofGap.includes(rating.start), results }]
      })
      const isOneComparison = (a: (typeof sides)[number], b: (typeof sides)[number]) => {
        const shared = [...a.results].filter((result) => b.results.has(result)).length
        if (a.isOfGap && b.isOfGap) return shared > 0
        return shared === a.results.size && shared === b.results.size
      }
      return sides.flatMap((one, at) =>
        sides
          .slice(at + 1)
          .filter((other) => other.level !== one.level && isOneComparison(one, other))
          .map((other) => ({
            place: `${decision}/${question}`,
            note: `rate as one comparison: ${one.option} is ${one.level}, ${other.option} is ${other.level}`,
          })),
      )
    }),
  )
}

/** Ratings as they are stored: without a level where other figures lead now; reasons by id. */
export function ratingsToShow(c: ConditionContent) {
  const places = placesToRate(c)
  return c.ratings.ratings.map((rating) => ({
    place: rating.of,
    level: isCurrent(rating, places) ? rating.level : null,
    start: rating.start,
    againstIds: Object.keys(rating.against),
    forIds: rating.for,
    ratedOn: rating.ratedOn ?? c.ratings.ratedOn,
  }))
}

/** The same as pages have them, by place, with words: for checks and tests that have no database. */
export function ratingViews(c: ConditionContent): Map<string, RatingView> {
  const wordsOf = (ids: readonly string[]) => ids.flatMap((id) => c.words.ratings.reasons[id] ?? [])
  return new Map(
    ratingsToShow(c).map(({ place, level, start, againstIds, forIds, ratedOn }) => [
      place,
      { level, start, against: wordsOf(againstIds), for: wordsOf(forIds), ratedOn },
    ]),
  )
}

type Say = (message: string, fix: string) => void

function checkReasons(say: Say, rating: Rating, domainOf: ConditionContent['ratings']['reasons']) {
  const named = [...Object.keys(rating.against), ...rating.for]
  for (const reason of named)
    if (!(reason in domainOf)) say(`unknown reason "${reason}"`, 'add it to `reasons` with its domain')
  for (const side of [Object.keys(rating.against), rating.for]) {
    const domains = side.map((reason) => domainOf[reason])
    if (new Set(domains).size < domains.length)
      say('two reasons of one domain on one side', 'keep the weightier one, with its steps')
  }
  if (Object.keys(rating.against).some((reason) => domainOf[reason] === 'large'))
    say('a large effect stands against', 'it can only make us more sure: put it under `for`')
}

function checkLevels(say: Say, rating: Rating, domainOf: ConditionContent['ratings']['reasons']) {
  const level = levelOfReasons(rating, domainOf)
  if (level !== rating.level)
    say(`is ${rating.level}, and its reasons give ${level}`, 'mend the level or the steps')
  for (const [at, { rated }] of rating.raters.entries()) {
    const own = levelOfVerdict(rated, rating.start)
    if (own !== rated.level)
      say(`rater ${at + 1} says ${rated.level}, and the steps give ${own}`, 'look it up in what they wrote')
  }
  const [first, second] = rating.raters.map(({ rated }) => rated.level)
  if (first !== second && !rating.settled)
    say('the raters differ and nothing says how it was settled', 'add `settled`')
  if (first === second && first !== rating.level && !rating.settled)
    say('both raters said something else', 'add `settled`')
}

/** Faults of the ratings of one condition. */
export function checkRatings(
  c: ConditionContent,
  add: (file: string, path: string, message: string, fix: string) => void,
) {
  const file = `${c.condition.id}/ratings.yaml`
  const { reasons, ratings } = c.ratings
  if (c.decisions.decisions.some(({ id }) => id === 'cells'))
    add(
      `${c.condition.id}/decisions.yaml`,
      'cells',
      '"cells" is the place of products',
      'rename the decision',
    )
  const seen = new Set<string>()
  for (const rating of ratings) {
    const say: Say = (message, fix) => add(file, rating.of, message, fix)
    if (seen.has(rating.of)) say('stands twice', 'keep one')
    seen.add(rating.of)
    checkReasons(say, rating, reasons)
    checkLevels(say, rating, reasons)
  }
  const used = new Set(ratings.flatMap((rating) => [...Object.keys(rating.against), ...rating.for]))
  for (const reason of Object.keys(reasons))
    if (!used.has(reason)) add(file, `reasons.${reason}`, 'no rating gives this reason', 'remove it')
}
