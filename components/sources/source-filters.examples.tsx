import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { inventedChoices } from '@/components/sources/invented.examples'
import { searchWordsIn } from '@/components/sources/search-words'
import { SourceFilters } from '@/components/sources/source-filters'
import { exampleOf, type Example } from '@/components/ui/example'
import type { LibraryQuery } from '@/lib/sources/library-schema'

type State = { query?: LibraryQuery; name?: string }

/** An example: nothing is looked for. */
const example = exampleOf(({ query = {}, name }: State, { t }) => (
  <SourceFilters
    query={query}
    choices={inventedChoices(name)}
    words={searchWordsIn(t)}
    onChange={() => {}}
    onClear={() => {}}
  />
))

export const examples: readonly Example[] = [
  example('nothing asked for', {}),
  example('everything asked for', {
    query: {
      q: 'example',
      condition: 'example',
      about: 'option:example',
      kind: 'randomised-trial',
      from: 2019,
      to: 2020,
      tier: 'B',
      status: 'retracted',
      randomised: 'yes',
      blinded: 'yes',
    },
  }),
  example('long words', { query: { q: longName, condition: 'example' }, name: longName }),
  example(
    'right to left',
    { query: { condition: 'example' }, name: rightToLeftName },
    { isRightToLeft: true },
  ),
]
