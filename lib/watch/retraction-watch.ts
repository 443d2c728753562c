import { recordKey, recordKeysIn } from '@/lib/watch/record-keys'
import type { FoundDetail } from '@/lib/watch/schema'
import { failed, worstNotice, type Finding } from '@/lib/watch/finding'

/**
 * Reads the Retraction Watch file (CSV) that Crossref publishes once per working day. Its column names are those of
 * Crossref's page "Retraction Watch" (crossref.org/documentation/retrieve-metadata/retraction-watch), 2026-11-20.
 */
const columns = ['OriginalPaperDOI', 'OriginalPaperPubMedID', 'RetractionNature', 'RetractionDate'] as const

type Notice = { status: 'corrected' | 'concern' | 'retracted'; detail: FoundDetail }
const notices: Record<string, Notice> = {
  retraction: { status: 'retracted', detail: 'retraction' },
  'expression of concern': { status: 'concern', detail: 'expression-of-concern' },
  correction: { status: 'corrected', detail: 'correction' },
  reinstatement: { status: 'corrected', detail: 'reinstatement' },
}

/** What one row of the file says about a paper. */
type Row = { natures: string[]; day: number }

/** "Expression of concern; Retraction" names two. An empty cell is kept: a person must look what it should say. */
const naturesIn = (cell: string) =>
  cell.split(/[;|/]/).map((nature) => nature.replaceAll(/\s+/g, ' ').trim().toLowerCase())

/** A field longer than this ends the reading: the file is not what it should be. */
const longestField = 200_000

/**
 * Turns CSV text that comes in pieces into rows (RFC 4180: quoted fields, doubled quotes, line breaks in quotes).
 * @throws RangeError when a field has no end
 */
export function csvReader(onRow: (fields: string[]) => void): {
  push: (text: string) => void
  end: () => void
} {
  let field = ''
  let row: string[] = []
  let isQuoted = false
  let mayBeEnd = false // a quote inside quotes: the end, or the first of a doubled one
  const endField = () => {
    row.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    if (row.length > 1 || row[0] !== '') onRow(row)
    row = []
  }
  const take = (char: string) => {
    if (mayBeEnd) {
      mayBeEnd = false
      if (char === '"') {
        field += '"'
        return
      }
      isQuoted = false
    }
    if (isQuoted) {
      if (char === '"') mayBeEnd = true
      else field += char
    } else if (char === '"' && field === '') isQuoted = true
    else if (char === ',') endField()
    else if (char === '\n') endRow()
    else if (char !== '\r') field += char
  }
  return {
    push: (text) => {
      for (const char of text) take(char)
      if (field.length > longestField) throw new RangeError('a field of the file has no end')
    },
    end: () => {
      if (field || row.length) endRow()
    },
  }
}

/** "3/15/2021 0:00" or "2021-03-15" as a number that sorts by time; 0 when it is no such date. */
function dayNumber(text: string): number {
  const american = /^\s*(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})\b/
  const iso = /^\s*(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b/
  const { year, month, day } = (american.exec(text) ?? iso.exec(text))?.groups ?? {}
  return year ? Number(year) * 10_000 + Number(month) * 100 + Number(day) : 0
}

export type RetractionWatchReader = {
  push: (text: string) => void
  /** What the file says about each DOI or PubMed number wanted; a number it does not hold has nothing against it. */
  finish: () => Map<string, Finding>
  /** Rows read, the heading not counted. */
  rows: () => number
}

/** Collects from the whole file only the rows about `wanted` (DOIs and PubMed numbers, as in our content). */
export function retractionWatchReader(wanted: readonly string[]): RetractionWatchReader {
  const hits = new Map<string, Row[]>(wanted.map((about) => [recordKey(about), []]))
  let at: Partial<Record<(typeof columns)[number], number>> | null = null
  let rows = 0
  const reader = csvReader((fields) => {
    if (!at) {
      const heading = fields.map((name) => name.replace(/^\uFEFF/, '').trim())
      at = Object.fromEntries(columns.map((name) => [name, heading.indexOf(name)]))
      return
    }
    rows += 1
    const cell = (name: (typeof columns)[number]) => fields[at?.[name] ?? -1] ?? ''
    const row = { natures: naturesIn(cell('RetractionNature')), day: dayNumber(cell('RetractionDate')) }
    for (const name of ['OriginalPaperDOI', 'OriginalPaperPubMedID'] as const)
      for (const key of recordKeysIn(cell(name))) hits.get(key)?.push(row)
  })
  const hasColumns = () => at !== null && columns.every((name) => (at?.[name] ?? -1) >= 0)
  return {
    push: reader.push,
    rows: () => rows,
    finish: () => {
      reader.end()
      const isUsable = hasColumns() && rows > 0
      return new Map(
        wanted.map((about) => [
          about,
          isUsable ? judge(hits.get(recordKey(about)) ?? []) : failed('wrong-shape'),
        ]),
      )
    },
  }
}

/** A paper that was put back in force after its last retraction counts as corrected. */
function judge(rows: readonly Row[]): Finding {
  const isBack = ({ natures }: Row) => natures.includes('reinstatement')
  const lastBack = Math.max(0, ...rows.filter(isBack).map(({ day }) => day))
  const told = rows
    .filter((row) => isBack(row) || row.day === 0 || row.day > lastBack)
    .flatMap((row) => row.natures)
  const worst = worstNotice(told.flatMap((nature) => notices[nature] ?? []))
  const hasUnknown = told.some((nature) => !Object.hasOwn(notices, nature))
  return hasUnknown && worst.ok && worst.status !== 'retracted' ? failed('unknown-value') : worst
}
