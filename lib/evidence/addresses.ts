/** Addresses of the open data, below one folder, so that the front can tell them from everything else. */

/** Everything below it may be read from any site. */
export const openRoot = '/api/evidence'

/** Whether an address belongs to the open data, there or not. @param path without a query, decoded */
export const isOpen = (path: string): boolean => path === openRoot || path.startsWith(`${openRoot}/`)

/** Also the address of the index. */
export const openFolder = `${openRoot}/v1`
export const indexAddress = openFolder
/** Where the index lies on the disk, and its second address. */
export const openIndexFile = `${openFolder}/index.json`
export const openApiAddress = `${openFolder}/openapi.json`
export const openSourcesAddress = `${openFolder}/sources.json`

/** A file about one condition in one language. */
export const openFileAddress = (
  locale: string,
  conditionId: string,
  file: 'results' | 'decisions' | 'products',
): string => `${openFolder}/${locale}/${conditionId}/${file}.json`

/** The figures of a decision as FHIR R5. */
export const fhirAddress = (locale: string, conditionId: string, decisionId: string): string =>
  `${openFolder}/${locale}/${conditionId}/fhir-r5-${decisionId}.json`

/** The summary-of-findings table of a decision for a spreadsheet. */
export const findingsCsvAddress = (locale: string, conditionId: string, decisionId: string): string =>
  `${openFolder}/${locale}/${conditionId}/findings-${decisionId}.csv`
