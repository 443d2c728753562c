/**
 * Everything Lantern keeps in a browser: what, where, and how it all goes. The only file that touches a browser's
 * storage (tests/unit/kept-here.test.ts); the service worker fills its caches and `forgetPages` here empties them. The
 * privacy page prints the table. Loaded by every reader: no library. Nothing runs when the file is only imported.
 *
 * Forgetting must also reach pages that no script runs in just now: those the browser keeps whole for Back, other
 * tabs, tabs it put to sleep. So the device keeps the time of the last forgetting, and every page compares it when it
 * starts and when it comes back.
 */
import type { ToWorker } from '@/lib/journey/saved-pages'

/**
 * `tab`: sessionStorage. `device`: localStorage. `pages`: caches and the service worker. `memory`: the service worker's own,
 * never on the disk. `name`: the tab's own name.
 */
export const keptHere = [
  { id: 'answers', where: 'tab', key: 'lantern:' },
  { id: 'answersByChoice', where: 'device', key: 'lantern:' },
  { id: 'links', where: 'tab', key: 'lantern-shares:' },
  { id: 'packet', where: 'tab', key: 'lantern-packet' },
  { id: 'picked', where: 'tab', key: 'lantern-picked:' },
  { id: 'giver', where: 'tab', key: 'lantern-giver:' },
  { id: 'place', where: 'tab', key: 'lantern-place:' },
  { id: 'article', where: 'tab', key: 'lantern-article' },
  { id: 'record', where: 'tab', key: 'lantern-record' },
  { id: 'pages', where: 'pages', key: 'lantern:' },
  { id: 'shared', where: 'memory', key: 'shared' },
  { id: 'declined', where: 'name', key: 'saves-nothing' },
  { id: 'forgotten', where: 'device', key: 'lantern-forgotten' },
] as const

export type Place = 'tab' | 'device'
type Kept = (typeof keptHere)[number]['id']

const keyOf = Object.fromEntries(keptHere.map(({ id, key }) => [id, key])) as Record<Kept, string>
const mark = keyOf.forgotten

/** The name under which something is kept; a key that ends in a colon needs the condition's id. */
export const keptKey = (id: Kept, conditionId = '') => keyOf[id] + conditionId

const storeOf = (place: Place) => (place === 'tab' ? sessionStorage : localStorage)

/** Does it or, when the browser refuses its storage, gives `otherwise`. */
function attempt<Result>(act: () => Result, otherwise: Result): Result {
  try {
    return act()
  } catch {
    return otherwise
  }
}

const lastForgetting = () => attempt(() => localStorage.getItem(mark), null)
const emptyTab = () => attempt(() => sessionStorage.clear(), undefined)

/** The last forgetting that this page knows of; undefined: it has not looked yet. */
let known: string | null | undefined

/** Empties a tab whose things are older than the last forgetting. True when this page did not know of that one. */
function catchUp(): boolean {
  const last = lastForgetting()
  if (last !== null && attempt(() => sessionStorage.getItem(mark), null) !== last) emptyTab()
  const isNews = known !== undefined && last !== null && last !== known
  known = last
  return isNews
}

/** Before the first look and the first keeping: what is older than the last forgetting must be gone by then. */
const begin = () => void (known === undefined && catchUp())

/** What is kept under a name, or null. Never throws: a browser that refuses its storage keeps nothing. */
export function kept(place: Place, key: string): string | null {
  begin()
  return attempt(() => storeOf(place).getItem(key), null)
}

/** Keeps a text, or with null drops it. False: the browser refused, or has no room. */
export function keep(place: Place, key: string, text: string | null): boolean {
  begin()
  return attempt(() => {
    const store = storeOf(place)
    if (text === null) store.removeItem(key)
    else store.setItem(key, text)
    // What this tab keeps is newer than the last forgetting.
    if (place === 'tab' && text !== null && known) store.setItem(mark, known)
    return true
  }, false)
}

