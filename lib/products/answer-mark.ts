import { readEstimate } from '@/lib/numbers/effect-reading'
import type { CertaintyLevel, FigureBook } from '@/lib/numbers/schema'
import { proportionOf } from '@/lib/numbers/shown-figures'
import type { ProductStatus } from '@/lib/products/schema'

/** Every mark, in the order of the key. */
export const answerMarks = [
  'helps',
  'probably',
  'may-help',
  'same',
  'testing',
  'unknown',
  'harm-reported',
  'harm-seen',
  'harmful',
] as const

/** What the grid of cell products shows of an answer: a sign and a few words, never one without the other. */
export type AnswerMark = (typeof answerMarks)[number]

export type MarkedAnswer = {
  status: ProductStatus
  estimates: readonly string[]
  sources: readonly string[]
  /** Our own rating of the answer; none or null: not rated. */
  rating?: { level: CertaintyLevel | null } | undefined
}

/**
 * The mark of an answer: what the content's status says, and never more than the answer's own figures and our rating
 * carry. Good and bad news by one rule: each strong word needs its figures, and falls to the next weaker one without.
 * The verb follows our rating as the sentence of an option does (prisma/pipeline/check-glances.ts): high "helps",
 * moderate "probably", low "may", very low "not known", for cells and for usual treatments alike.
 *
 * - `works`: a figure that is clear, with the verb of its rating; without one it may help
 * - `may-help-unsure`: a rating of low or more; else not known
 * - `no-clear-difference`: a figure that compared two groups, and no rating of very low; else not known
 * - `harmful`: a figure that is clear, or a source that says so; else harm was reported
 * - `harm-seen`: a figure that counts people; else harm was reported
 */
export function markOf({ status, estimates, sources, rating }: MarkedAnswer, book: FigureBook): AnswerMark {
  const figures = estimates.flatMap((id) => book.estimates[id] ?? [])
  const readings = figures.map((figure) =>
    readEstimate(figure, figure.comparator ? (book.estimates[figure.comparator] ?? null) : null),
  )
  const isClear = readings.some(({ reading }) => reading === 'clear')
  const level = rating?.level ?? null
  const isRated = level !== null && level !== 'very-low'
  switch (status) {
    case 'works':
      if (!isRated) return 'unknown'
      return isClear && level === 'high' ? 'helps' : isClear && level === 'moderate' ? 'probably' : 'may-help'
    case 'may-help-unsure':
      return isRated ? 'may-help' : 'unknown'
    case 'no-clear-difference':
      return level !== 'very-low' && readings.some(({ reading }) => reading !== 'untested')
        ? 'same'
        : 'unknown'
    case 'being-tested':
      return 'testing'
    case 'not-known-yet':
      return 'unknown'
    case 'harm-reported':
      return 'harm-reported'
    case 'harm-seen':
      return figures.some(({ value }) => proportionOf(value) || value.type === 'rate')
        ? 'harm-seen'
        : 'harm-reported'
    case 'harmful':
      return isClear || sources.length > 0 ? 'harmful' : 'harm-reported'
  }
}

/** The marks that stand in a grid, in the order of the key, each once. */
export function marksIn(marks: readonly AnswerMark[]): AnswerMark[] {
  return answerMarks.filter((mark) => marks.includes(mark))
}
