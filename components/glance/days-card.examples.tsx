import { DaysCard } from '@/components/glance/days-card'
import {
  inventedMarks,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'

/** Not real: see `inventedOption`. */
const example = exampleOf((options: readonly ReturnType<typeof inventedOption>[], kit) => (
  <div className="glance">
    <DaysCard
      options={options}
      decisionId="example"
      conditionId="example"
      href="#days"
      marks={inventedMarks}
      kit={kit}
    />
  </div>
))

const ids = ['a', 'b', 'c', 'd', 'e', 'f']

export const examples: readonly Example[] = [
  example(
    'folded',
    ids.map((id) => inventedOption(id)),
  ),
  example(
    'six options',
    ids.map((id) => inventedOption(id)),
    { isUnfolded: true },
  ),
  example('long words', [inventedOption('a', { name: longName, daysBody: [`${longName}.`] })], {
    isUnfolded: true,
  }),
  example('right to left', [inventedOption('a', { name: rightToLeftName, daysBody: [rightToLeftName] })], {
    isUnfolded: true,
    isRightToLeft: true,
  }),
]
