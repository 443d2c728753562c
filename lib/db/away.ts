/**
 * Tells the server in front that a page could not be made because the database was away, so that it answers 503 with
 * "try again" and not 500: a page that throws inside Next has no other way to say why. The note lives as long as the
 * request. Plain Node runs this file for the front, Next bundles it again: both find the same store on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export type AwayNote = { isAway: boolean }
const shared = globalThis as typeof globalThis & { lanternAway?: AsyncLocalStorage<AwayNote> }
const notes = (shared.lanternAway ??= new AsyncLocalStorage<AwayNote>())

/** Answers one request; `note` says afterwards whether the database was away meanwhile. */
export function withAwayNote<Result>(note: AwayNote, act: () => Result): Result {
  return notes.run(note, act)
}

/** Called where the database is asked, when it does not answer. */
export function noteAway(): void {
  const note = notes.getStore()
  if (note) note.isAway = true
}
