'use client'

import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTakenOver } from '@/components/ui/use-taken-over'
import type { LibraryChoices } from '@/lib/sources/data'
import { readLibraryQuery, writeLibraryQuery } from '@/lib/sources/library-query'
import type { LibraryQuery } from '@/lib/sources/library-schema'
import { librarySearch } from '@/lib/sources/queries'
import { SourceFilters } from './source-filters'
import { SourceResults } from './source-results'
import type { SearchWords } from './search-words'

const none = () => () => {}

/** Keeps the address in step with the filters, so that a list can be kept as a bookmark. No answers stand in it. */
function writeAddress(query: LibraryQuery): void {
  const text = writeLibraryQuery(query)
  window.history.replaceState(null, '', text ? `?${text}` : window.location.pathname)
}

function Search({
  choices,
  words,
  locale,
  onActive,
}: {
  choices: LibraryChoices
  words: SearchWords
  locale: string
  onActive: (isActive: boolean) => void
}) {
  const [query, setQuery] = useState<LibraryQuery>(
    () => readLibraryQuery(new URLSearchParams(window.location.search)) ?? {},
  )
  // Asked once the person pauses, not for every letter.
  const [asked, setAsked] = useState(query)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query), 200)
    return () => clearTimeout(timer)
  }, [query])
  const isActive = writeLibraryQuery(asked) !== ''
  const results = useInfiniteQuery({ ...librarySearch(asked), enabled: isActive })
  useEffect(() => onActive(isActive), [isActive, onActive])
  useEffect(() => writeAddress(asked), [asked])
  return (
    <>
      <SourceFilters
        query={query}
        choices={choices}
        words={words}
        onChange={setQuery}
        onClear={() => setQuery({})}
      />
      {isActive && <SourceResults results={results} query={asked} words={words} locale={locale} />}
    </>
  )
}

/**
 * Search and filters over the whole list of sources. The list itself (`children`) is plain HTML and is there without
 * JavaScript; it steps aside while something is asked for.
 */
export function SourceSearch({
  choices,
  words,
  locale,
  children,
}: {
  choices: LibraryChoices
  words: SearchWords
  locale: string
  children: React.ReactNode
}) {
  useTakenOver()
  const isBrowser = useSyncExternalStore(
    none,
    () => true,
    () => false,
  )
  const [client] = useState(() => new QueryClient())
  const [isActive, setIsActive] = useState(false)
  return (
    <>
      {isBrowser && (
        <QueryClientProvider client={client}>
          <Search choices={choices} words={words} locale={locale} onActive={setIsActive} />
        </QueryClientProvider>
      )}
      <div hidden={isActive}>{children}</div>
    </>
  )
}
