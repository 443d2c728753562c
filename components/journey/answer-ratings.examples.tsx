import { AnswerRatings } from '@/components/journey/answer-ratings'
import {
  inventedMarks,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { bookOf, invented } from '@/components/numbers/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { CellView } from '@/lib/journey/data'
import { CertaintyLevel } from '@/lib/numbers/schema'
import type { RatingView } from '@/lib/ratings/schema'

const book = bookOf([invented])

/** A rating that nobody made, of a study that was never done. */
const rating = (level: RatingView['level']): RatingView => ({
  level,
  start: 'randomised',
  against: ['An example reason, not real.'],
  for: [],
  ratedOn: '2026-11-28',
})
const rated = (level: RatingView['level']): CellView => ({
  estimates: ['example-figure'],
  rating: rating(level),
})

type State = { cells: Record<string, CellView>; isShort?: boolean; name?: string }
const example = exampleOf(({ cells, isShort = false, name }: State, kit) => (
  <AnswerRatings
    title={<h4>An example of how sure we are</h4>}
    cells={cells}
    options={Object.keys(cells).map((id) => inventedOption(id, name === undefined ? {} : { name }))}
    marks={inventedMarks}
    kit={{ ...kit, book }}
    isShort={isShort}
  />
))

const [a = 'high', b = 'moderate', c = 'low', d = 'very-low'] = CertaintyLevel.options

export const examples: readonly Example[] = [
  example('every level', { cells: { a: rated(a), b: rated(b), c: rated(c), d: rated(d) } }),
  example('the level alone', { cells: { a: rated(a), b: rated(b) }, isShort: true }),
  example('not rated yet, and rated no more', {
    cells: { a: { estimates: ['example-figure'] }, b: rated(null) },
  }),
  example('an option without figures is left out', { cells: { a: rated(a), b: { unknown: 'nobody' } } }),
  example('long words', { cells: { a: rated(a) }, name: longName }),
  example('right to left', { cells: { a: rated(a) }, name: rightToLeftName }, { isRightToLeft: true }),
]
