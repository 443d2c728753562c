/**
 * The one place that holds the fields of the form being answered now. They live as long as the request and are
 * written nowhere. Plain Node runs this file for the server in front, Next bundles it again for its pages: both find
 * the same store on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

type Fields = [string, string][]
const shared = globalThis as typeof globalThis & { lanternPosted?: AsyncLocalStorage<Fields> }
const posted = (shared.lanternPosted ??= new AsyncLocalStorage<Fields>())

/** Answers a request with these fields at hand. */
export function withPostedFields<Result>(fields: Fields, act: () => Result): Result {
  return posted.run(fields, act)
}

/** The fields that were posted with this request, or null for a plain visit. */
export function getPostedFields(): Fields | null {
  return posted.getStore() ?? null
}
