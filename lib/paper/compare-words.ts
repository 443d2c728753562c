import type { Compare, Run } from '@/lib/paper/schema'
import { labelled, punctuationOf } from '@/lib/texts/punctuation'

type Cell = Compare['cells'][number]

/** "C. Heart failure medicines" */
export const cellName = ({ letter, name }: Cell): string => `${letter}. ${name}`

/** The notes of the studies of a cell, in one stretch; two figures of one study say once where they are from. */
export function cellNotes({ studies }: Cell, locale: string): Run[] {
  const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
  const once = studies.filter(
    ({ note }, at) =>
      note.length > 0 && studies.findIndex((other) => textOf(other.note) === textOf(note)) === at,
  )
  return once.flatMap(({ note }, at) => [...(at ? [{ text: punctuationOf(locale).gap }] : []), ...note])
}

/** Everything that a cell says, in reading order, where nothing can be drawn: a list item of a text or a record. */
export function cellRuns(cell: Cell, locale: string): Run[] {
  const { colon, list, gap } = punctuationOf(locale)
  return [
    { text: cellName(cell), isStrong: true },
    { text: colon + gap },
    ...cell.studies.flatMap(({ groups, words }): Run[] => [
      ...groups.flatMap(({ label, from }, at) => [
        { text: label, from },
        { text: at + 1 < groups.length ? list + gap : ' ' },
      ]),
      ...words,
      { text: gap },
    ]),
    { text: cell.sure.text },
    { text: gap },
    ...cell.says,
    { text: gap },
    ...cellNotes(cell, locale),
  ]
}

/** A row of a table in reading order: "Donor cells: Live longer: no clear difference. …" */
export function rowRuns(
  [, ...head]: readonly string[],
  [name = [], ...cells]: readonly (readonly Run[])[],
  locale: string,
): Run[] {
  const { stop, gap } = punctuationOf(locale)
  return [
    ...name.map((run) => ({ ...run, isStrong: true })),
    { text: stop + gap },
    ...cells.flatMap((runs, at) => [
      { text: labelled(head[at] ?? '', '', locale) },
      ...runs,
      { text: stop + gap },
    ]),
  ]
}
