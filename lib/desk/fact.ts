/**
 * A quantity that sentences name (a length of stay, an age, a price), changed by two people as a figure is: the second
 * types it from the source without seeing what the first one typed.
 */
import { valueAt, type Edit, type Place } from '@/lib/texts/yaml-edit'
import { readNumber } from './figure'

/** A box of a quantity: `''` is the value itself, the others are ends of it ("low", "high", "atLeast", "upTo"). */
export type FactBox = { end: string; kind: 'number' | 'day' }

/** What a box holds, as it stands in the file. */
export type FactValue = string | number

/**
 * The boxes of a quantity as the file has it. Another kind of quantity (a span in place of a number) is a maintainer's
 * work.
 */
export function factBoxes(value: unknown): FactBox[] {
  const box = (end: string, one: unknown): FactBox => ({
    end,
    kind: typeof one === 'number' ? 'number' : 'day',
  })
  if (value === null || typeof value !== 'object') return [box('', value)]
  return Object.entries(value).map(([end, one]) => box(end, one))
}

/** What was typed into a box, or null: it is no number, or no day or month. */
export function readBox({ kind }: FactBox, typed: string): FactValue | null {
  if (kind === 'number') return readNumber(typed)
  return /^\d{4}-\d{2}(-\d{2})?$/.test(typed.trim()) ? typed.trim() : null
}

/** Where the value of a box stands. */
export const boxPlace = (at: Place, { end }: FactBox): Place => [...at, 'value', ...(end ? [end] : [])]

/** The words about a quantity that may be changed beside its value. */
export const besideValue = ['source', 'where', 'tier'] as const

/** A change of a quantity by its first reader. */
export type WaitingFact = {
  kind: 'fact'
  /** Of the quantity. */
  id: string
  file: string
  by: string
  because: string
  /** YYYY-MM-DD */
  on: string
  /** Places below the quantity. */
  changes: { at: Place; from: unknown; to: FactValue }[]
  tries: { by: string; columns: string[]; typed: Record<string, string> }[]
}

/** Whether a second reader has to type it: its value or its source is another. What tells the place is not a figure. */
export const needsSecond = ({ changes }: Pick<WaitingFact, 'changes'>): boolean =>
  changes.some(({ at }) => at[0] === 'value' || at[0] === 'source')

/** @param at the place of the quantity in its file now */
export const factEdits = ({ changes }: Pick<WaitingFact, 'changes'>, at: Place): Edit[] =>
  changes.map((change) => ({ kind: 'set', at: [...at, ...change.at], value: change.to }))

/** The quantity's values by the ends of its boxes, with a change in them. */
export function changedValues(
  fact: unknown,
  { changes }: Pick<WaitingFact, 'changes'>,
): Record<string, FactValue> {
  return Object.fromEntries(
    factBoxes(valueAt(fact, ['value'])).map((box) => {
      const place = boxPlace([], box)
      const changed = changes.find(({ at }) => at.join('.') === place.join('.'))
      return [box.end, changed?.to ?? (valueAt(fact, place) as FactValue)]
    }),
  )
}

/** The boxes in which what a second reader typed is not what the first one did. */
export const differingBoxes = (
  expected: Readonly<Record<string, FactValue>>,
  typed: Readonly<Record<string, string>>,
): string[] =>
  Object.entries(expected).flatMap(([end, value]) => {
    const own = typed[end] ?? ''
    const read = typeof value === 'number' ? readNumber(own.replaceAll(',', '')) : own.trim()
    return read === value ? [] : [end]
  })
