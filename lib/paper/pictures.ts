import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { viewRow } from '@/lib/numbers/study-view'
import type { Run } from '@/lib/paper/schema'

/**
 * How many people of a picture are filled in; `from` is the figure it draws, `estimate:<id>`. Always those for whom it
 * went badly, whichever side the study printed: pictures stand under each other, and eyes compare them.
 */
export type Picture = { of: 100 | 1000; affected: number; from: string }

/** Draws what the page draws for a figure: people of one study, over the denominator of that study. */
export function pictureOf(from: string, book: FigureBook): Picture | null {
  const id = from.replace(/^estimate:/, '')
  const study = viewRow([id], book, []).studies[0]
  const arms: readonly Figure[] = study?.group.arms ?? []
  const shown = study?.shown[arms.findIndex((arm) => arm.id === id)]
  if (shown?.kind !== 'people' || !book.estimates[id]?.ofPeople) return null
  const bad = book.estimates[id].headline === 'bad' ? shown.shown : shown.other
  return { of: bad.per, affected: bad.count, from }
}

/** The words beside a picture, which are its alternative text too. */
export const pictureText = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
