import type { Cell } from '@/lib/journey/schema'
import type { FigureBook } from '@/lib/numbers/schema'
import { leadFigures } from '@/lib/numbers/lead-figures'
import { viewRow } from '@/lib/numbers/study-view'
import { joinPooled, type JoinedStudy } from '@/lib/numbers/pooled-figures'
import { figureTexts } from '@/lib/sentences/kit'

/** Options without figures in a row, those with the same reason together. */
export type Blank<Option> = { isUnknown: boolean; why: string; options: Option[] }

export type RowItem<Option> = { study: JoinedStudy } | { blank: Blank<Option> }

/** One question of a decision, worked out: what every option has on it. */
export type OutcomeRow<Option> = {
  /** The studies that stand first: those of the lead figures of each option. */
  first: JoinedStudy[]
  more: JoinedStudy[]
  blanks: Blank<Option>[]
  /** The first studies and the blanks as they stand: by the first letter of each, so that no option is favoured. */
  inOrder: RowItem<Option>[]
  /** The figures are of different studies, and must not be set against each other. */
  isSeveral: boolean
}

/** @param options of the decision, in its fixed order */
export function outcomeRow<Option extends { id: string }>(
  cells: Readonly<Record<string, Cell & { why?: string }>>,
  options: readonly Option[],
  book: FigureBook,
): OutcomeRow<Option> {
  const ledOf = options.flatMap(({ id }) => {
    const cell = cells[id]
    return cell && 'estimates' in cell ? [cell] : []
  })
  const row = viewRow(
    [...new Set(ledOf.flatMap(({ estimates }) => estimates))],
    book,
    options.map(({ id }) => id),
  )
  const firstIds = new Set(ledOf.flatMap(leadFigures))
  const isFirst = ({ group, alike }: JoinedStudy) =>
    [...group.arms, ...alike].some((figure) => firstIds.has(figure.id))
  const studies = joinPooled(row.studies)
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
  const first = studies.filter(isFirst)
  const placeOf = (item: RowItem<Option>) => {
    const about = 'study' in item ? optionsOf(item.study) : item.blank.options.map(({ id }) => id)
    return Math.min(...about.map((id) => options.findIndex((option) => option.id === id)))
  }
  const items = [...first.map((study) => ({ study })), ...blanks.map((blank) => ({ blank }))]
  return {
    first,
    more: studies.filter((study) => !isFirst(study)),
    blanks,
    inOrder: items.sort((a, b) => placeOf(a) - placeOf(b)),
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
