import { DaysTable } from '@/components/journey/days-table'
import {
  inventedMarks,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { OptionView } from '@/lib/journey/data'

const example = exampleOf((options: readonly OptionView[], kit) => (
  <DaysTable options={options} marks={inventedMarks} kit={kit} />
))

export const examples: readonly Example[] = [
  example('two options', [inventedOption('a'), inventedOption('b')]),
  example('long words', [
    inventedOption('a', { name: longName, carer: [longName] }),
    inventedOption('b', { daysBody: [] }),
    inventedOption('c'),
  ]),
  example('right to left', [inventedOption('a', { name: rightToLeftName }), inventedOption('b')], {
    isRightToLeft: true,
  }),
]
