import type { Cell } from './schema'

/** The reasons that stand in cells without figures, each once. */
export function cellWhys(cells: Readonly<Record<string, Cell>>): string[] {
  const whys = Object.values(cells).flatMap((cell) =>
    'unknown' in cell ? [cell.unknown] : 'notApplicable' in cell ? [cell.notApplicable] : [],
  )
  return [...new Set(whys)]
}
