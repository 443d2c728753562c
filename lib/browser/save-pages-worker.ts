/**
 * The service worker: keeps the pages of a condition for when there is no connection. Built into public/worker.js by
 * lib/server/build/make-assets.ts; registered by save-pages.ts for reading pages and handouts only, so that no address of a
 * share or a packet ever reaches it.
 *
 * It knows four kinds of request and lets every other one pass untouched: a page that it saved, a file that such a
 * page loads, the status of the sources, and a text that another app shares, which it hands to the check on this device. A page comes from the network whenever there is one; only a failure, or a
 * long wait, brings the saved copy, which then says what it is. What is saved is what a finished list names, checked
 * byte for byte: nothing that belongs to a person can get in.
 */
import { pageOfShare, sharedText, shareMark } from '@/lib/claims/shared-text'
import { keptKey } from '@/lib/kept-here'
import { asSavedList, type FromWorker, type SavedList, type ToWorker } from '@/lib/journey/saved-pages'

/** The parts of the worker's world that we use: TypeScript's own description of it does not mix with pages'. */
type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Extendable & {
  request: Request
  preloadResponse?: Promise<Response | undefined>
  respondWith: (answer: Promise<Response>) => void
}
type Installing = Extendable & { addRoutes?: (rules: unknown) => Promise<void> }
type Told = Extendable & {
  data: ToWorker
  ports: readonly MessagePort[]
  source: { postMessage: (message: FromWorker) => void } | null
}
type Worker = {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  registration: { navigationPreload?: { enable: () => Promise<void> } }
  addEventListener: {
    (kind: 'install', act: (event: Installing) => void): void
    (kind: 'activate', act: (event: Extendable) => void): void
    (kind: 'fetch', act: (event: Fetching) => void): void
    (kind: 'message', act: (event: Told) => void): void
  }
}
const worker = self as unknown as Worker

const prefix = keptKey('pages')
const statusCache = `${prefix}status`
const statusAddress = '/api/sources/status'
/** Stored last in a cache: without it the cache is unfinished and nobody reads it. Holds the list. */
const marker = '/lantern-saved-list'
/** How long a page may take before the saved copy is shown instead, in milliseconds. */
const patience = 5_000

const isSharing = (path: string) => path.endsWith('/share')
/** Files whose name changes with their content. */
const isHashed = (path: string) => path.startsWith('/assets/') || path.startsWith('/_next/static/')

type Saved = { key: string; list: SavedList; at: Date }

/** The finished caches, the newest of each list first. */
async function savedLists(): Promise<Saved[]> {
  const found: Saved[] = []
  for (const key of await caches.keys()) {
    if (!key.startsWith(prefix) || key === statusCache) continue
    const response = await (await caches.open(key)).match(marker)
    const list = asSavedList(await response?.json().catch(() => null))
    if (response && list) found.push({ key, list, at: new Date(response.headers.get('date') ?? 0) })
  }
  return found.sort((a, b) => b.at.getTime() - a.at.getTime())
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 16)
}

/** Without what described the packed bytes: the copy holds them unpacked. */
function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers)
  for (const name of ['content-encoding', 'content-length', 'vary', 'speculation-rules']) headers.delete(name)
  return headers
}

/** Puts one file into the cache, from an earlier copy when that is the same. @throws when it is not what the list says */
async function keep(cache: Cache, address: string, hash: string, older: readonly Saved[]): Promise<void> {
  for (const { key, list } of older) {
    if ((list.pages[address] ?? list.files[address]) !== hash) continue
    const copy = await (await caches.open(key)).match(address)
    if (copy) return cache.put(address, copy)
  }
  const response = await fetch(address, {
    cache: isHashed(address) ? 'default' : 'no-cache',
    credentials: 'omit',
  })
  const bytes = await response.arrayBuffer()
  if (!response.ok || response.redirected || (await hashOf(bytes)) !== hash) throw new Error(address)
  await cache.put(address, new Response(bytes, { headers: headersOf(response) }))
}

/** Pages of an older release go; what they still load in an open tab stays until the next release. */
async function tidy(older: readonly Saved[]): Promise<void> {
  for (const [index, { key, list }] of older.entries()) {
    if (index > 0) await caches.delete(key)
    else {
      const cache = await caches.open(key)
      for (const page of Object.keys(list.pages)) await cache.delete(page)
    }
  }
}

/** Removes what was left behind by a save that was cut off with the browser. */
async function sweep(finished: readonly Saved[]): Promise<void> {
  for (const key of await caches.keys()) {
    const isOurs = key.startsWith(prefix) && key !== statusCache
    if (isOurs && !finished.some((saved) => saved.key === key)) await caches.delete(key)
  }
}

/** Saves everything a list names, or nothing: the marker comes last, and only then do older copies go. */
async function save(listAddress: string): Promise<'saved' | 'not-saved'> {
  const all = await savedLists()
  const release = /\.([\w-]+)\.json$/.exec(listAddress)?.[1]
  if (all.some(({ list }) => list.release === release && listAddress.includes(`/saved-${list.name}.`))) {
    return 'saved'
  }
  let key = ''
  try {
    await sweep(all)
    const response = await fetch(listAddress, { credentials: 'omit' })
    const list = response.ok ? asSavedList(await response.json()) : null
    if (!list || list.release !== release) return 'not-saved'
    const older = all.filter(({ list: { name } }) => name === list.name)
    key = `${prefix}${list.name}:${list.release}`
    const cache = await caches.open(key)
    const wanted = [...Object.entries(list.pages), ...Object.entries(list.files)]
    // A few at a time: the person may be reading on over the same thin line.
    const take = async () => {
      for (let next = wanted.shift(); next; next = wanted.shift()) await keep(cache, next[0], next[1], all)
    }
    await Promise.all([take(), take(), take()])
    await cache.put(
      marker,
      new Response(JSON.stringify(list), { headers: { date: new Date().toUTCString() } }),
    )
    await fetch(statusAddress, { credentials: 'omit' }).then(keepStatus, () => {})
    await tidy(older)
    return 'saved'
  } catch {
    // No room, a broken line, or a release that changed meanwhile: as if it had not begun.
    if (key) await caches.delete(key).catch(() => false)
    return 'not-saved'
  }
}

