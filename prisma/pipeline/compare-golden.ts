import type { Estimate } from '@/lib/numbers/schema'
import type { GoldenRow } from './read-golden'

/** Something that is not the same in the two files and that no rule of README.md explains. */
export type Difference = { estimate: string; column: string; golden: string; numbers: string }

/** Differences that only a person can explain, each with the reason. */
export type Explained = readonly { estimate: string; column: string; because: string }[]

export type Comparison = {
  rows: number
  /** Cells that hold the same value. */
  same: number
  /** Cells that agree by a rule of README.md, by the rule's letter. */
  byRule: Record<string, number>
  differences: Difference[]
  /** Explanations that explain nothing any more. */
  stale: string[]
}

type Cells = Record<string, string | number | undefined>

const columns = [
  'source',
  'counted_side',
  'events',
  'total',
  'percent',
  'percent_low',
  'percent_high',
  'rate_per_100_person_years',
  'effect_measure',
  'effect_value',
  'effect_low',
  'effect_high',
  'effect_level',
  'effect_p',
  'own_range_low',
  'own_range_high',
  'mean_difference',
  'mean_low',
  'mean_high',
  'finding',
  'follow_up_months',
  'tier',
] as const
type Column = (typeof columns)[number]

/** Days in a calendar month, the typist's 365 / 12. */
const longestDrift = 0.2

/** The cells that an estimate of numbers.yaml would have in the typist's table. */
export function cellsOf({ value, effect, range, ...e }: Estimate): Cells {
  const ratio = value.type === 'ratioOnly' ? value : null
  const mean = value.type === 'meanDifference' ? value : null
  const printed = effect ?? ratio
  return {
    source: e.source,
    counted_side: e.counts,
    events: value.type === 'counts' ? value.events : undefined,
    total:
      value.type === 'counts'
        ? value.total
        : value.type === 'percent' || value.type === 'rate'
          ? value.n
          : undefined,
    percent: value.type === 'counts' ? value.percent : value.type === 'percent' ? value.value : undefined,
    percent_low: value.type === 'percentSpan' ? value.low : undefined,
    percent_high: value.type === 'percentSpan' ? value.high : undefined,
    rate_per_100_person_years: value.type === 'rate' ? value.per100PersonYears : undefined,
    effect_measure: printed?.measure,
    effect_value: printed?.value,
    effect_low: printed?.low,
    effect_high: printed?.high,
    // The typist leaves 95 out.
    effect_level: printed?.level === 95 ? undefined : printed?.level,
    effect_p: printed?.p ?? mean?.p,
    own_range_low: range?.low,
    own_range_high: range?.high,
    mean_difference: mean?.value,
    mean_low: mean?.low,
    mean_high: mean?.high,
    finding: value.type === 'finding' ? value.finding : undefined,
    follow_up_months: e.followUp.months ?? undefined,
    tier: e.tier,
  }
}

/** "P<.001" and "p < 0.001" are one p value: "<0.001". */
const plainP = (text: string) =>
  text
    .toLowerCase()
    .replace(/(?<!\d)\.(\d)/g, '0.$1')
    .replace(/\s+/g, '')

function isSame(golden: string, value: string | number | undefined): boolean {
  if (golden === '' || value === undefined) return golden === '' && value === undefined
  if (typeof value === 'number') return Number(golden) === value
  return golden === value || plainP(golden) === plainP(value)
}

/** Whether a text that quotes the source holds a value: a number at any sign, or a p value or word as it stands. */
export function isPrintedIn(text: string, golden: string): boolean {
  const number = Number(golden)
  if (golden.trim() === '' || Number.isNaN(number)) return plainP(text).includes(plainP(golden))
  const numbers = (text.replace(/(\d),(\d{3})/g, '$1$2').match(/(?:\d+)?\.?\d+/g) ?? []).map(Number)
  return numbers.includes(Math.abs(number))
}

/** Percent of one arm as the typist has it: printed, else from the counts. */
function percentOf(row: GoldenRow | undefined): number | null {
  if (!row) return null
  if (row.percent) return Number(row.percent)
  return row.events && row.total ? (100 * Number(row.events)) / Number(row.total) : null
}

/**
 * Compares one condition's numbers.yaml with the table that somebody else typed from the sources.
 * The rules, by letter, are told in tests/golden/README.md: each is about a way of writing, never about a value.
 */
