import type { SummaryExport } from './entry'

/** A tagged PDF file (lib/paper/typst.ts), made by app/api/summary/pdf for one form post. */
export const pdfExport = {
  madeIn: 'server',
  mediaType: 'application/pdf',
  extension: 'pdf',
  action: '/api/summary/pdf',
} as const satisfies SummaryExport
