import type { Per } from '@/lib/numbers/natural-frequency'

/** How many people are in each state; the rest of the picture is "off". */
export interface PeopleCounts {
  readonly on: number
  /** The people by whom this option differs from the other one; drawn right after `on`, each on a tile. */
  readonly more?: number
}

/** SVG path data, one string per state; an empty string when nobody is in it. */
export interface PeoplePicture {
  readonly viewBox: string
  readonly columns: number
  readonly rows: number
  readonly on: string
  readonly more: string
  readonly off: string
  /** Squares to draw under the `more` people. */
  readonly tiles: string
}

/*
 * 100 people: 10 x 10 with a gap after five, so that a reader counts in fives.
 * 1,000 people: 25 columns x 40 rows, a gap after five columns and after ten rows (250 people). At 68 mm, half an
 * A4 page, a person is still 2.6 mm apart from the next, and on a 320 px phone 10 px; 50 columns would merge in print.
 */
const LAYOUTS = {
  100: { columns: 10, rows: 10, gapAfterRows: 5 },
  1000: { columns: 25, rows: 40, gapAfterRows: 10 },
} as const
const GAP_AFTER_COLUMNS = 5

const STEP_X = 13
const STEP_Y = 15.5
const GAP = 4
const EDGE = 1
const PERSON_WIDTH = 10.5
const PERSON_HEIGHT = 12.6
/** A tile reaches this far beyond the person on every side. */
const TILE_EDGE = 1.25

/** Head, then shoulders, drawn from the bottom of the head: still a person at 12 px. */
const PERSON = 'a2.75 2.75 0 1 1 .01 0zm-5.25 7.1v-1a5.25 4.9 0 0 1 10.5 0v1z'
/** The same without curves: a file with a thousand of them is a third as large, and at that size nobody can tell. */
const ANGULAR_PERSON = 'l-2.7-2.75 2.7-2.75 2.7 2.75zm-5.25 7.1v-2.6l2.2-3h6.1l2.2 3v2.6z'

const place = (at: number, step: number, gapAfter: number) =>
  EDGE + at * step + Math.floor(at / gapAfter) * GAP
/** How far a person stands from the first one of the row. */
const offset = (column: number) => place(column, STEP_X, GAP_AFTER_COLUMNS) - EDGE
const tidy = (length: number) => Number(length.toFixed(2))

/** Where everything of a picture stands. @throws RangeError when a count is not whole or the people do not fit */
function layOut({ on, more = 0 }: PeopleCounts, per: Per, mirrored = false) {
  if (![on, more].every((count) => Number.isInteger(count) && count >= 0) || on + more > per) {
    throw new RangeError(`${on} and ${more} people do not fit in ${per}`)
  }
  const { columns, rows, gapAfterRows } = LAYOUTS[per]
  const lastX = place(columns - 1, STEP_X, GAP_AFTER_COLUMNS)
  const corner = (index: number) => {
    const x = place(index % columns, STEP_X, GAP_AFTER_COLUMNS)
    return {
      x: mirrored ? EDGE + lastX - x : x,
      y: place(Math.floor(index / columns), STEP_Y, gapAfterRows),
    }
  }
  const draw = (from: number, to: number, shape: (x: number, y: number) => string) => {
    const parts: string[] = []
    for (let index = from; index < to; index += 1) {
      const { x, y } = corner(index)
      parts.push(shape(x, y))
    }
    return parts.join('')
  }
  const tile = (x: number, y: number) =>
    `M${tidy(x - TILE_EDGE)} ${tidy(y - TILE_EDGE)}h${PERSON_WIDTH + 2 * TILE_EDGE}v${PERSON_HEIGHT + 2 * TILE_EDGE}` +
    `h-${PERSON_WIDTH + 2 * TILE_EDGE}z`
  const width = tidy(lastX + PERSON_WIDTH + EDGE + 0.5)
  const height = tidy(place(rows - 1, STEP_Y, gapAfterRows) + PERSON_HEIGHT + EDGE + 1)
  return {
    // The view starts half a unit early so that the outermost tiles are whole on every side.
    viewBox: `-0.5 -0.5 ${width + 0.5} ${height + 0.5}`,
    columns,
    rows,
    tiles: draw(on, on + more, tile),
    corner,
    draw,
  }
}

