/**
 * Hands HTML that was finished elsewhere past Next to the server in front. Next would write it twice (as HTML and as data
 * for its script), and the front would read it once more, all in the one event loop that every reading page waits for.
 * The page leaves an empty place; the front fills it. The bytes live as long as the request. Plain Node runs this file for
 * the front, Next bundles it again for its pages: both find the same store on `globalThis`.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

export type PageInsert = { html: Uint8Array | null }

/** The empty place as React writes `<div data-insert="" />`. Nothing that a person wrote may stand on a page that has one. */
export const insertPlace = '<div data-insert=""></div>'

const shared = globalThis as typeof globalThis & { lanternInsert?: AsyncLocalStorage<PageInsert> }
const inserts = (shared.lanternInsert ??= new AsyncLocalStorage<PageInsert>())

/** Answers one request; `insert` holds afterwards what the page handed over. */
export function withPageInsert<Result>(insert: PageInsert, act: () => Result): Result {
  return inserts.run(insert, act)
}

/** Called by the page. False: nobody in front takes it (development), so the page must show the HTML itself. */
export function handOver(html: Uint8Array): boolean {
  const insert = inserts.getStore()
  if (!insert) return false
  insert.html = html
  return true
}

/**
 * The page with the HTML in its empty place.
 * @throws when the page has no such place: it would tell nothing of what was asked
 */
export function fillPlace(page: Buffer, html: Uint8Array): Buffer {
  const at = page.indexOf(insertPlace)
  if (at < 0) throw new Error('The page has no place for what was handed over')
  const inside = at + insertPlace.indexOf('</div>')
  return Buffer.concat([page.subarray(0, inside), html, page.subarray(inside)])
}
