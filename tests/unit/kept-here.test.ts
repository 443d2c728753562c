import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keptHere, keptKey, takeShared } from '@/lib/kept-here'
import messages from '@/lib/texts/messages.en.json'

/** Whatever outlives a page in a browser. */
const keeps =
  /\b(sessionStorage|localStorage|indexedDB|cookieStore|caches\b|document\.cookie|window\.name|history\.(push|replace)State|storage\.getDirectory)/

/** Files that may, and what for: the address is not a place for what a person said. */
const allowed: Record<string, RegExp> = {
  'lib/kept-here.ts': keeps,
  // The worker's side of the saved pages: what it fills, `forgetPages` empties.
  'lib/browser/save-pages-worker.ts': /^caches/,
  // The desk of those who write, at an address of its own: a sentence that is not saved yet. No reader's page loads it.
  'lib/browser/desk.ts': /^localStorage/,
  // Takes a secret out of the address.
  'lib/browser/take-fragment.ts': /^history\.replaceState/,
  // Takes a code of a record out of the address.
  'lib/browser/record/open-record.ts': /^history\.replaceState/,
  // Which sources are shown, in the address so that it can be passed on.
  'components/sources/source-search.tsx': /^history\.replaceState/,
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const usedIn = (code: string) =>
  [...withoutComments(code).matchAll(new RegExp(keeps, 'g'))].map(([use]) => use)

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/'))),
)

describe('what is kept in a browser', () => {
  it('is kept by one file', () => {
    expect(sources.length).toBeGreaterThan(200)
    const strangers = sources.flatMap((file) =>
      usedIn(fs.readFileSync(file, 'utf8'))
        .filter((use) => !allowed[file]?.test(use))
        .map((use) => `${file}: ${use}`),
    )
    expect(strangers).toEqual([])
  })

  it.each(['sessionStorage.setItem("a", "b")', 'window.localStorage.a = 1', 'void indexedDB.open("a")'])(
    'is noticed elsewhere: %s',
    (code) => {
      expect(usedIn(code)).toHaveLength(1)
    },
  )

  it('is told on the privacy page, each thing with its place', () => {
    expect(Object.keys(messages.keptHere.what)).toEqual(keptHere.map(({ id }) => id))
    expect(Object.keys(messages.keptHere.where).sort()).toEqual(
      [...new Set(keptHere.map(({ where }) => where))].sort(),
    )
  })

  it('has names that deleting finds on the device', () => {
    for (const { id, where } of keptHere)
      if (where === 'device' || where === 'tab') expect(keptKey(id)).toMatch(/^lantern/)
  })
})

/** A browser's storage, as much as is used of it: names are its own keys, as `Object.keys` sees them. */
class Store {
  [name: string]: unknown
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null
  }
  setItem(name: string, text: string) {
    this[name] = text
  }
  removeItem(name: string) {
    delete this[name]
  }
  clear() {
    for (const name of Object.keys(this)) delete this[name]
  }
}

describe('a page that starts after something was forgotten', () => {
  let tab: Store
  let device: Store
  /** A page of its own: what it knows begins anew. */
  const page = async () => {
    vi.resetModules()
    return import('@/lib/kept-here')
  }
  beforeEach(() => {
    tab = new Store()
    device = new Store()
    vi.stubGlobal('sessionStorage', tab)
    vi.stubGlobal('localStorage', device)
  })
  afterEach(() => vi.unstubAllGlobals())

  it('keeps what is said from then on, over the next pages', async () => {
    ;(await page()).forget('everything')
    const next = await page()
    expect(next.keepsAnything()).toBe(true)
    expect(next.keep('tab', 'lantern:a', 'new')).toBe(true)
    expect((await page()).kept('tab', 'lantern:a')).toBe('new')
  })

  it('drops what a sleeping tab kept before, and does not take its first own words with it', async () => {
    expect((await page()).keep('tab', 'lantern:a', 'old')).toBe(true)
    device.setItem('lantern-forgotten', '1')
    const woken = await page()
    expect(woken.keep('tab', 'lantern:b', 'new')).toBe(true)
    expect(woken.kept('tab', 'lantern:a')).toBeNull()
    expect(woken.kept('tab', 'lantern:b')).toBe('new')
  })

  it('of the other illness too, and what was kept by choice goes only with everything', async () => {
    const here = await page()
    for (const id of ['a', 'b']) here.keep('device', here.keptKey('answers', id), 'x')
    here.forget('tab')
    expect(Object.keys(device).sort()).toEqual(['lantern-forgotten', 'lantern:a', 'lantern:b'])
    here.forget('everything')
    expect(Object.keys(device)).toEqual(['lantern-forgotten'])
  })
})

describe('a text that another app shared', () => {
  /** A service worker that answers so, or not at all. */
  const worker = (answer?: unknown) => {
    const asked: unknown[] = []
    vi.stubGlobal('navigator', {
      serviceWorker: {
        controller: {
          postMessage: (message: unknown, [port]: MessagePort[]) => {
            asked.push(message)
            if (answer !== undefined) port?.postMessage(answer)
          },
        },
      },
    })
    return asked
  }
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is handed over by the service worker', async () => {
    const asked = worker('mine')
    expect(await takeShared()).toBe('mine')
    expect(asked).toEqual([{ kind: 'take-shared' }])
  })

  it.each([null, 7, { kind: 'saved' }])('is none when the worker answers %j', async (answer) => {
    worker(answer)
    expect(await takeShared()).toBeNull()
  })

  it('is none without a worker, and with one of an older release that says nothing', async () => {
    vi.stubGlobal('navigator', {})
    expect(await takeShared()).toBeNull()
    vi.useFakeTimers()
    worker()
    const waiting = takeShared()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await waiting).toBeNull()
  })
})
