import { LibraryQuery } from './library-schema'

const fields = Object.keys(LibraryQuery.shape)

/** Reads a query from an address. Empty fields count as left out; `null` when something in it is not understood. */
export function readLibraryQuery(
  params: URLSearchParams,
  except: readonly string[] = [],
): LibraryQuery | null {
  const given: Record<string, string> = {}
  for (const [name, value] of params) {
    if (except.includes(name) || value.trim() === '') continue
    if (name in given) return null // the same field twice: which one was meant?
    given[name] = value
  }
  const parsed = LibraryQuery.safeParse(given)
  return parsed.success ? parsed.data : null
}

/** The query as an address part, fields always in the same order, so that equal queries have equal addresses. */
export function writeLibraryQuery(query: LibraryQuery): string {
  const values: Record<string, unknown> = query
  const params = new URLSearchParams()
  for (const name of fields) {
    const value = values[name]
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  return params.toString()
}

/** The words of a search text, at most eight; all must be found. */
export function searchWords(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean).slice(0, 8)
}
