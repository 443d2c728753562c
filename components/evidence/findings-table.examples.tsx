import { FindingsTables } from '@/components/evidence/findings-table'
import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { exampleOf, type Example } from '@/components/ui/example'
import type { FindingGroup, FindingRow } from '@/lib/evidence/findings-table'

type Finding = NonNullable<FindingRow['finding']>

/** A group of a study that was never done. */
const group = (name: string, over: Partial<FindingGroup> = {}): FindingGroup => ({
  estimate: 'example-figure',
  name,
  figure: '10 in 100 had the example',
  people: 200,
  ...over,
})

const finding = (over: Partial<Finding> = {}): Finding => ({
  endpoint: 'Example outcome',
  own: group('Example treatment'),
  versus: group('Example usual care', { figure: '20 in 100 had the example' }),
  isAlone: false,
  difference: 'With the example treatment, 10 fewer in 100 had the example.',
  effect: 'HR 0.5 (0.3 to 0.8), of people who had the example',
  time: 'at one year',
  design: 'An example of a design.',
  source: { id: 'example-study', short: 'Example study, not real', tier: 'A', status: null },
  notes: [],
  ...over,
})

const row = (letter: string, over: Partial<FindingRow> = {}): FindingRow => ({
  option: { id: `example-${letter}`, letter, name: `Example ${letter}` },
  finding: finding(),
  why: null,
  level: 'moderate',
  sure: 'Fairly sure',
  ...over,
})

const example = exampleOf((rows: FindingRow[], kit) => (
  <FindingsTables
    table={{
      id: 'example',
      name: 'an example, not real',
      question: 'Which example?',
      outcomes: [{ id: 'example', question: 'Is this an example?', rows }],
    }}
    kit={kit}
  />
))

const source = (over: Partial<Finding['source']>): Partial<FindingRow> => ({
  finding: finding({ source: { ...finding().source, ...over } }),
})

export const examples: readonly Example[] = [
  example('two groups, and an option of which nobody knows', [
    row('A'),
    row('B', { finding: null, why: 'An example reason: nobody asked.', level: null, sure: null }),
  ]),
  example('one group only, not rated', [
    row('A', {
      finding: finding({ versus: null, isAlone: true, difference: null, effect: null }),
      level: null,
      sure: null,
    }),
  ]),
  example('no figure of the other group, and nobody says how many', [
    row('A', {
      finding: finding({ versus: null, difference: null, own: group('Example treatment', { people: null }) }),
    }),
  ]),
  example('a withdrawn study', [row('A', source({ status: 'Withdrawn: an example.' }))]),
  example('read in a summary (tier B)', [row('A', source({ tier: 'B' }))]),
  example('long words', [
    row('A', {
      option: { id: 'example-long', letter: 'A', name: longName },
      finding: finding({ endpoint: longName, own: group(longName), versus: group(longName) }),
    }),
  ]),
  example(
    'right to left',
    [row('A', { finding: finding({ endpoint: rightToLeftName, own: group(rightToLeftName) }) })],
    { isRightToLeft: true },
  ),
]
