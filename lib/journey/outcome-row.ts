import type { Cell } from '@/lib/journey/schema'
import type { FigureBook } from '@/lib/numbers/schema'
import { firstFigures, viewRow } from '@/lib/numbers/study-view'
import { joinTwins, type JoinedStudy } from '@/lib/numbers/twin-studies'
import { figureTexts } from '@/lib/words/kit'

/** Options without figures in a row, those with the same reason together. */
export type Blank<Option> = { isUnknown: boolean; why: string; options: Option[] }

/** One question of a decision, worked out: what every option has on it. */
export type OutcomeRow<Option> = {
  /** The studies that stand first: the main one of each option. */
  first: JoinedStudy[]
  more: JoinedStudy[]
  blanks: Blank<Option>[]
  /** The figures are of different studies, and must not be set against each other. */
  isSeveral: boolean
}

/** @param options of the decision, in its fixed order */
export function outcomeRow<Option extends { id: string }>(
  cells: Readonly<Record<string, Cell & { why?: string }>>,
  options: readonly Option[],
  book: FigureBook,
): OutcomeRow<Option> {
  const figuresOf = options.map(({ id }) => {
    const cell = cells[id]
    return cell && 'estimates' in cell ? cell.estimates : []
  })
  const row = viewRow(
    [...new Set(figuresOf.flat())],
    book,
    options.map(({ id }) => id),
  )
  const firstIds = new Set(figuresOf.flatMap((ids) => firstFigures(ids, book)))
  const isFirst = ({ group, alike }: JoinedStudy) =>
    [...group.arms, ...alike].some((figure) => firstIds.has(figure.id))
  const studies = joinTwins(row.studies)
  const blanks: Blank<Option>[] = []
  for (const option of options) {
    const cell = cells[option.id]
    if (!cell || 'estimates' in cell) continue
    const isUnknown = 'unknown' in cell
    const why = cell.why ?? ''
    const same = blanks.find((blank) => blank.isUnknown === isUnknown && blank.why === why)
    if (same) same.options.push(option)
    else blanks.push({ isUnknown, why, options: [option] })
  }
  return {
    first: studies.filter(isFirst),
    more: studies.filter((study) => !isFirst(study)),
    blanks,
    isSeveral: row.flags.includes('different-study'),
  }
}

/** The options that a study says something about, for a packet that shows some first; empty: it belongs to none. */
export function optionsOf({ group, alike }: JoinedStudy): string[] {
  return [...new Set([...group.arms, ...alike].flatMap(({ option }) => option ?? []))]
}

/** Every text that a row may put on a page besides its answer: for the list of the page's words. */
export function rowTexts<Option>(
  { first, more, blanks }: OutcomeRow<Option>,
  which: 'first' | 'all',
  book: FigureBook,
): string[] {
  const studies = which === 'first' ? first : [...first, ...more]
  const ids = studies.flatMap(({ group }) => group.arms.map(({ id }) => id))
  return [...figureTexts(ids, book), ...blanks.map(({ why }) => why)]
}
