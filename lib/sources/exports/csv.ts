import { namesOf } from '@/lib/sources/citation'
import type { ExportedSource } from '@/lib/sources/library-schema'

const columns = [
  'id',
  'kind',
  'authors',
  'title',
  'container',
  'year',
  'doi',
  'pmid',
  'nct',
  'url',
  'tier',
  'readAs',
  'status',
  'checkedOn',
  'note',
] as const satisfies readonly (keyof ExportedSource)[]

/**
 * A cell of RFC 4180. A text that a spreadsheet would run as a formula (it starts with = + - @, also in the wide forms of
 * East Asia and behind spaces, or with a tab or a line end) gets an apostrophe in front.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = /^(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Excel takes a file for an old Western encoding unless it begins with this mark of UTF-8, and shows "BaÃ±ares". */
const utf8Mark = '\ufeff'

/** Rows as comma-separated values (RFC 4180), marked as UTF-8, CR LF ends; the first row has the names. */
export function csvFile(rows: readonly (readonly (string | number | null)[])[]): string {
  return utf8Mark + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

/** Sources as comma-separated values, as {@link csvFile}. */
export function writeCsv(sources: readonly ExportedSource[]): string {
  const rows = sources.map((source) => {
    const shown = { ...source, authors: namesOf(source.authors) }
    return columns.map((column) => shown[column])
  })
  return csvFile([columns, ...rows])
}
