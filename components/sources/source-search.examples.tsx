import { inventedChoices } from '@/components/sources/invented.examples'
import { searchWordsIn } from '@/components/sources/search-words'
import { SourceSearch } from '@/components/sources/source-search'
import type { Example } from '@/components/ui/example'

/** With scripts the filters and what was found stand over the list: each has examples of its own. */
export const examples: readonly Example[] = [
  {
    name: 'without scripts: the list alone',
    show: ({ t, locale }) => (
      <SourceSearch choices={inventedChoices()} words={searchWordsIn(t)} locale={locale}>
        <ul className="list">
          <li>An example study, not real</li>
        </ul>
      </SourceSearch>
    ),
  },
]
