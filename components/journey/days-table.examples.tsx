import { DaysTable } from '@/components/journey/days-table'
import {
  inventedMarks,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/option.examples'
import type { Example } from '@/components/ui/example'
import type { OptionView } from '@/lib/journey/data'

const example = (
  name: string,
  options: readonly OptionView[],
  more: Omit<Example, 'name' | 'show'> = {},
): Example => ({
  name,
  ...more,
  show: (kit) => <DaysTable options={options} marks={inventedMarks} kit={kit} />,
})

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
