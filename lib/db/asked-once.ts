/**
 * One request asks the database for a thing once, however many of its parts need it. While React draws a page, its
 * `cache` sees to that; elsewhere (a route handler, the list of addresses to build) `cache` keeps nothing, and this does.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { cache } from 'react'

type Known = Map<unknown, Map<string, unknown>>
/** What a request knows; nothing any more once it ended: what it left running reads anew. */
const requests = new AsyncLocalStorage<{ known: Known | null }>()

/** Runs `work` as one request (or as a part of the one it runs in), in which what was asked for once is known, also that it failed. */
export async function asOneRequest<Result>(work: () => Promise<Result>): Promise<Result> {
  if (requests.getStore()?.known) return work()
  const request: { known: Known | null } = { known: new Map() }
  try {
    return await requests.run(request, work)
  } finally {
    request.known = null
  }
}

/** `read`, asked once in a request or in a page for each of its arguments; outside of both, each time. */
export function once<Args extends (string | null)[], Value>(
  read: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  const inPage = cache(read)
  return (...args) => {
    const known = requests.getStore()?.known
    if (!known) return inPage(...args)
    const own = known.get(read) ?? new Map<string, unknown>()
    known.set(read, own)
    const key = JSON.stringify(args)
    if (!own.has(key)) own.set(key, read(...args))
    return own.get(key) as Promise<Value>
  }
}
