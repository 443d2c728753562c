import type { CertaintyLevel, FigureBook } from '@/lib/numbers/schema'

/** What a source, or a body that looked at it, said of the certainty of figures. */
export type SourceRating = { level: CertaintyLevel; by: string }

/** The ratings that sources gave to these figures, each once. They stand before ours. */
export function sourceRatings(ids: readonly string[], book: FigureBook): SourceRating[] {
  const found = ids.flatMap((id): SourceRating[] => {
    const figure = book.estimates[id]
    if (!figure || !('level' in figure.certainty)) return []
    const { level, ratedBy } = figure.certainty
    return [{ level, by: ratedBy === figure.source ? figure.sourceShown.short : ratedBy }]
  })
  return [...new Map(found.map((rating) => [`${rating.level} ${rating.by}`, rating])).values()]
}
