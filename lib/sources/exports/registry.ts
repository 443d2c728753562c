import type { ExportedSource } from '@/lib/sources/library-schema'
import { writeCslJson } from './csl-json'
import { writeCsv } from './csv'
import { writeRis } from './ris'

/**
 * The formats the list of sources can be saved in. To add one: write its file beside this one, add a line here, and
 * an example to tests/unit/sources/exports.test.ts. The page and the route follow by themselves.
 */
export const exportFormats = {
  'csl-json': {
    name: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    extension: 'json',
    write: writeCslJson,
  },
  ris: {
    name: 'RIS',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    extension: 'ris',
    write: writeRis,
  },
  csv: {
    name: 'CSV',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    write: writeCsv,
  },
} as const satisfies Record<
  string,
  {
    name: string
    mediaType: string
    extension: string
    write: (sources: readonly ExportedSource[]) => string
  }
>

export type ExportFormat = keyof typeof exportFormats
export const exportFormatIds = Object.keys(exportFormats) as ExportFormat[]

/** Whether a word names a format. */
export function isExportFormat(value: string | null): value is ExportFormat {
  return value !== null && Object.hasOwn(exportFormats, value)
}