export function compareGolden(
  golden: readonly GoldenRow[],
  estimates: readonly Estimate[],
  explained: Explained = [],
): Comparison {
  const result: Comparison = { rows: golden.length, same: 0, byRule: {}, differences: [], stale: [] }
  const byId = new Map(estimates.map((e) => [e.id, e]))
  const rowOf = new Map(golden.map((row) => [row.estimate ?? '', row]))
  const used = new Set<string>()
  const agree = (rule: string) => {
    result.byRule[rule] = (result.byRule[rule] ?? 0) + 1
  }

  const ruleFor = (column: Column, row: GoldenRow, e: Estimate, cells: Cells): string | null => {
    const typed = row[column] ?? ''
    const value = cells[column]
    // The typist left the difference empty: the measure too, or only its value where the ends or a p of it are printed.
    const isDifference =
      e.effect?.measure === 'RD' && (row.effect_measure !== 'RD' || row.effect_value === '')
    if (isDifference && (column === 'effect_measure' || column === 'effect_value')) {
      const own = percentOf(row)
      const other = percentOf(rowOf.get(e.comparator ?? ''))
      const gap = own === null || other === null ? null : own - other
      const isSubtraction = gap !== null && Math.abs(gap - (e.effect?.value ?? NaN)) < 0.051
      // The printed ratio counts the other side of the endpoint, so it stands in `where`.
      if (isSubtraction && (typed === '' || isPrintedIn(e.where, typed))) return 'C'
      return null
    }
    if (
      column.startsWith('effect_') &&
      value === undefined &&
      ['RD', 'MD'].includes(row.effect_measure ?? '')
    ) {
      const twin = { effect_value: 'mean_difference', effect_low: 'mean_low', effect_high: 'mean_high' }[
        column as string
      ]
      if (column === 'effect_measure' && e.value.type === 'meanDifference') return 'E'
      if (twin && isSame(typed, cells[twin])) return 'E'
    }
    if (column === 'mean_difference' && typed === '' && isSame(row.effect_value ?? '', value)) return 'E'
    if (column === 'follow_up_months' && typeof value === 'number') {
      if (typed !== '' && Number.isInteger(value) && Math.abs(Number(typed) - value) <= longestDrift)
        return 'D'
      if (typed === '' && e.followUp.kind === 'varied' && isPrintedIn(e.where, String(value))) return 'D'
    }
    if (column === 'total' && typed === '' && value !== undefined) {
      const isCarried = golden.some(
        (other) => other.source === row.source && other.arm === row.arm && Number(other.total) === value,
      )
      if (isCarried) return 'B'
    }
    if (column === 'tier' && typed === 'A' && value === 'B' && /secondary/i.test(e.where)) return 'F'
    if (typed !== '' && value === undefined) {
      const places = estimates.filter((other) => other.source === e.source).map(({ where }) => where)
      const near = column === 'total' ? places.join('\n') : e.where
      if (isPrintedIn(near, typed)) return 'A'
      if (column === 'rate_per_100_person_years' && isPrintedIn(near, (Number(typed) * 1000).toFixed(1)))
        return 'A'
    }
    return null
  }

  for (const row of golden) {
    const id = row.estimate ?? ''
    const e = byId.get(id)
    if (!e) {
      result.differences.push({ estimate: id, column: 'estimate', golden: id, numbers: 'no such estimate' })
      continue
    }
    const cells = cellsOf(e)
    for (const column of columns) {
      const typed = row[column] ?? ''
      if (isSame(typed, cells[column])) {
        if (typed !== '') result.same += 1
        continue
      }
      const rule = ruleFor(column, row, e, cells)
      const said = explained.find((x) => x.estimate === id && x.column === column)
      if (rule) agree(rule)
      else if (said) {
        used.add(`${id} ${column}`)
        agree('explained')
      } else
        result.differences.push({ estimate: id, column, golden: typed, numbers: String(cells[column] ?? '') })
    }
  }
  for (const e of estimates)
    if (!rowOf.has(e.id))
      result.differences.push({ estimate: e.id, column: 'estimate', golden: 'no such row', numbers: e.id })
  result.stale = explained.map((x) => `${x.estimate} ${x.column}`).filter((key) => !used.has(key))
  return result
}
