import {
  inventedMarks,
  inventedOption,
  longName,
  rightToLeftName,
} from '@/components/journey/invented.examples'
import { MainStudies, OptionName } from '@/components/journey/outcome-parts'
import type { Example } from '@/components/ui/example'
import type { OptionView } from '@/lib/journey/data'

function blanks(
  name: string,
  options: readonly OptionView[],
  { isUnknown, why = 'An example reason, not real.' }: { isUnknown: boolean; why?: string },
  more: Omit<Example, 'name' | 'show'> = {},
): Example {
  const all = options.map((option) => ({ isUnknown, why, options: [option] }))
  return {
    name,
    ...more,
    show: (kit) => (
      <MainStudies
        row={{ blanks: all, inOrder: all.map((blank) => ({ blank })) }}
        options={options}
        marks={inventedMarks}
        kit={kit}
      />
    ),
  }
}

export const examples: readonly Example[] = [
  {
    name: 'six options: letters and shapes',
    show: () => (
      <ul>
        {[...inventedMarks].map(([id, { tone }]) => (
          <li key={id} className={`named ${tone}`}>
            <OptionName option={inventedOption(id)} marks={inventedMarks} />
          </li>
        ))}
      </ul>
    ),
  },
  blanks('not known yet', [inventedOption('a'), inventedOption('b')], { isUnknown: true }),
  blanks('not known yet, and nobody says why', [inventedOption('a')], { isUnknown: true, why: '' }),
  blanks('does not apply', [inventedOption('a'), inventedOption('c')], { isUnknown: false }),
  blanks('long words', [inventedOption('a', { name: longName })], { isUnknown: true, why: longName }),
  blanks(
    'right to left',
    [inventedOption('a', { name: rightToLeftName })],
    { isUnknown: true, why: 'سبب للمثال، غير حقيقي.' },
    { isRightToLeft: true },
  ),
]
