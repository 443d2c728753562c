import type { FoundDetail } from '@/lib/watch/schema'
import { failed, worstNotice, type Finding } from '@/lib/watch/status'

/**
 * Reads the Retraction Watch file (CSV) that Crossref publishes once per working day. Its column names are those of
 * Crossref's page "Retraction Watch" (crossref.org/documentation/retrieve-metadata/retraction-watch), 2026-11-20.
 */
const columns = ['OriginalPaperDOI', 'OriginalPaperPubMedID', 'RetractionNature', 'RetractionDate'] as const

type Notice = { status: 'corrected' | 'concern' | 'retracted'; detail: FoundDetail }
const natures: Record<string, Notice> = {
  retraction: { status: 'retracted', detail: 'retraction' },
  'expression of concern': { status: 'concern', detail: 'expression-of-concern' },
  correction: { status: 'corrected', detail: 'correction' },
  reinstatement: { status: 'corrected', detail: 'reinstatement' },
}

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

/** "3/15/2021 0:00" as a number that sorts by time; 0 when it is no such date. */
function dayNumber(text: string): number {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? []
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
  const keyOf = (about: string) => about.trim().toLowerCase()
  const hits = new Map<string, { nature: string; day: number }[]>(wanted.map((about) => [keyOf(about), []]))
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
    const nature = keyOf(cell('RetractionNature'))
    const day = dayNumber(cell('RetractionDate'))
    for (const name of ['OriginalPaperDOI', 'OriginalPaperPubMedID'] as const)
      hits.get(keyOf(cell(name)))?.push({ nature, day })
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
          isUsable ? judge(hits.get(keyOf(about)) ?? []) : failed('wrong-shape'),
        ]),
      )
    },
  }
}

/** A paper that was put back in force after its last retraction counts as corrected. */
function judge(rows: readonly { nature: string; day: number }[]): Finding {
  const lastBack = Math.max(
    0,
    ...rows.filter(({ nature }) => nature === 'reinstatement').map(({ day }) => day),
  )
  const inForce = rows.filter(({ nature, day }) => nature === 'reinstatement' || day === 0 || day > lastBack)
  const worst = worstNotice(inForce.flatMap(({ nature }) => natures[nature] ?? []))
  const hasUnknown = inForce.some(({ nature }) => !Object.hasOwn(natures, nature))
  return hasUnknown && worst.ok && worst.status !== 'retracted' ? failed('unknown-value') : worst
}