/**
 * A picture of every person of the denominator (IPDAS: whole denominator drawn, events together from one
 * corner, never scattered). Filled row by row from the top start corner: on, then more, then off.
 *
 * One path per state keeps the page at four nodes; the text beside the picture carries the same facts.
 *
 * @param per 100 or 1,000
 * @param mirrored start at the right, for right-to-left pages (SVG does not follow `dir`)
 * @param shape angular: for paper, where a file's size counts
 * @throws RangeError when a count is not whole or the people do not fit
 */
export function peoplePicture(
  counts: PeopleCounts,
  per: Per = 100,
  mirrored = false,
  shape: 'round' | 'angular' = 'round',
): PeoplePicture {
  const { viewBox, columns, rows, tiles, draw } = layOut(counts, per, mirrored)
  const { on, more = 0 } = counts
  const body = shape === 'round' ? PERSON : ANGULAR_PERSON
  const person = (x: number, y: number) => `M${tidy(x + PERSON_WIDTH / 2)} ${tidy(y + 5.5)}${body}`
  return {
    viewBox,
    columns,
    rows,
    on: draw(0, on, person),
    more: draw(on, on + more, person),
    off: draw(on + more, per, person),
    tiles,
  }
}

/** People side by side in one row, drawn by one shape: where the first of them stands, and how many they are. */
export interface PeopleRun {
  readonly x: number
  readonly y: number
  readonly count: number
}

/** The same picture, put together from few shapes that a page draws once. */
export interface PeopleInRuns extends Pick<PeoplePicture, 'viewBox' | 'tiles'> {
  readonly on: readonly PeopleRun[]
  readonly more: readonly PeopleRun[]
  readonly off: readonly PeopleRun[]
}

/** How many people a run may hold: some of the five between two gaps, or a whole row. */
export const runLengths = [1, 2, 3, 4, 5, 10, 25] as const

/** The shape of so many people side by side, with a gap after each five; the first one's corner is at 0, 0. */
export function runShape(count: number): string {
  let pen = { x: 0, y: 0 }
  return Array.from({ length: count }, (_, index) => {
    const head = { x: offset(index) + PERSON_WIDTH / 2, y: 5.5 }
    const move = `${index ? 'm' : 'M'}${tidy(head.x - pen.x)} ${tidy(head.y - pen.y)}`
    pen = { x: head.x - PERSON_WIDTH / 2, y: head.y + 7.1 } // where the shoulders end
    return move + PERSON
  }).join('')
}

/**
 * The picture of `peoplePicture` in runs: a page of 80 pictures draws 8,000 people, and a path for each made up three
 * quarters of its HTML.
 * @throws RangeError when a count is not whole or the people do not fit
 */
export function peopleInRuns(counts: PeopleCounts, per: Per = 100): PeopleInRuns {
  const { viewBox, tiles, columns, corner } = layOut(counts, per)
  const runs = (from: number, to: number) => {
    const found: PeopleRun[] = []
    for (let at = from; at < to;) {
      const column = at % columns
      const isWholeRow = column === 0 && to - at >= columns
      const count = isWholeRow ? columns : Math.min(GAP_AFTER_COLUMNS - (column % GAP_AFTER_COLUMNS), to - at)
      const { x, y } = corner(at)
      found.push({ x, y: tidy(y), count })
      at += count
    }
    return found
  }
  const { on, more = 0 } = counts
  return { viewBox, tiles, on: runs(0, on), more: runs(on, on + more), off: runs(on + more, per) }
}
