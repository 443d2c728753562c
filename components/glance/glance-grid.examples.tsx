import { GlanceGrid } from '@/components/glance/glance-grid'
import {
  book,
  everyState,
  ids,
  marks,
  names,
  options,
  outcomeOf,
  unknown,
} from '@/components/glance/invented.examples'
import {
  inventedDecision,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import { glanceCells } from '@/lib/glance/glance-cell'
import type { OutcomeView } from '@/lib/journey/data'

type State = { outcomes: readonly OutcomeView[]; name?: (name: string) => string }

/** Not real: six options that do not exist, with the questions given. */
const example = exampleOf(({ outcomes, name = (own) => own }: State, kit) => (
  <div className="glance">
    <GlanceGrid
      decision={{
        ...inventedDecision,
        options: options.map((option) => inventedOption(option.id, { name: name(option.name) })),
      }}
      rows={outcomes.map((outcome) => ({
        outcome,
        cells: glanceCells(outcome.cells, ids, book, outcome.tone),
      }))}
      conditionId="example"
      marks={marks}
      names={new Map([...names].map(([id, own]) => [id, name(own)]))}
      kit={{ ...kit, book }}
    />
  </div>
))

const every = outcomeOf('grid every', everyState)
const nobody = outcomeOf('grid nobody', Object.fromEntries(ids.map((id) => [id, unknown])))

export const examples: readonly Example[] = [
  example('two questions, then what days are like', { outcomes: [every, nobody] }),
  example('many questions, in bands', {
    outcomes: [1, 2, 3, 4, 5].map((n) => outcomeOf(`grid band ${n}`, everyState)),
  }),
  example('nobody knows', { outcomes: [nobody] }),
  example('long words', { outcomes: [every], name: () => longName }),
  example('right to left', { outcomes: [every], name: () => rightToLeftName }, { isRightToLeft: true }),
]
