import fs from 'node:fs'

/** Titles of the tests and their steps in a file, as they are written there; a rule of a table of rules counts by its name. */
export function titlesIn(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8')
  const found = text.matchAll(
    /(?:\b(?:it|test)(?:\.each\([^)]*\)|\.step)?\(\s*|\bname:)\s*(['"`])((?:\\.|(?!\1).)*)\1/g,
  )
  return [...found].map((match) => (match[2] ?? '').replaceAll(/\\(.)/g, '$1'))
}
