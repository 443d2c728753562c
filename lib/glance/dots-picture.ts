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

/**
 * Every person of the denominator as a dot, small enough for a row of a comparison: filled row by row from the top
 * start corner, first `on`, then `more`, then the rest.
 *
 * Each dot is written by its place, so that two pictures of one page share their text and pack well.
 * @throws RangeError when a count is not whole or the people do not fit
 */
export function dotsPicture({ on, more = 0 }: { on: number; more?: number }, per: 100 | 1000): DotsPicture {
  if (![on, more].every((count) => Number.isInteger(count) && count >= 0) || on + more > per)
    throw new RangeError(`${on} and ${more} people do not fit in ${per}`)
  const { columns, gapAfterRows, step, gap, radius } = LAYOUTS[per]
  const place = (at: number, gapAfter: number) => at * step + Math.floor(at / gapAfter) * gap + step / 2
  const centre = (index: number) => ({
    x: tidy(place(index % columns, GAP_AFTER_COLUMNS)),
    y: tidy(place(Math.floor(index / columns), gapAfterRows)),
  })
  const draw = (from: number, to: number, one: (x: number, y: number) => string) =>
    Array.from({ length: to - from }, (_, at) => {
      const { x, y } = centre(from + at)
      return one(x, y)
    }).join('')
  const dot = (x: number, y: number) => `M${x} ${tidy(y - radius)}a${radius} ${radius} 0 1 1-.01 0z`
  const reach = tidy(radius * 0.6)
  const stroke = (x: number, y: number) => `M${tidy(x - reach)} ${tidy(y + reach)}l${2 * reach}-${2 * reach}`
  const last = centre(per - 1)
  return {
    viewBox: `0 0 ${tidy(last.x + step / 2)} ${tidy(last.y + step / 2)}`,
    on: draw(0, on, dot),
    more: draw(on, on + more, dot),
    off: draw(on + more, per, dot),
    strokes: draw(0, on, stroke),
  }
}
