import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { writeLibraryQuery } from './library-query'
import { LibraryReply, type LibraryQuery } from './library-schema'

/** One part of the results. @throws when the answer is not 200 or does not have the promised shape. */
async function fetchPart(query: LibraryQuery, offset: number, signal: AbortSignal): Promise<LibraryReply> {
  const address = new URLSearchParams(writeLibraryQuery(query))
  if (offset > 0) address.set('offset', String(offset))
  const response = await fetch(`/api/sources?${address}`, { signal, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`the library answered ${response.status}`)
  return LibraryReply.parse(await response.json())
}

/** The sources that fit a query, part by part. The last results stay in view while the next ones are fetched. */
export function librarySearch(query: LibraryQuery) {
  return infiniteQueryOptions({
    queryKey: ['sources', writeLibraryQuery(query)],
    queryFn: ({ pageParam, signal }) => fetchPart(query, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: 1,
  })
}
