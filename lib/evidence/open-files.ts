/** Everything that the open data holds, as files by their address: made once with the pages (lib/server/build/make-evidence.ts). */
import {
  fhirAddress,
  findingsCsvAddress,
  indexAddress,
  openApiAddress,
  openFileAddress,
  openSourcesAddress,
} from '@/lib/evidence/addresses'
import { fhirDocument } from '@/lib/evidence/fhir-r5'
import { writeFindingsCsv } from '@/lib/evidence/findings-csv'
import { findingsTable } from '@/lib/evidence/findings-table'
import { openApiDocument } from '@/lib/evidence/open-api'
import { openDecisions, openProducts, openResults, type OpenContent } from '@/lib/evidence/open-figures'
import {
  licence,
  type Decision,
  type DecisionsFile,
  type IndexFile,
  type ProductsFile,
  type Release,
  type ResultsFile,
  type SourcesFile,
} from '@/lib/evidence/schema'
import type { Kit } from '@/lib/sentences/kit'
import type { Source } from '@/lib/sources/schema'
import type { Locale, Translate } from '@/lib/texts/translate'

export type OpenFile = { address: string; text: string }

const jsonFile = (address: string, value: unknown): OpenFile => ({
  address,
  text: `${JSON.stringify(value)}\n`,
})

/** What stands on top of every file. @param release of the content in the database */
export function openRelease(release: { version: string; contentDate: string }, t: Translate): Release {
  return {
    apiVersion: '1',
    contentVersion: release.version,
    contentDate: release.contentDate,
    licence,
    attribution: t('openData.attribution', { year: release.contentDate.slice(0, 4) }),
    notice: [t('openData.about'), t('openData.rated')],
  }
}

/**
 * The files of one condition in one language.
 * @param given every source, and a UUID that is always the same for a name
 */
export function conditionFiles(
  content: OpenContent,
  reviews: { of: (decisionId: string) => Decision['review']; products: Decision['review'] },
  given: { sources: readonly Source[]; uuidOf: (name: string) => string },
  kit: Kit,
): OpenFile[] {
  const { condition, release, decisions } = content
  const { locale, t } = kit
  const at = (file: 'results' | 'decisions' | 'products') => openFileAddress(locale, condition.id, file)
  const results: ResultsFile = { release, condition, results: openResults(content, kit) }
  const decided: DecisionsFile = { release, condition, decisions: openDecisions(content, reviews.of, kit) }
  const products: ProductsFile = {
    release,
    condition,
    review: reviews.products,
    products: openProducts(content, kit),
  }
  return [
    jsonFile(at('results'), results),
    jsonFile(at('decisions'), decided),
    jsonFile(at('products'), products),
    ...decisions.map((decision) => ({
      address: findingsCsvAddress(locale, condition.id, decision.id),
      text: writeFindingsCsv(findingsTable(decision, kit), release, reviews.of(decision.id).words, t),
    })),
    ...decided.decisions.map((decision) =>
      jsonFile(
        fhirAddress(locale, condition.id, decision.id),
        fhirDocument({ locale, condition, decision, results: results.results, release, t, ...given }),
      ),
    ),
  ]
}

/** The files that stand above the conditions. */
export function sharedFiles(
  release: Release,
  sources: readonly Source[],
  languages: readonly { locale: Locale; conditions: readonly { id: string; name: string }[] }[],
): OpenFile[] {
  const [first = { locale: 'en' }] = languages
  const listed: SourcesFile = {
    release,
    sources: sources.map((source) => ({ ...source, page: `/${first.locale}/sources/${source.id}` })),
  }
  const index: IndexFile = {
    release,
    openapi: openApiAddress,
    sources: openSourcesAddress,
    languages: languages.map(({ locale, conditions }) => ({
      id: locale,
      conditions: conditions.map(({ id, name }) => ({
        id,
        name,
        results: openFileAddress(locale, id, 'results'),
        decisions: openFileAddress(locale, id, 'decisions'),
        products: openFileAddress(locale, id, 'products'),
      })),
    })),
  }
  return [
    jsonFile(indexAddress, index),
    jsonFile(openApiAddress, openApiDocument(release)),
    jsonFile(openSourcesAddress, listed),
  ]
}
