import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { longName, rightToLeftName } from '@/components/journey/invented.examples'
import { inventedSource } from '@/components/sources/invented.examples'
import { searchWordsIn } from '@/components/sources/search-words'
import { SourceResults } from '@/components/sources/source-results'
import { exampleOf, type Example } from '@/components/ui/example'
import { LibraryEntry, type LibraryReply } from '@/lib/sources/library-schema'
import { librarySearch } from '@/lib/sources/queries'
import { SourceStatus, type Source } from '@/lib/sources/schema'
import type { Kit } from '@/lib/sentences/kit'

type Said = LibraryReply | 'nothing yet' | 'no answer'
const query = { q: 'example' }

/** Nothing is asked for: what the server said is there already. */
function Found({ kit: { t, locale } }: { kit: Kit }) {
  const results = useInfiniteQuery({ ...librarySearch(query), enabled: false })
  return <SourceResults results={results} query={query} words={searchWordsIn(t)} locale={locale} />
}

const example = exampleOf((said: Said, kit) => {
  const client = new QueryClient()
  const { queryKey } = librarySearch(query)
  if (typeof said === 'object') client.setQueryData(queryKey, { pages: [said], pageParams: [0] })
  if (said === 'no answer')
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new Error('an example'), fetchStatus: 'idle' })
  return (
    <QueryClientProvider client={client}>
      <Found kit={kit} />
    </QueryClientProvider>
  )
})

/** Studies that were never done: not real. */
const reply = (overs: readonly Partial<Source>[], next: number | null = null): LibraryReply => ({
  version: 'example',
  total: next ?? overs.length,
  next,
  sources: overs.map((over, at) =>
    LibraryEntry.strip().parse({ ...inventedSource, id: `example-study-${at}`, ...over }),
  ),
})

export const examples: readonly Example[] = [
  example(
    'found: withdrawn, corrected, warned about',
    reply(SourceStatus.options.map((status) => ({ status }))),
  ),
  example('found: read in a summary (tier B), and there are more', reply([{ tier: 'B' }, {}], 60)),
  example('nothing found', reply([])),
  example('waiting', 'nothing yet'),
  example('the answer did not come', 'no answer'),
  example('long words', reply([{ title: longName, authors: null }])),
  example('right to left', reply([{ title: rightToLeftName }]), { isRightToLeft: true }),
]
