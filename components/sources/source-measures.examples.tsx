import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { invented, inventedUsual } from '@/components/numbers/invented.examples'
import { inventedUse } from '@/components/sources/invented.examples'
import { SourceMeasures } from '@/components/sources/source-measures'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SourceUse } from '@/lib/places/data'

/** Figures of a study that was never done: not real. */
const example = exampleOf((over: Partial<SourceUse>, kit) => (
  <SourceMeasures use={inventedUse(over)} kit={kit} />
))

const fact: SourceUse['facts'][number] = {
  id: 'example-fact',
  value: { low: 10, high: 20 },
  unit: 'days',
  approximate: false,
  thing: 'people',
  source: 'example-study',
  where: 'Example table: 10 to 20 days',
  tier: 'A',
}
const figure = (id: string, over: Partial<typeof invented>) => ({ ...invented, id, ...over })

export const examples: readonly Example[] = [
  example('two groups, with limits', {
    figures: [
      figure('example-own', { noteWords: ['An example limit, not real.'] }),
      { ...inventedUsual, id: 'example-usual' },
    ],
  }),
  example('two things counted, and a fact', {
    figures: [
      invented,
      figure('example-other', {
        endpoint: 'other',
        endpointWords: { ...invented.endpointWords, title: 'Another example outcome' },
      }),
    ],
    facts: [fact],
  }),
  example('one group only', { figures: [figure('example-alone', { design: 'single-group' })] }),
  example('a fact alone', { figures: [], facts: [fact] }),
  example('nothing measured', { figures: [] }),
  example('long words', {
    figures: [figure('example-long', { where: longName, populationWords: longName, noteWords: [longName] })],
  }),
  example(
    'right to left',
    {
      figures: [figure('example-right', { populationWords: rightToLeftName, noteWords: [rightToLeftName] })],
    },
    { isRightToLeft: true },
  ),
]
