import type { Cell } from './schema'

/** The reason that stands in a cell without figures; null: it has figures. */
export const whyOf = (cell: Cell): string | null =>
  'unknown' in cell ? cell.unknown : 'notApplicable' in cell ? cell.notApplicable : null

/** The reasons that stand in cells without figures, each once. */
export const cellWhys = (cells: Readonly<Record<string, Cell>>): string[] => [
  ...new Set(Object.values(cells).flatMap((cell) => whyOf(cell) ?? [])),
]