async function forget(): Promise<'forgotten'> {
  for (const key of await caches.keys()) if (key.startsWith(prefix)) await caches.delete(key)
  return 'forgotten'
}

/** One save at a time: two tabs ask for the same. */
let running: Promise<unknown> = Promise.resolve()
function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
  const result = running.then(act)
  running = result.catch(() => {})
  return result
}

async function keepStatus(response: Response): Promise<void> {
  // Only beside saved pages: a browser without them needs no old status.
  if (response.status !== 200 || (await savedLists()).length === 0) return
  const copy = new Response(await response.clone().arrayBuffer(), { headers: headersOf(response) })
  await (await caches.open(statusCache)).put(statusAddress, copy).catch(() => {})
}

async function answerStatus(event: Fetching): Promise<Response> {
  try {
    const response = await fetch(event.request)
    if (response.status < 500) {
      event.waitUntil(keepStatus(response.clone()))
      return response
    }
  } catch {
    // no connection
  }
  return (await (await caches.open(statusCache)).match(statusAddress)) ?? Response.error()
}

/** The saved copy of a page, with the day it was saved written into it: the page then says so itself. */
async function savedPage(path: string, isDated = true): Promise<Response | null> {
  for (const { key, at, list } of await savedLists()) {
    const copy = list.pages[path] ? await (await caches.open(key)).match(path) : undefined
    if (!copy) continue
    if (!isDated || !copy.headers.get('content-type')?.startsWith('text/html')) return copy
    const html = (await copy.text()).replace('<html ', `<html data-saved="${at.toISOString().slice(0, 10)}" `)
    return new Response(html, { headers: copy.headers })
  }
  return null
}

/** What is shown for a page that was not saved: it is itself a saved page of the same language. */
const awayPage = (path: string) => savedPage(`/${path.split('/')[1] ?? ''}/offline`, false)

async function answerPage(event: Fetching, path: string): Promise<Response> {
  const fromNetwork = (async () => {
    const ahead = await event.preloadResponse?.catch(() => undefined)
    return ahead ?? (await fetch(event.request))
  })()
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))
  const response = await Promise.race([fromNetwork, tooLong]).catch(() => null)
  if (response && response.status < 500) return response
  const copy = await savedPage(path)
  if (copy) {
    fromNetwork.catch(() => {})
    return copy
  }
  try {
    return await fromNetwork
  } catch {
    return (await awayPage(path)) ?? Response.error()
  }
}

/**
 * What another app shared, until the check has it. In memory alone: a file of a cache stays on the disk for a while after
 * the cache was deleted (Chromium 156, tried).
 */
let shared: { text: string; end: () => void } | null = null
/** How long it waits, in milliseconds: the check asks as soon as it is there. */
const mostSharedWait = 120_000

/** Gives the shared text, and forgets it. */
function takeShared(): string | null {
  const text = shared?.text ?? null
  shared?.end()
  shared = null
  return text
}

/** Resolves when the text was taken or has waited long enough; the later one of two takes the place of the other. */
function keepShared(text: string): Promise<void> {
  takeShared()
  return new Promise((resolve) => {
    const timer = setTimeout(takeShared, mostSharedWait)
    shared = {
      text,
      end: () => {
        clearTimeout(timer)
        resolve()
      },
    }
  })
}

/**
 * Takes a shared text off the line: it stays on this device, and the check opens and asks for it. 303, so that the
 * browser's list of pages holds an address without the text. What cannot be read here the server answers, and says so.
 */
async function answerShare(event: Fetching, page: string): Promise<Response> {
  const toServer = event.request.clone()
  try {
    const text = sharedText(await event.request.formData())
    event.waitUntil(keepShared(text)) // a browser ends a worker that has nothing to do
    return Response.redirect(page + shareMark, 303)
  } catch {
    return fetch(toServer)
  }
}

async function answerFile(event: Fetching, path: string): Promise<Response> {
  return (await caches.match(path)) ?? fetch(event.request)
}

worker.addEventListener('install', (event) => {
  // A browser that can be told so does not even wake the worker for these.
  const passBy = ['/:locale/:condition/share', '/api/shares*'].map((pathname) => ({
    condition: { urlPattern: { pathname } },
    source: 'network',
  }))
  event.waitUntil(Promise.all([event.addRoutes?.(passBy).catch(() => {}), worker.skipWaiting()]))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([worker.registration.navigationPreload?.enable().catch(() => {}), worker.clients.claim()]),
  )
})

worker.addEventListener('message', (event) => {
  const { data, source, ports } = event
  if (data.kind === 'take-shared') return ports[0]?.postMessage(takeShared())
  if (data.kind === 'forget') takeShared()
  const work = data.kind === 'forget' ? inTurn(forget) : inTurn(() => save(data.list))
  event.waitUntil(work.then((kind) => source?.postMessage({ kind })).catch(() => {}))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== location.origin || isSharing(pathname)) return
  const page = request.method === 'POST' && request.mode === 'navigate' ? pageOfShare(pathname) : null
  if (page) return event.respondWith(answerShare(event, page))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(answerPage(event, pathname))
  else if (pathname === statusAddress && !search) event.respondWith(answerStatus(event))
  else if (isHashed(pathname)) event.respondWith(answerFile(event, pathname))
})
