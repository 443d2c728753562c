import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The folder of the figures that were typed a second time. */
export const defaultGoldenDir = process.env.LANTERN_GOLDEN || path.join(process.cwd(), 'tests', 'golden')

/** One row as the typist left it: every cell is text, '' when nothing was typed. */
export type GoldenRow = Readonly<Record<string, string>>

/** Rows of a CSV text with quoted cells; the first line names the columns. */
export function parseCsv(text: string): GoldenRow[] {
  const lines: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g
  for (const [whole, quoted, plain, end] of text.matchAll(cell)) {
    if (whole === '') break
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end !== ',' && end !== '') lines.push([])
  }
  const [head = [], ...rows] = lines.filter((line) => line.length > 0)
  return rows.map((row, at) => {
    if (row.length !== head.length)
      throw new Error(`line ${at + 2}: ${row.length} cells under ${head.length} columns`)
    return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']))
  })
}

/**
 * The independently typed figures of one condition.
 * @throws with what to do when nobody has typed them yet
 */
export function readGolden(condition: string, root = defaultGoldenDir): GoldenRow[] {
  const file = path.join(root, `${condition}.csv`)
  if (!existsSync(file))
    throw new Error(
      `tests/golden/${condition}.csv is missing: the figures of ${condition} were typed only once. To do: somebody who ` +
        'has not seen numbers.yaml types each figure from its source into that file (how: tests/golden/README.md).',
    )
  try {
    return parseCsv(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(
      `tests/golden/${condition}.csv, ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
