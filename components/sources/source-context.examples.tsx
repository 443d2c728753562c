import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { inventedUse } from '@/components/sources/invented.examples'
import { OtherSources, SourcePlaces } from '@/components/sources/source-context'
import { exampleOf, type Example } from '@/components/ui/example'
import type { SourceUse } from '@/lib/places/data'

const conditions = new Map([['example', 'Example illness, not real']])
const said = ['clear', 'unclear', 'untested'] as const

/** A question of which other studies that were never done speak too. */
const shared = (over: Partial<SourceUse['shared'][number]> = {}): SourceUse['shared'][number] => ({
  conditionId: 'example',
  decisionId: 'example',
  outcomeId: 'example',
  endpointTitle: 'Example outcome',
  question: 'Is this an example?',
  own: 'clear',
  others: said.map((one) => ({
    sourceId: `example-${one}`,
    short: 'Example E, 2020',
    title: 'An example study, not real',
    endpoint: 'example',
    said: one,
  })),
  differs: true,
  ...over,
})

const place = (over: Partial<SourceUse['places'][number]>): SourceUse['places'][number] => ({
  href: `#example-${over.step ?? 'place'}-${over.name ?? ''}`,
  conditionId: 'example',
  step: 'compare',
  named: null,
  name: null,
  ...over,
})

const others = exampleOf((rows: SourceUse['shared'], kit) => (
  <OtherSources use={inventedUse({ shared: rows })} kit={kit} />
))
const places = exampleOf((all: SourceUse['places'], kit) => (
  <SourcePlaces use={inventedUse({ places: all })} conditionNames={conditions} kit={kit} />
))

export const examples: readonly Example[] = [
  others('other sources, and they do not say the same', [shared()]),
  others('other sources, all of them say the same', [
    shared({ differs: false, others: shared().others.slice(0, 1) }),
  ]),
  others('other sources: long words', [shared({ question: longName, endpointTitle: longName })]),
  others('other sources: right to left', [shared({ question: rightToLeftName })], { isRightToLeft: true }),
  places('where it is used', [
    place({ name: 'An example question' }),
    place({ step: 'stemCells', named: { part: 'prices' } }),
    place({ step: 'condition', named: { part: 'emergency' } }),
    place({ step: 'glossary', conditionId: null, name: 'example word' }),
    place({ step: 'page', conditionId: null }),
  ]),
  places('used nowhere', []),
  places('where it is used: long words', [place({ name: longName })]),
  places('where it is used: right to left', [place({ name: rightToLeftName })], { isRightToLeft: true }),
]
