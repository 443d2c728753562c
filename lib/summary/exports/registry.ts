import type { SummaryExport } from './entry'
import { fhirExport } from './fhir-bundle'
import { pdfExport } from './pdf'
import { printExport } from './print'
import { textExport } from './text'

/**
 * The forms a summary can take. To add one: write its file beside this one, add a line here, and say in
 * tests/content/summary-exports.test.ts how its words are read back: the test then holds it to the same words.
 */
export const summaryExports = {
  print: printExport,
  pdf: pdfExport,
  text: textExport,
  fhir: fhirExport,
} as const satisfies Record<string, SummaryExport>

export type SummaryExportId = keyof typeof summaryExports
export const summaryExportIds = Object.keys(summaryExports) as SummaryExportId[]
