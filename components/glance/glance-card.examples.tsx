import { GlanceCard } from '@/components/glance/glance-card'
import {
  book,
  everyState,
  ids,
  marks,
  names,
  options,
  outcomeOf,
  rating,
  unknown,
} from '@/components/glance/invented.examples'
import type { Example } from '@/components/ui/example'
import { glanceCells } from '@/lib/glance/glance-cell'
import type { OutcomeView } from '@/lib/journey/data'

function example(name: string, cells: OutcomeView['cells'], more: Partial<OutcomeView> = {}): Example {
  const outcome = outcomeOf(name, cells, more)
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

export const examples: readonly Example[] = [
  example('every state', everyState),
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
