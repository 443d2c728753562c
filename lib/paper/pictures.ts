import type { Figure, FigureBook } from '@/lib/numbers/schema'
import { viewRow } from '@/lib/numbers/study-view'
import type { Run } from '@/lib/paper/schema'

/**
 * How many people of a picture are dark, and what they share; `from` is the figure it draws, `estimate:<id>`. Always
 * those of the endpoint's headline side, who are counted first in the sentence beside it and are dark on the screen too.
 */
export type Picture = { of: 100 | 1000; filled: number; words: string; from: string }

/** Draws what the page draws for a figure: people of one study, over the denominator of that study. */
export function pictureOf(from: string, book: FigureBook): Picture | null {
  const id = from.replace(/^estimate:/, '')
  const study = viewRow([id], book, []).studies[0]
  const arms: readonly Figure[] = study?.group.arms ?? []
  const shown = study?.shown[arms.findIndex((arm) => arm.id === id)]
  const figure = book.estimates[id]
  if (shown?.kind !== 'people' || figure?.thing !== 'people') return null
  const { per: of, count: filled } = shown.shown
  return { of, filled, words: figure.endpointWords[figure.headline], from }
}

/** The words beside a picture, which are its alternative text too. */
export const pictureText = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
