import { AnswerPictures } from '@/components/glance/answer-pictures'
import { bookOf, invented, inventedUsual } from '@/components/numbers/invented.examples'
import type { Example } from '@/components/ui/example'
import { glanceCells } from '@/lib/glance/glance-cell'
import type { CellView } from '@/lib/journey/data'
import type { Figure } from '@/lib/numbers/schema'

const marks = new Map([
  ['option-a', { letter: 'A', tone: 'o1' }],
  ['option-b', { letter: 'B', tone: 'o2' }],
])

const names = new Map([
  ['option-a', 'Example: usual care'],
  ['option-b', 'Example option'],
])

/** Not real: see `invented`. */
function example(name: string, given: readonly Partial<Figure>[], more: Partial<CellView> = {}): Example {
  const slug = name.replaceAll(/[^a-z0-9]+/g, '-')
  const figures = given.map((over, at): Figure => ({
    ...invented,
    ...over,
    id: `example-${slug}-${at}`,
    comparator: over.comparator ? `example-${slug}-1` : null,
  }))
  const book = bookOf(figures)
  const from: CellView = { estimates: [`example-${slug}-0`], ...more }
  const cell = glanceCells({ 'option-b': from }, ['option-a', 'option-b'], book, 'benefit').get('option-b')
  return {
    name,
    show: (kit) =>
      cell && 'items' in cell ? (
        <AnswerPictures
          option={{ id: `option-b-${slug}`, name: 'Example option' }}
          question="Is this an example?"
          cell={cell}
          from={from}
          marks={marks}
          names={names}
          kit={{ ...kit, book }}
        />
      ) : null,
  }
}

export const examples: readonly Example[] = [
  example(
    'two groups, a clear gap',
    [
      { comparator: 'the-other', effect: { measure: 'HR', value: 0.5, low: 0.3, high: 0.8, level: 95 } },
      { ...inventedUsual, option: 'option-a' },
    ],
    {
      atAGlance: 'An example sentence.',
      rating: {
        level: 'moderate',
        start: 'randomised',
        against: ['An example limit.'],
        for: [],
        ratedOn: '2026-11-28',
      },
    } as Partial<CellView>,
  ),
  example('one group only', [{ design: 'single-group' }]),
  example('a finding in words', [{ value: { type: 'finding', finding: 'better' } }]),
]
