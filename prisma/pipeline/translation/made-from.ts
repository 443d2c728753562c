/**
 * Which English text each translation was made from. When the English changes afterwards, the translation is out of date:
 * the content check names it until a person has translated it again and says so (`npm run content:translation -- <language> --made`).
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Locale } from '@/lib/texts/languages'
import { keyOf, type Text } from './texts'

/** Letters of a hash: of 6,000 texts of a language, two share one by chance once in a million. */
const length = 10

export const hashOf = (source: Text): string =>
  createHash('sha256')
    .update(`${keyOf(source)}\n${source.text}`)
    .digest('hex')
    .slice(0, length)

const fileOf = (root: string, locale: Locale): string =>
  path.join(root, 'shared/translations', `${locale}.made-from.txt`)

/** The hashes of the source texts that a language was translated from; null when nobody has recorded any. */
export function readMadeFrom(root: string, locale: Locale): ReadonlySet<string> | null {
  const file = fileOf(root, locale)
  if (!fs.existsSync(file)) return null
  return new Set(fs.readFileSync(file, 'utf8').match(/^[0-9a-f]{10}$/gm) ?? [])
}

/** Records that the translation of these source texts is up to date. Texts that are gone are forgotten. */
export function writeMadeFrom(root: string, locale: Locale, sources: readonly Text[]): void {
  const lines = [...new Set(sources.map(hashOf))].sort()
  fs.writeFileSync(fileOf(root, locale), `${lines.join('\n')}\n`)
}
