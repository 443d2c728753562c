import { GlanceCard } from '@/components/glance/glance-card'
import { invented } from '@/components/numbers/invented.examples'
import type { Example } from '@/components/ui/example'
import { glanceCells } from '@/lib/glance/glance-cell'
import type { OutcomeView } from '@/lib/journey/data'
import { optionMarks } from '@/lib/journey/steps'
import type { Figure } from '@/lib/numbers/schema'
import type { RatingView } from '@/lib/ratings/schema'

const options = ['usual', 'tablet', 'device', 'surgery', 'rest', 'other'].map((id) => ({
  id,
  name: `Example: ${id}`,
}))
const ids = options.map(({ id }) => id)
const marks = optionMarks(ids)
const names = new Map(options.map(({ id, name }) => [id, name]))

type Over = Partial<Figure>
const pair = (id: string, option: string, over: Over = {}, control: Over = {}): Figure[] => [
  { ...invented, id, headline: 'good', option, comparator: `${id}-usual`, ...over },
  {
    ...invented,
    id: `${id}-usual`,
    option: 'usual',
    armWords: 'example usual care',
    armWordsFirst: 'Example usual care',
    headline: 'good',
    value: { type: 'counts', events: 40, total: 200 },
    ...control,
  },
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

const rating = (level: 'high' | 'low'): RatingView => ({
  level,
  start: 'randomised',
  against: [],
  for: [],
  ratedOn: '2026-11-28',
})

function example(name: string, cells: OutcomeView['cells'], more: Partial<OutcomeView> = {}): Example {
  const slug = name.replaceAll(/[^a-z0-9]+/g, '-')
  const outcome: OutcomeView = {
    id: `example-${slug}`,
    tone: 'benefit',
    onSheet: false,
    question: 'Is this an example?',
    answer: [],
    cells,
    ...more,
  }
  const book = { estimates: Object.fromEntries(figures.map((figure) => [figure.id, figure])), facts: {} }
  return {
    name,
    show: (kit) => (
      <div className="glance">
        <GlanceCard
          outcome={outcome}
          options={options}
          cells={glanceCells(cells, ids, book, outcome.tone)}
          hrefOf={(option) => `#${option}`}
          marks={marks}
          names={names}
          kit={{ ...kit, book }}
        />
      </div>
    ),
  }
}

const unknown = { unknown: 'example', why: 'An example reason: nobody asked.' }

export const examples: readonly Example[] = [
  example('every state', {
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
  }),
  example(
    'what could go wrong',
    {
      tablet: { estimates: ['clear'], rating: rating('high') },
      surgery: { estimates: ['alone'], rating: rating('low') },
      rest: { notApplicable: 'example', why: 'An example reason: nothing is done.' },
    },
    { tone: 'harm' },
  ),
  example('two studies, and one that is told', {
    tablet: {
      estimates: ['clear', 'rare', 'other-control'],
      lead: ['clear', 'rare', 'other-control'],
    },
    device: { estimates: ['unclear', 'other-control'], lead: ['unclear', 'other-control'] },
  }),
  example('few in 1,000, and points', {
    tablet: { estimates: ['rare'] },
    rest: { estimates: ['points'], rating: rating('low') },
  }),
  example('nobody knows', Object.fromEntries(ids.map((id) => [id, unknown]))),
]
