import { bookOf, invented, inventedUsual, withStatus } from '@/components/numbers/invented.examples'
import { Study, type OptionMark } from '@/components/numbers/study'
import type { Example } from '@/components/ui/example'
import type { Figure } from '@/lib/numbers/schema'
import { viewRow } from '@/lib/numbers/study-view'

const marks: ReadonlyMap<string, OptionMark> = new Map([
  ['option-a', { letter: 'A', tone: 'o1' }],
  ['option-b', { letter: 'B', tone: 'o2' }],
])

type Over = Partial<Figure>

/** Two arms with 20 and 40 of 200 people, unless said otherwise; `both` goes into each arm. */
function twoArms(both: Over = {}, first: Over = {}, second: Over = {}): Figure[] {
  return [
    { ...invented, id: 'example-a', option: 'option-a', comparator: 'example-b', ...both, ...first },
    { ...inventedUsual, id: 'example-b', option: 'option-b', ...both, ...second },
  ]
}

function example(
  name: string,
  figures: readonly Figure[],
  more: Omit<Example, 'name' | 'show'> = {},
): Example {
  // Ids of their own: the catalogue shows many studies on one page.
  const slug = name.replaceAll(/[^a-z0-9]+/g, '-')
  const own = figures.map((figure) => ({
    ...figure,
    id: `${figure.id}-${slug}`,
    comparator: figure.comparator && `${figure.comparator}-${slug}`,
  }))
  const book = bookOf(own)
  const { studies } = viewRow(Object.keys(book.estimates), book, ['option-a', 'option-b'])
  return {
    name,
    ...more,
    show: (kit) =>
      studies.map((study) => (
        <Study key={study.group.arms[0]?.id} study={study} marks={marks} kit={{ ...kit, book }} level={4} />
      )),
  }
}

const hazard = (value: number, low: number, high: number): Over => ({
  effect: { measure: 'HR', value, low, high, level: 95 },
})

export const examples: readonly Example[] = [
  example('two groups, a clear gap', twoArms({}, hazard(0.5, 0.3, 0.8))),
  example('two groups, no clear gap', twoArms({}, hazard(0.9, 0.5, 1.6))),
  example('two groups, the test and the count differ', twoArms({}, hazard(0.9, 0.7, 1.2))),
  example('two groups, never tested', twoArms({ value: { type: 'percent', value: 30 } })),
  example('a withdrawn study', twoArms(withStatus('retracted'), hazard(0.5, 0.3, 0.8))),
  example('a study that was corrected', twoArms(withStatus('corrected'))),
  example('a study under concern', twoArms(withStatus('concern'))),
  example('read in a summary (tier B)', twoArms({ tier: 'B' })),
  example('not by chance', twoArms({ design: 'compared-not-randomised' })),
  example('one group only', [
    { ...invented, design: 'single-group', certainty: { notRated: 'no-comparison-group' } },
  ]),
  example('a small group', [
    { ...invented, design: 'single-group', value: { type: 'counts', events: 2, total: 20 } },
  ]),
  example(
    'few people in 1,000',
    twoArms(
      {},
      { value: { type: 'counts', events: 8, total: 4000 } },
      { value: { type: 'counts', events: 12, total: 4000 } },
    ),
  ),
  example('nobody and everybody', [
    ...twoArms(
      {},
      { value: { type: 'counts', events: 0, total: 100 } },
      { value: { type: 'counts', events: 100, total: 100 } },
    ),
  ]),
  example('good news first', twoArms({ headline: 'good' }, hazard(0.5, 0.3, 0.8))),
  example('shares of tests, no people', twoArms({ thing: 'tests' })),
  example('a span', twoArms({ value: { type: 'percentSpan', low: 20, high: 40 } })),
  example('a rate', twoArms({ value: { type: 'rate', per100PersonYears: 10 } })),
  example('a ratio alone', [
    { ...invented, value: { type: 'ratioOnly', measure: 'HR', value: 0.5, low: 0.3, high: 0.8 } },
  ]),
  example('a difference of means', [
    {
      ...invented,
      value: { type: 'meanDifference', value: 2, low: -1, high: 5, unit: 'percentage-points', of: 'between' },
    },
  ]),
  example('a finding in words', [
    { ...invented, value: { type: 'finding', finding: 'no-clear-difference' } },
  ]),
  example(
    'with limits',
    twoArms({ noteWords: ['An example limit.', 'Another example limit, which is not real.'] }),
  ),
  example(
    'long words',
    twoArms({
      armWords: 'exampletreatmentwithanamethatneverendsandcannotbebrokenanywhere',
      armWordsFirst: 'Exampletreatmentwithanamethatneverendsandcannotbebrokenanywhere',
      populationWords: 'Exampleswhodonotexistandwhosedescriptionisonesinglewordofgreatlength.',
      endpointWords: {
        title: 'Exampleoutcomeofgreatlengththathasnohyphenandnospace',
        bad: 'hadanexampleoutcomeofgreatlength',
        good: 'didnothaveanexampleoutcomeofgreatlength',
      },
    }),
  ),
  example(
    'right to left',
    twoArms(
      {
        populationWords: 'أشخاص غير حقيقيين.',
        endpointWords: { title: 'مثال غير حقيقي', bad: 'حدث لهم المثال', good: 'لم يحدث لهم' },
      },
      { armWords: 'علاج للمثال', armWordsFirst: 'علاج للمثال' },
      { armWords: 'رعاية للمثال', armWordsFirst: 'رعاية للمثال' },
    ),
    { isRightToLeft: true },
  ),
]
