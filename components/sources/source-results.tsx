import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query'
import { whoAndWhen } from '@/lib/sources/citation'
import { exportFormatIds, exportFormats } from '@/lib/sources/exports/registry'
import { asWritten } from '@/lib/texts/languages'
import { writeLibraryQuery } from '@/lib/sources/library-query'
import type { LibraryEntry, LibraryQuery, LibraryReply } from '@/lib/sources/library-schema'
import type { SearchWords } from './search-words'

function Entry({ entry, words, locale }: { entry: LibraryEntry; words: SearchWords; locale: string }) {
  const who = whoAndWhen(entry)
  return (
    <li data-source={entry.id}>
      <span {...asWritten(locale)}>
        {who ? `${who}: ` : ''}
        <a href={`/${locale}/sources/${entry.id}`}>{entry.title}</a>
      </span>
      {entry.tier === 'B' ? ` ${words.tierB}` : ''}
      {entry.status === 'current' ? '' : ` ${words.statuses[entry.status] ?? entry.status}.`}
    </li>
  )
}

/** What was found, how many, and what to do when nothing was or the answer did not come. */
export function SourceResults({
  results,
  query,
  words,
  locale,
}: {
  results: UseInfiniteQueryResult<InfiniteData<LibraryReply>>
  query: LibraryQuery
  words: SearchWords
  locale: string
}) {
  const parts = results.data?.pages ?? []
  const total = parts[0]?.total
  const isWaiting = results.isPending || results.isPlaceholderData
  const said = results.isError ? '' : isWaiting ? words.pending : `${words.found}: ${total ?? 0}`
  const address = writeLibraryQuery(query)
  return (
    <section className="part" aria-labelledby="found" data-plain>
      <h2 id="found">{words.results}</h2>
      <p role="status">{said}</p>
      {results.isError && (
        <div role="alert" className="error-box">
          <p>{words.failed}</p>
          <p>
            <button type="button" className="go second" onClick={() => void results.refetch()}>
              {words.retry}
            </button>
          </p>
        </div>
      )}
      {!isWaiting && !results.isError && total === 0 && <p>{words.empty}</p>}
      {!results.isError && parts.length > 0 && (
        <ul className="list note" aria-busy={isWaiting}>
          {parts.flatMap((part) =>
            part.sources.map((entry) => <Entry key={entry.id} entry={entry} words={words} locale={locale} />),
          )}
        </ul>
      )}
      {results.hasNextPage && !isWaiting && (
        <p>
          <button
            type="button"
            className="go second"
            disabled={results.isFetchingNextPage}
            onClick={() => void results.fetchNextPage()}
          >
            {results.isFetchingNextPage ? words.pending : words.more}
          </button>
        </p>
      )}
      {Boolean(total) && !isWaiting && (
        <p className="note">
          {words.saveThese}{' '}
          {exportFormatIds.map((format) => (
            <span key={format}>
              <a href={`/api/sources/export?format=${format}&${address}`} download>
                {exportFormats[format].name}
              </a>{' '}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
