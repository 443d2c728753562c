import type { SummaryExport } from './entry'

/** The summary page on paper: lib/paper/paper-tree.ts with app/styles/print.css, at most two sheets. */
export const printExport = { madeIn: 'page' } as const satisfies SummaryExport
