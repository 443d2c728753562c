import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptHere, keptKey } from '@/lib/kept-here'
import messages from '@/lib/words/messages.en.json'

/** Whatever outlives a page in a browser. */
const keeps =
  /\b(sessionStorage|localStorage|indexedDB|cookieStore|caches\b|document\.cookie|window\.name|history\.(push|replace)State|storage\.getDirectory)/

/** Files that may, and what for: the address is not a place for what a person said. */
const allowed: Record<string, RegExp> = {
  'lib/kept-here.ts': keeps,
  // The worker's side of the saved pages: what it fills, `forgetPages` empties.
  'components/journey/save-pages-worker.ts': /^caches/,
  // Takes a secret out of the address.
  'components/sharing/take-fragment.ts': /^history\.replaceState/,
  // Which sources are shown, in the address so that it can be passed on.
  'components/evidence/source-search.tsx': /^history\.replaceState/,
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
