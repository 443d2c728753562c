/** A figure is changed by two people: the second types it from the source without seeing what the first one typed. */
import type { Estimate, Result } from '@/lib/numbers/schema'
import { valueAt, type Edit, type Place } from '@/lib/texts/yaml-edit'

/** A figure of a result that can be changed here: a number, a p value, or the words that say where it stands. */
export type FigureField = { at: Place; kind: 'number' | 'text' }

const notFields = new Set(['type', 'measure', 'counts', 'unit', 'of', 'level', 'finding'])

/** The printed figures of one value, range or effect. */
function printed(value: unknown, at: Place): FigureField[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]): FigureField[] =>
    notFields.has(key) ? [] : [{ at: [...at, key], kind: typeof one === 'number' ? 'number' : 'text' }],
  )
}

/**
 * Every figure of a result as it stands in numbers.yaml, in the order of the file. Another type of value, another end
 * point or a new arm is a maintainer's work.
 * @param written the result as the file has it, without defaults
 * @param at the place of the result in the file
 */
export function figureFields(written: unknown, at: Place): FigureField[] {
  const arms = (valueAt(written, ['arms']) ?? []) as unknown[]
  const months = valueAt(written, ['followUp', 'months'])
  return [
    { at: [...at, 'where'], kind: 'text' },
    ...(typeof months === 'number'
      ? [{ at: [...at, 'followUp', 'months'], kind: 'number' } satisfies FigureField]
      : []),
    ...arms.flatMap((arm, index): FigureField[] => [
      ...(['value', 'range', 'effect'] as const).flatMap((key) =>
        printed(valueAt(arm, [key]), [...at, 'arms', index, key]),
      ),
      ...(valueAt(arm, ['where']) === undefined
        ? []
        : [{ at: [...at, 'arms', index, 'where'], kind: 'text' } satisfies FigureField]),
    ]),
    ...printed(valueAt(written, ['effect']), [...at, 'effect']),
  ]
}

/** A number as a person types it: no commas, no unit. Null: it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed.trim()
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace('−', '-')) : null
}

/** Two names of one person, however they are typed. */
export const isSamePerson = (one: string, other: string): boolean =>
  one
    .trim()
    .toLowerCase()
    .replace(/[\s.]+/g, ' ') ===
  other
    .trim()
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')

/** A changed figure that waits for its second reader. It is in no file of content yet. */
export type WaitingFigure = {
  /** Left out by desks of before. */
  kind?: 'figure'
  /** The first arm of the result. */
  id: string
  condition: string
  by: string
  because: string
  /** YYYY-MM-DD */
  on: string
  changes: { at: Place; from: unknown; to: string | number }[]
  /** Tries of a second reader that did not agree: who, and in which columns. */
  tries: { by: string; columns: string[]; typed: Record<string, Record<string, string>> }[]
  /** The result was read at its source on that day. */
  read: boolean
}

export const editsOf = ({ changes }: Pick<WaitingFigure, 'changes'>): Edit[] =>
  changes.map(({ at, to }) => ({ kind: 'set', at, value: to }))

/** When the source was read again: all arms of the result, and when it is due next (half a year later). */
export function datesOf(result: Result, at: Place, today: string): Edit[] {
  const next = new Date(`${today}T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 6)
  const due = next.toISOString().slice(0, 10)
  const own = result.arms.flatMap((arm, index): Edit[] => [
    ...(arm.checkedOn
      ? [{ kind: 'set', at: [...at, 'arms', index, 'checkedOn'], value: today } satisfies Edit]
      : []),
    ...(arm.nextReview
      ? [{ kind: 'set', at: [...at, 'arms', index, 'nextReview'], value: due } satisfies Edit]
      : []),
  ])
  return [
    { kind: 'set', at: [...at, 'checkedOn'], value: today },
    { kind: 'set', at: [...at, 'nextReview'], value: due },
    ...own,
  ]
}

/** A row of tests/golden by column. */
type Row = Readonly<Record<string, string>>

/** The columns that a second reader types anew: those of numbers that either the old row or the figure now has. */
export function columnsToType(
  row: Row | undefined,
  cells: Readonly<Record<string, string | number | undefined>>,
): string[] {
  const kept = new Set(['source', 'counted_side', 'tier', 'effect_measure', 'effect_level', 'finding'])
  const used = (column: string) => (row?.[column] ?? '') !== '' || cells[column] !== undefined
  return Object.keys(cells).filter((column) => !kept.has(column) && used(column))
}

/** Which arms' rows have to be typed again: those whose figures the change touches. */
export function changedArms(
  before: readonly Estimate[],
  after: readonly Estimate[],
  cellsOf: (estimate: Estimate) => Readonly<Record<string, string | number | undefined>>,
): string[] {
  const old = new Map(before.map((estimate) => [estimate.id, cellsOf(estimate)]))
  return after.flatMap((estimate) => {
    const [was, now] = [old.get(estimate.id) ?? {}, cellsOf(estimate)]
    return Object.keys(now).some((column) => now[column] !== was[column]) ? [estimate.id] : []
  })
}

/** One line of a CSV file (RFC 4180). */
export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

/**
 * A table with some rows typed again, and new ones at its end; every other line stays as it is.
 * @param rows the rows by the id of their figure
 */
export function withRows(csv: string, rows: Readonly<Record<string, Row>>): string {
  const [head = ''] = csv.split(/\r?\n/)
  const columns = head.split(',')
  const old = csv.split('\n')
  const idOf = (line: string) => line.slice(0, line.indexOf(','))
  const write = (row: Row, end: string) => csvLine(columns.map((column) => row[column] ?? '')) + end
  const lines = old.map((line) => {
    const row = rows[idOf(line)]
    return row ? write(row, line.endsWith('\r') ? '\r' : '') : line
  })
  const known = new Set(old.map(idOf))
  const added = Object.entries(rows).flatMap(([id, row]) =>
    known.has(id) ? [] : [write(row, old[0]?.endsWith('\r') ? '\r' : '')],
  )
  if (!added.length) return lines.join('\n')
  const last = lines.at(-1) === '' ? lines.slice(0, -1) : lines
  return [...last, ...added, ''].join('\n')
}

/** Digits of a text covered, so that who types a figure again finds the place and not the figure. */
export const withoutFigures = (where: string): string => where.replace(/\d[\d.,]*/g, '▢')
