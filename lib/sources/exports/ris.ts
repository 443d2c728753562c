import type { ExportedSource } from '@/lib/sources/library-schema'
import { authorsOf, type Author } from './authors'
import { readingNote } from './csl-json'

const types: Partial<Record<ExportedSource['kind'], string>> = {
  guideline: 'RPRT',
  registry: 'RPRT',
  regulator: 'RPRT',
  survey: 'RPRT',
  'trial-registration': 'ELEC',
  'patient-information': 'ELEC',
  // Not NEWS: its AU is the reporter, and readers that follow the format then show the item without an author.
  news: 'MGZN',
  law: 'STAT',
}

/**
 * "Velazquez, EJ", "Smith, JA, Jr". A comma parts a family name from a given one in this format, so that a group's own
 * commas are left out: with them "Ministry of Health, Labour and Welfare" would be a person.
 */
function nameIn(author: Author): string {
  if ('literal' in author) return author.literal.replaceAll(',', '')
  return [author.family, author.given, author.suffix].filter(Boolean).join(', ')
}

/** One line of RIS. A line break inside a value would start a new field, so it becomes a space. */
const line = (tag: string, value: string) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`

/** Sources as RIS, the format of EndNote, Mendeley and RefWorks. Lines end with CR LF, as the format asks. */
export function writeRis(sources: readonly ExportedSource[]): string {
  return sources
    .map((source) => {
      const fields: [string, string | null][] = [
        ['ID', source.id],
        ...authorsOf(source.authors).map((author): [string, string] => ['AU', nameIn(author)]),
        ['TI', source.title],
        ['T2', source.container],
        ['PY', source.year === null ? null : String(source.year)],
        ['DO', source.doi],
        ['AN', source.pmid ? `PMID ${source.pmid}` : null],
        ['UR', source.url],
        ['Y2', source.checkedOn.replaceAll('-', '/')],
        ['N1', readingNote(source)],
      ]
      const body = fields.map(([tag, value]) => (value ? line(tag, value) : '')).join('')
      return `${line('TY', types[source.kind] ?? 'JOUR')}${body}ER  - \r\n`
    })
    .join('\r\n')
}
