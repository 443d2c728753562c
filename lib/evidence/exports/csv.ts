import type { ExportedSource } from '@/lib/evidence/library-schema'

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
] as const satisfies readonly (keyof ExportedSource)[]

/**
 * A cell of RFC 4180. A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage
 * return) gets an apostrophe in front.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Sources as comma-separated values (RFC 4180): a first line with the names, CR LF ends. */
export function writeCsv(sources: readonly ExportedSource[]): string {
  const rows = sources.map((source) => columns.map((column) => csvCell(source[column])).join(','))
  return [columns.join(','), ...rows].map((row) => `${row}\r\n`).join('')
}
