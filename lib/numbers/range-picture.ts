import { roundHalfUp } from '@/lib/numbers/rounding'

/** A value with, if known, the range around it, in the units of the line. */
export interface RangeRow {
  readonly value: number
  readonly low?: number | undefined
  readonly high?: number | undefined
}

/** One row in drawing units. `lowX` is always the end of `low`, also when the line is mirrored. */
export interface DrawnRow {
  readonly y: number
  readonly valueX: number
  readonly lowX: number | null
  readonly highX: number | null
  /** The end lies beyond the line and is cut there: draw an arrow, and print the number. */
  readonly isLowCut: boolean
  readonly isHighCut: boolean
}

export interface Tick {
  readonly value: number
  readonly x: number
}

export interface RangePicture {
  readonly viewBox: string
  readonly width: number
  readonly height: number
  /** Where the axis runs, and from which to which x. */
  readonly axis: { readonly y: number; readonly startX: number; readonly endX: number }
  readonly ticks: readonly Tick[]
  readonly rows: readonly DrawnRow[]
  /** The line of no difference, for effects; null on a line of people. */
  readonly noDifferenceX: number | null
}

/** Room left of the line for the option letter and right of it for the last number. */
const START_X = 24
const END_X = 332
const WIDTH = 340
const FIRST_ROW_Y = 18
const ROW_STEP = 28
const AXIS_BELOW_ROW = 22
const ROOM_FOR_TICK_WORDS = 22

interface Line {
  readonly from: number
  readonly to: number
  /** Turns a value into a place 0 to 1 before it is scaled: identity, or a logarithm. */
  readonly along: (value: number) => number
  readonly ticks: readonly number[]
  readonly none: number | null
}

function assertRow({ value, low, high }: RangeRow): void {
  const ends = [value, low ?? value, high ?? value]
  if (!ends.every(Number.isFinite)) throw new RangeError('a range needs finite numbers')
  if ((low ?? value) > value || value > (high ?? value))
    throw new RangeError(`${value} lies outside ${low} to ${high}`)
}

function drawPicture(rows: readonly RangeRow[], line: Line, mirrored: boolean): RangePicture {
  const start = line.along(line.from)
  const length = line.along(line.to) - start
  const toX = (value: number) => {
    const kept = Math.min(Math.max(value, line.from), line.to)
    const part = (line.along(kept) - start) / length
    return roundHalfUp(START_X + (mirrored ? 1 - part : part) * (END_X - START_X), 2)
  }
  const axisY = FIRST_ROW_Y + (Math.max(rows.length, 1) - 1) * ROW_STEP + AXIS_BELOW_ROW
  const height = axisY + ROOM_FOR_TICK_WORDS
  return {
    viewBox: `0 0 ${WIDTH} ${height}`,
    width: WIDTH,
    height,
    axis: { y: axisY, startX: START_X, endX: END_X },
    ticks: line.ticks.map((value) => ({ value, x: toX(value) })),
    rows: rows.map(({ value, low, high }, index) => ({
      y: FIRST_ROW_Y + index * ROW_STEP,
      valueX: toX(value),
      lowX: low === undefined ? null : toX(low),
      highX: high === undefined ? null : toX(high),
      isLowCut: (low ?? value) < line.from,
      isHighCut: (high ?? value) > line.to,
    })),
    noDifferenceX: line.none === null ? null : toX(line.none),
  }
}

/**
 * Ranges of people on a line from nobody to everybody (0 to 100 or 0 to 1,000), with ticks at both ends and the middle.
 *
 * @param mirrored 0 at the right, for right-to-left pages
 * @throws RangeError when a number is off the line or a value lies outside its range
 */
export function peopleRangePicture(
  rows: readonly RangeRow[],
  per: 100 | 1000 = 100,
  mirrored = false,
): RangePicture {
  for (const row of rows) {
    assertRow(row)
    const ends = [row.value, row.low ?? row.value, row.high ?? row.value]
    if (ends.some((end) => end < 0 || end > per)) throw new RangeError(`a row leaves the line 0 to ${per}`)
  }
  return drawPicture(
    rows,
    { from: 0, to: per, along: (value) => value, ticks: [0, per / 2, per], none: null },
    mirrored,
  )
}

const RATIO_TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10]

/**
 * Ratios (hazard, risk, odds, rate) on a log line, where half as many and twice as many lie equally far from 1.
 *
 * The line is the same length on both sides of 1: 0.5 to 2, widened to 0.2 to 5 or 0.1 to 10 when a value or
 * an end needs it. What lies beyond 0.1 or 10 is cut, and the row says so.
 *
 * @throws RangeError for a ratio of 0 or less, or a value outside its range
 */
export function ratioPicture(rows: readonly RangeRow[], mirrored = false): RangePicture {
  const ends = rows.flatMap((row) => {
    assertRow(row)
    return [row.value, row.low ?? row.value, row.high ?? row.value]
  })
  if (ends.some((end) => end <= 0)) throw new RangeError('a ratio is above 0')
  const farthest = Math.max(1, ...ends.map((end) => Math.max(end, 1 / end)))
  const to = [2, 5].find((limit) => farthest <= limit) ?? 10
  const ticks = RATIO_TICKS.filter((tick) => tick <= to && tick >= 1 / to)
  return drawPicture(rows, { from: 1 / to, to, along: Math.log, ticks, none: 1 }, mirrored)
}

/**
 * Differences (of means, or in percentage points) on a plain line, the same length on both sides of 0.
 * The ends are 1, 2 or 5 times a power of ten.
 *
 * @throws RangeError when a value lies outside its range
 */
export function differencePicture(rows: readonly RangeRow[], mirrored = false): RangePicture {
  const sizes = rows.flatMap((row) => {
    assertRow(row)
    return [row.value, row.low ?? row.value, row.high ?? row.value].map(Math.abs)
  })
  const largest = Math.max(0, ...sizes)
  // All rows at 0 (or at binary dust) still need a line with a length.
  const farthest = largest < 1e-9 ? 1 : largest
  const power = 10 ** Math.floor(Math.log10(farthest))
  const to = Number(
    (
      [1, 2, 5, 10].map((step) => step * power).find((end) => farthest <= end * (1 + 1e-9)) ?? 10 * power
    ).toPrecision(6),
  )
  const ticks = [-to, -to / 2, 0, to / 2, to]
  return drawPicture(rows, { from: -to, to, along: (value) => value, ticks, none: 0 }, mirrored)
}
