/**
 * The one place that holds the fields of the form being answered now. They live as long as the request and are
 * written nowhere. Plain Node runs this file for the server in front, Next bundles it again for its pages: both find
 * the same store on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

type Fields = [string, string][]
type Posted = { fields: Fields; endTurn: () => void }
const shared = globalThis as typeof globalThis & { lanternPosted?: AsyncLocalStorage<Posted> }
const posted = (shared.lanternPosted ??= new AsyncLocalStorage<Posted>())

/**
 * Answers a request with these fields at hand. `endTurn` is called when the hard part of the answer is made, for others
 * who wait for their turn; it may be called more than once.
 */
export function withPostedFields<Result>(
  fields: Fields,
  act: () => Result,
  endTurn: () => void = () => {},
): Result {
  return posted.run({ fields, endTurn }, act)
}

/** The fields that were posted with this request, or null for a plain visit. */
export function getPostedFields(): Fields | null {
  return posted.getStore()?.fields ?? null
}

/** Gives the turn to the next who waits: only making the page and sending it is left to do for this request. */
export function endPostedTurn(): void {
  posted.getStore()?.endTurn()
}
