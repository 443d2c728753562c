import type { ExportedSource } from '@/lib/sources/library-schema'
import { authorsOf, othersNote } from './authors'

/** CSL 1.0.2 item types for our kinds. */
const types: Record<ExportedSource['kind'], string> = {
  'randomised-trial': 'article-journal',
  'meta-analysis': 'article-journal',
  'systematic-review': 'article-journal',
  cohort: 'article-journal',
  registry: 'report',
  review: 'article-journal',
  guideline: 'report',
  regulator: 'report',
  'trial-registration': 'webpage',
  'retraction-notice': 'article-journal',
  'case-report': 'article-journal',
  laboratory: 'article-journal',
  'patient-information': 'webpage',
  news: 'article-newspaper',
  law: 'legislation',
  survey: 'report',
}

/** How we read it, for the person who follows the reference. */
export function readingNote(source: ExportedSource): string {
  const read = source.tier === 'A' ? "read on the source's own page or record" : 'read in a summary or copy'
  const trial = source.nct ? ` Trial ${source.nct}.` : ''
  const status = source.status === 'current' ? '' : ` Status: ${source.status}.`
  const more = [othersNote(source.authors), source.note].filter(Boolean).map((text) => ` ${text}`)
  return `Lantern ${source.id}: tier ${source.tier}, ${read}, checked ${source.checkedOn}.${trial}${status}${more.join('')}`
}

/** Sources as CSL-JSON, the format of citeproc, Zotero and pandoc. */
export function writeCslJson(sources: readonly ExportedSource[]): string {
  const items = sources.map((source) => {
    const authors = authorsOf(source.authors)
    return {
      id: source.id,
      type: types[source.kind],
      title: source.title,
      ...(authors.length ? { author: authors } : {}),
      ...(source.container ? { 'container-title': source.container } : {}),
      ...(source.year === null ? {} : { issued: { 'date-parts': [[source.year]] } }),
      ...(source.doi ? { DOI: source.doi } : {}),
      ...(source.pmid ? { PMID: source.pmid } : {}),
      ...(source.url ? { URL: source.url } : {}),
      accessed: { 'date-parts': [source.checkedOn.split('-').map(Number)] },
      note: readingNote(source),
    }
  })
  return `${JSON.stringify(items, null, 2)}\n`
}
