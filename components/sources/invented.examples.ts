/** Sources that do not exist, and how they are used, for the examples of all rooms. */
import { invented } from '@/components/numbers/invented.examples'
import type { SourceUse } from '@/lib/places/data'
import type { LibraryChoices } from '@/lib/sources/data'
import type { Source } from '@/lib/sources/schema'

/** A study that was never done, for the examples of all rooms. */
export const inventedSource: Source = {
  id: 'example-study',
  kind: 'randomised-trial',
  tier: 'A',
  authors: { people: ['Example E'], groups: [], others: true },
  title: 'An example study, not real',
  titleIsShort: false,
  container: 'Journal of Examples',
  note: null,
  year: 2020,
  doi: null,
  pmid: null,
  nct: null,
  url: null,
  people: 200,
  readAs: 'primary',
  status: 'current',
  checkedOn: '2026-11-28',
  nextReview: '2027-05-28',
}

/** A list of one, as pages get it. */
export const inventedSources: ReadonlyMap<string, Source> = new Map([[inventedSource.id, inventedSource]])

/** What a list of such studies could be narrowed to; `name` is written into each choice. */
export const inventedChoices = (name = 'Example, not real'): LibraryChoices => ({
  conditions: [
    {
      id: 'example',
      name,
      abouts: [
        { value: 'option:example', name, isProduct: false },
        { value: 'product:example', name, isProduct: true },
      ],
    },
  ],
  kinds: ['randomised-trial', 'registry'],
  years: { first: 2019, last: 2020 },
})

/** A source that measured one thing and stands in one place. */
export const inventedUse = (over: Partial<SourceUse> = {}): SourceUse => ({
  figures: [invented],
  facts: [],
  places: [
    { href: '#example-glossary', conditionId: null, step: 'glossary', named: null, name: 'example word' },
  ],
  shared: [],
  ...over,
})
