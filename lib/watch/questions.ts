import { About, type AskedAt } from '@/lib/watch/schema'

/** A source or a running trial, as far as the watch needs to know it. */
export type Watched = { id: string; doi: string | null; pmid: string | null; nct: string | null }

/** What a question is about: our source, and the number that the place knows it by. */
export type Subject = { sourceId: string; about: string }

/** One request to one place. Several sources may hang on it: two that share a number, or a set of PubMed numbers. */
export type Question = {
  askedAt: Exclude<AskedAt, 'retraction-watch'>
  /** Path and query below the place's base address. */
  path: string
  /** What the reply must be. */
  format: 'json' | 'xml'
  subjects: Subject[]
}

/** PubMed records with long reference lists reach some 300 kB; ten stay well below the size we accept. */
const pubmedAtOnce = 10

/** The numbers in a field, "NCT05630807; NCT05630820": only what has the shape of one is ever sent. A DOI may hold ";". */
function numbersIn(text: string | null): string[] {
  const parts = text?.startsWith('10.') ? [text] : (text ?? '').split(/[;,\s]+/)
  return [...new Set(parts.filter((part) => About.safeParse(part).success))]
}

function groupByNumber(watched: readonly Watched[], field: 'doi' | 'pmid' | 'nct'): Map<string, Subject[]> {
  const groups = new Map<string, Subject[]>()
  for (const item of watched)
    for (const about of numbersIn(item[field])) {
      const subjects = groups.get(about) ?? []
      if (!subjects.some(({ sourceId }) => sourceId === item.id)) subjects.push({ sourceId: item.id, about })
      groups.set(about, subjects)
    }
  return groups
}

const doiPath = (doi: string) => doi.split('/').map(encodeURIComponent).join('/')

/** Every request that a full watch makes, each number once. */
export function planQuestions(watched: readonly Watched[]): Question[] {
  const questions: Question[] = []
  for (const [doi, subjects] of groupByNumber(watched, 'doi'))
    questions.push({ askedAt: 'crossref', path: `/works/${doiPath(doi)}`, format: 'json', subjects })
  const pmids = [...groupByNumber(watched, 'pmid')]
  for (let first = 0; first < pmids.length; first += pubmedAtOnce) {
    const some = pmids.slice(first, first + pubmedAtOnce)
    questions.push({
      askedAt: 'pubmed',
      path: `/efetch.fcgi?db=pubmed&retmode=xml&tool=lantern&id=${some.map(([pmid]) => pmid).join(',')}`,
      format: 'xml',
      subjects: some.flatMap(([, subjects]) => subjects),
    })
  }
  for (const [nct, subjects] of groupByNumber(watched, 'nct'))
    questions.push({
      askedAt: 'trials-register',
      path: `/studies/${nct}?fields=NCTId,OverallStatus,LastUpdatePostDate,HasResults`,
      format: 'json',
      subjects,
    })
  return questions
}

/** What the Retraction Watch file is searched for. */
export function retractionWatchSubjects(watched: readonly Watched[]): Subject[] {
  return (['doi', 'pmid'] as const).flatMap((field) => [...groupByNumber(watched, field).values()].flat())
}
