import type { SummaryExport } from './entry'

/** The summary page on paper: components/summary/summary-sheet.tsx with app/styles/print.css, at most two sheets. */
export const printExport = { madeIn: 'page' } as const satisfies SummaryExport
