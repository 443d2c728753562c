import type { FindingsTable } from '@/lib/evidence/findings-table'
import { licence, type Release } from '@/lib/evidence/schema'
import { csvFile } from '@/lib/sources/exports/csv'
import type { Translate } from '@/lib/texts/translate'

/** The columns, in order; their heads stand in the words. */
export const findingsColumns = [
  'question',
  'option',
  'counted',
  'with',
  'withFigure',
  'withPeople',
  'versus',
  'versusFigure',
  'versusPeople',
  'difference',
  'effect',
  'time',
  'design',
  'sure',
  'ratedBy',
  'notes',
  'source',
  'tier',
  'estimateId',
  'sourceId',
  'reviewed',
  'licence',
  'version',
] as const

/**
 * The table for a spreadsheet: one row for each lead figure, one for each option without; whole by itself, as rows are
 * copied out of their file.
 * @param reviewed "Not yet reviewed by a clinician.", as the pages of the decision say
 */
export function writeFindingsCsv(
  { outcomes }: FindingsTable,
  { contentVersion }: Release,
  reviewed: string,
  t: Translate,
): string {
  const rows = outcomes.flatMap(({ question, rows: findings }) =>
    findings.map(
      ({ option, finding, why, sure }): Record<(typeof findingsColumns)[number], string | number | null> => ({
        question,
        option: option.name,
        counted: finding?.endpoint ?? null,
        with: finding?.own.name ?? null,
        withFigure: finding?.own.figure ?? why,
        withPeople: finding?.own.people ?? null,
        versus: finding?.versus?.name ?? null,
        versusFigure:
          finding && (finding.versus?.figure ?? t(finding.isAlone ? 'findings.alone' : 'findings.noOther')),
        versusPeople: finding?.versus?.people ?? null,
        difference: finding?.difference ?? null,
        effect: finding?.effect ?? null,
        time: finding?.time ?? null,
        design: finding?.design ?? null,
        sure: finding ? (sure ?? t('certainty.notRated')) : null,
        ratedBy: sure ? t('ratings.byUs') : null,
        notes: finding ? [finding.source.status, ...finding.notes].filter(Boolean).join(' ') || null : null,
        source: finding?.source.short ?? null,
        tier: finding?.source.tier ?? null,
        estimateId: finding?.own.estimate ?? null,
        sourceId: finding?.source.id ?? null,
        reviewed,
        licence,
        version: contentVersion,
      }),
    ),
  )
  return csvFile([
    findingsColumns.map((column) => t(`findings.column.${column}`)),
    ...rows.map((row) => findingsColumns.map((column) => row[column])),
  ])
}