/** Every text whose name begins so. */
export function keptUnder(place: Place, key: string): string[] {
  begin()
  return attempt(() => {
    const store = storeOf(place)
    return Object.keys(store).flatMap((name) => (name.startsWith(key) ? (store.getItem(name) ?? []) : []))
  }, [])
}

/** Answers as forms send them: name and value. */
export type Fields = readonly (readonly [string, string])[]

/** The answers under a name, or null: there are none, or they are not ours. */
export function keptFields(place: Place, key: string): Fields | null {
  const isText = (value: unknown) => typeof value === 'string'
  const isField = (value: unknown) => Array.isArray(value) && isText(value[0]) && isText(value[1])
  try {
    const fields: unknown = JSON.parse(kept(place, key) ?? 'null')
    return Array.isArray(fields) ? (fields.filter(isField) as [string, string][]) : null
  } catch {
    return null
  }
}

/** The answers for a condition: this tab's, else those kept on the device. */
export function keptAnswers(conditionId: string | undefined): Fields {
  const key = keptKey('answers', conditionId)
  return keptFields('tab', key) ?? keptFields('device', key) ?? []
}

/** Whether this browser keeps anything at all: in some private modes reading works and writing does not. */
export function keepsAnything(): boolean {
  const key = 'lantern-try'
  const isKept = keep('tab', key, key) && kept('tab', key) === key
  keep('tab', key, null)
  return isKept
}

/**
 * Empties this tab and, with `everything`, the device; tells every other page and tab. What someone chose to keep on
 * the device stays when they only leave.
 */
export function forget(what: 'tab' | 'everything'): void {
  emptyTab()
  if (what === 'everything')
    attempt(() => {
      for (const name of Object.keys(localStorage))
        if (name.startsWith('lantern')) localStorage.removeItem(name)
    }, undefined)
  known = String(Date.now())
  keep('device', mark, known)
}

/** Whether anything was ever forgotten here: an answered page that comes back then is older than that. */
export const hasForgotten = () => lastForgetting() !== null

const acts: (() => void)[] = []

/** Acts when another tab forgot, or when this page comes back from the browser's memory and is older than that. */
export function whenForgotten(act: () => void): void {
  acts.push(act)
  if (acts.length > 1) return
  begin()
  const all = () => acts.forEach((one) => one())
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== mark || newValue === null) return
    emptyTab()
    known = newValue
    all()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && catchUp()) all()
  })
}

const workers = () => ('serviceWorker' in navigator ? navigator.serviceWorker : null)

/** How long the service worker has to hand over what was shared, in milliseconds. */
const mostHandOver = 5_000

/** Takes the text that another app shared out of the service worker, or null: none is there, or it was forgotten. */
export function takeShared(): Promise<string | null> {
  const worker = workers()?.controller
  if (!worker) return Promise.resolve(null)
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const end = (text: unknown) => {
      port1.close()
      resolve(typeof text === 'string' ? text : null)
    }
    port1.onmessage = ({ data }: MessageEvent<unknown>) => end(data)
    setTimeout(end, mostHandOver, null)
    worker.postMessage({ kind: 'take-shared' } satisfies ToWorker, [port2])
  })
}

/** Someone asked in this tab that all be deleted: nothing is saved again from it. */
export const hasDeclinedPages = () => window.name === keyOf.declined

/** Removes every saved page, a shared text and the worker, and saves nothing more from this tab. */
export async function forgetPages(): Promise<void> {
  window.name = keyOf.declined
  // The answer tells the browser to drop what it keeps of this site by itself: copies of pages, also those for Back.
  void fetch('/api/forget', { cache: 'no-store', keepalive: true }).catch(() => {})
  try {
    for (const registration of (await workers()?.getRegistrations()) ?? []) {
      registration.active?.postMessage({ kind: 'forget' } satisfies ToWorker) // after a save that may be running
      await registration.unregister()
    }
    for (const key of await caches.keys()) if (key.startsWith(keyOf.pages)) await caches.delete(key)
  } catch {
    // No service worker or no caches here: nothing was saved.
  }
}
