/** SVG path data of people as dots, one string per state; an empty string when nobody is in it. */
export interface DotsPicture {
  readonly viewBox: string
  readonly on: string
  readonly more: string
  readonly off: string
  /** A stroke through each of the `on` people: a picture of one group is hatched. */
  readonly strokes: string
}

/*
 * 100 people: 10 x 10 with a gap after five, so that a reader counts in fives. 1,000 people: 25 x 40, with a gap after
 * five columns and after ten rows, as in the pictures of people.
 */
const LAYOUTS = {
  100: { columns: 10, gapAfterRows: 5, step: 10, gap: 4, radius: 4 },
  1000: { columns: 25, gapAfterRows: 10, step: 4, gap: 2, radius: 1.6 },
} as const
const GAP_AFTER_COLUMNS = 5

const tidy = (length: number) => Number(length.toFixed(2))

type Place = { x: number; y: number }

/**
 * Where each person of the denominator stands: filled row by row from the top start corner, first `on`, then `more`, then
 * the rest.
 * @throws RangeError when a count is not whole or the people do not fit
 */
export function dotPlaces(
  { on, more = 0 }: { on: number; more?: number },
  per: 100 | 1000,
): { viewBox: string; radius: number; step: number; dots: { on: Place[]; more: Place[]; off: Place[] } } {
  if (![on, more].every((count) => Number.isInteger(count) && count >= 0) || on + more > per)
    throw new RangeError(`${on} and ${more} people do not fit in ${per}`)
  const { columns, gapAfterRows, step, gap, radius } = LAYOUTS[per]
  const place = (at: number, gapAfter: number) => at * step + Math.floor(at / gapAfter) * gap + step / 2
  const all = Array.from({ length: per }, (_, index) => ({
    x: tidy(place(index % columns, GAP_AFTER_COLUMNS)),
    y: tidy(place(Math.floor(index / columns), gapAfterRows)),
  }))
  const last = all[per - 1] ?? { x: 0, y: 0 }
  return {
    viewBox: `0 0 ${tidy(last.x + step / 2)} ${tidy(last.y + step / 2)}`,
    radius,
    step,
    dots: { on: all.slice(0, on), more: all.slice(on, on + more), off: all.slice(on + more) },
  }
}

/**
 * Every person of the denominator as a dot, small enough for a row of a comparison.
 *
 * Each dot is written by its place, so that two pictures of one page share their text and pack well.
 * @throws RangeError when a count is not whole or the people do not fit
 */
export function dotsPicture(counts: { on: number; more?: number }, per: 100 | 1000): DotsPicture {
  const { viewBox, radius, dots } = dotPlaces(counts, per)
  const draw = (places: readonly Place[], one: (place: Place) => string) => places.map(one).join('')
  const dot = ({ x, y }: Place) => `M${x} ${tidy(y - radius)}a${radius} ${radius} 0 1 1-.01 0z`
  const reach = tidy(radius * 0.6)
  const stroke = ({ x, y }: Place) => `M${tidy(x - reach)} ${tidy(y + reach)}l${2 * reach}-${2 * reach}`
  return {
    viewBox,
    on: draw(dots.on, dot),
    more: draw(dots.more, dot),
    off: draw(dots.off, dot),
    strokes: draw(dots.on, stroke),
  }
}
