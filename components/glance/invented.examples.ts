/** A question of six options that do not exist, for the examples of this folder. */
import { bookOf, invented, inventedUsual } from '@/components/numbers/invented.examples'
import type { OutcomeView } from '@/lib/journey/data'
import { optionMarks } from '@/lib/journey/steps'
import type { Figure } from '@/lib/numbers/schema'
import type { RatingView } from '@/lib/ratings/schema'

/** Six options that do not exist. */
export const options = ['usual', 'tablet', 'device', 'surgery', 'rest', 'other'].map((id) => ({
  id,
  name: `Example: ${id}`,
}))
export const ids = options.map(({ id }) => id)
export const marks = optionMarks(ids)
export const names = new Map(options.map(({ id, name }) => [id, name]))

type Over = Partial<Figure>
const pair = (id: string, option: string, over: Over = {}, control: Over = {}): Figure[] => [
  { ...invented, id, headline: 'good', option, comparator: `${id}-usual`, ...over },
  { ...inventedUsual, id: `${id}-usual`, option: 'usual', headline: 'good', ...control },
]
const clear: Over = { effect: { measure: 'HR', value: 0.5, low: 0.3, high: 0.8, level: 95 } }
const unclear: Over = { effect: { measure: 'HR', value: 0.9, low: 0.6, high: 1.4, level: 95 } }
const rare = (events: number): Over => ({ value: { type: 'counts', events, total: 2000 } })
const alone: Over = { option: 'surgery', design: 'single-group' }

/** Not real: see `invented`. */
const figures: Figure[] = [
  ...pair('clear', 'tablet', clear),
  ...pair('unclear', 'device', unclear),
  ...pair('rare', 'tablet', { ...rare(8), ...unclear }, rare(12)),
  ...pair('other-control', 'device', clear, { option: null }),
  { ...invented, headline: 'good', ...alone, id: 'alone' },
  { ...invented, id: 'said', option: 'rest', value: { type: 'finding', finding: 'no-clear-difference' } },
  {
    ...invented,
    id: 'points',
    option: 'rest',
    value: { type: 'meanDifference', value: 9, low: 1, high: 18, unit: 'points', of: 'between' },
  },
]

export const rating = (level: 'high' | 'low'): RatingView => ({
  level,
  start: 'randomised',
  against: [],
  for: [],
  ratedOn: '2026-11-28',
})

export const book = bookOf(figures)

/** A question of these options, with an id of its own made from `name`. */
export const outcomeOf = (
  name: string,
  cells: OutcomeView['cells'],
  more: Partial<OutcomeView> = {},
): OutcomeView => ({
  id: `example-${name.replaceAll(/[^a-z0-9]+/g, '-')}`,
  tone: 'benefit',
  onSheet: false,
  question: 'Is this an example?',
  answer: [],
  cells,
  ...more,
})

export const unknown = { unknown: 'example', why: 'An example reason: nobody asked.' }

/** An option in every state that a card has. */
export const everyState: OutcomeView['cells'] = {
  usual: { estimates: ['clear-usual'] },
  tablet: {
    estimates: ['clear'],
    atAGlance: 'An example sentence, at most fourteen words, with its time.',
    rating: rating('high'),
  },
  device: { estimates: ['unclear'], rating: rating('low') },
  surgery: { estimates: ['alone'] },
  rest: { estimates: ['said'] },
  other: unknown,
}
