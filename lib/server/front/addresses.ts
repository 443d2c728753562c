/**
 * What an address means. The site's own list (from the build's records) says what exists; everything else is put right
 * when it is one of ours as people type, copy or mangle it, and is answered with the kind 404 when it is not. Nothing
 * that is not in the list goes on to Next, which would store it, print it, or answer in a way of its own.
 * Why: docs/decisions/0015-a-closed-front.md.
 */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { errorPageOf } from '@/lib/server/build/error-pages'
import { pageOfShare } from '@/lib/claims/shared-text'
import { isVersion } from '@/lib/reviews/changelog'
import { isLocale, locales, sourceLocale, type Locale } from '@/lib/texts/translate'
import { linkPageAt } from '@/lib/texts/link-pages'

export type SiteAddresses = {
  /** Pages and made files that Next holds ready: the address is all they depend on. */
  ready: ReadonlySet<string>
  /** Route handlers by their pattern: `/api/shares/[id]`. */
  handlers: readonly string[]
  /** Lower-case spelling → address, of everything that a person may type or find on paper. */
  typed: ReadonlyMap<string, string>
}

/** What to do with a request. */
export type Meaning =
  /** One of the site's own addresses. `url` is what Next is asked for, query and all. */
  | { kind: 'known'; url: string }
  /** One of ours in another spelling; `to` is from the site's list. */
  | { kind: 'elsewhere'; to: string }
  /** One of ours that is there in the first language only; `address` is what it would be in the language asked for. */
  | { kind: 'untranslated'; address: string }
  | { kind: 'missing' }

/** Where an address without a page leads. */
const home = `/${sourceLocale}`

/** Handlers that read what stands behind the `?`. A viewer's `?recipient=` is read by nobody, so it goes no further. */
const readsQuery = new Set(['/api/sources', '/api/sources/export'])

/** Pages that exist for the front only. */
const isForErrors = (route: string) => route.startsWith('/_') || errorPageOf(route) !== null

/**
 * @param routes every page and file that was built ahead
 * @param handlers patterns of the route handlers below /api
 * @param files further addresses that people type, such as those of the handouts
 */
export function siteAddresses(
  routes: readonly string[],
  handlers: readonly string[],
  files: readonly string[] = [],
): SiteAddresses {
  const ready = routes.filter((route) => !isForErrors(route))
  const typed = [...ready, ...files].map((address) => [address.toLowerCase(), address] as const)
  return { ready: new Set(ready), handlers: [...handlers], typed: new Map(typed) }
}

const prerenderSchema = z.object({
  routes: z.record(z.string(), z.looseObject({ initialStatus: z.number().default(200) })),
})
const routesSchema = z.record(z.string(), z.string())

/**
 * Reads the list of a finished build from Next's own records.
 * @param files as in `siteAddresses`
 * @throws when the records cannot be read: without a list nothing may be served
 */
export function readAddresses(nextFolder: string, files: readonly string[]): SiteAddresses {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(nextFolder, name), 'utf8'))
  const { routes } = prerenderSchema.parse(read('prerender-manifest.json'))
  const all = Object.entries(routesSchema.parse(read('app-path-routes-manifest.json')))
  const handlers = all.filter(([file, route]) => file.endsWith('/route') && route.startsWith('/api/'))
  // A page that has no words in a language yet is built as "not found": it is no page of that language.
  const found = Object.entries(routes).filter(([, { initialStatus }]) => initialStatus === 200)
  return siteAddresses(
    found.map(([route]) => route),
    handlers.map(([, route]) => route),
    files,
  )
}

/** Percent signs back to characters, tolerant of stray ones, as often as a mail program encoded them. */
function decodeAll(text: string): string {
  let now = text
  for (let round = 0; round < 5; round += 1) {
    const decoded = now.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })
    if (decoded === now) break
    now = decoded
  }
  return now
}

/** White space, marks of direction, joiners, soft hyphens, controls: nothing that a person sees or means. */
const unseen = /[\s\p{Cc}\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu

/** An address reduced to what was meant: decoded, plain letters, nothing unseen, single slashes. */
function plainly(text: string): string {
  return decodeAll(text)
    .normalize('NFKC')
    .replace(unseen, '')
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
}

/** Far longer than any address of ours, in encoded letters: nobody types more. */
const longestTyped = 500
/** Marks that stand around an address in a sentence; no address of ours begins or ends with one. */
const behind = /[^\p{L}\p{N}]+$/u
const before = /^[^\p{L}\p{N}]+/u

/**
 * Whether an address that begins with /v, /m or /p is a link whose `#` was lost on the way, so that the secret is in it.
 * A word that only begins with the letter (`/patients`) is not; a mark, an unseen letter or what such links carry is.
 */
function carriesSecret(rest: string): boolean {
  const text = plainly(rest)
  if (!/[\p{L}\p{N}]/u.test(text)) return text.startsWith('/')
  return !/^[\p{L}\p{N}_-]/u.test(text) || /^(shlink|1\.|https?:)|shlink:|eyJ/i.test(text)
}

/**
 * The page that repairs the link an address carries, or null when it carries none. Never a redirect: that would write
 * the secret down once more. Only where the page's script finds the secret: behind `/v`, `/m`, `/p` as written.
 */
export function linkPageOf(url: string): string | null {
  const found = linkPageAt(url)
  if (!found) return null
  const { page, rest } = found
  return rest === '' || rest.startsWith('?') || carriesSecret(rest) ? page : null
}

/** `/changed/<version>` in any language and spelling, or in the language asked for; the version is checked letter by letter. */
function changedPage(text: string, asked: Locale): string | null {
  const [, locale = asked, version = ''] = /^(?:([a-z]{2,3})\/)?changed\/([^/]+)$/.exec(text) ?? []
  return isLocale(locale) && isVersion(version) ? `/${locale}/changed/${version}` : null
}

/** An address as a person may have typed it, without its first slash. */
const typedText = (pathname: string) =>
  plainly(pathname).toLowerCase().replace(before, '').replace(behind, '')

/** The check, when someone opens the address that shared texts are posted to. */
function sharePage(text: string, { ready }: SiteAddresses): string | null {
  const page = pageOfShare(`/${text}`)
  return page !== null && ready.has(page) ? page : null
}

/** The address of ours that was meant, or null. Never gives back what was sent, only what is in the list. */
function meantAddress(pathname: string, site: SiteAddresses, asked: Locale): string | null {
  const { typed } = site
  if (pathname.length > longestTyped) return null
  const text = typedText(pathname)
  if (text === '') return typed.get(`/${asked}`) ?? home
  const tries = [`/${text}`, ...[asked, ...locales].map((locale) => `/${locale}/${text}`)]
  for (const address of tries) {
    const found = typed.get(address)
    if (found) return found
  }
  return changedPage(text, asked) ?? sharePage(text, site)
}

/** The address in the language asked for, of a page that only the first language has; null for anything else. */
function untranslatedAddress(pathname: string, { typed }: SiteAddresses): string | null {
  if (pathname.length > longestTyped) return null
  const [locale = '', ...rest] = typedText(pathname).split('/')
  if (!isLocale(locale) || locale === sourceLocale) return null
  const source = typed.get([home, ...rest].join('/'))
  return source === undefined ? null : `/${locale}${source.slice(home.length)}`
}

const segmentsOf = (pathname: string) => pathname.split('/').slice(1)

/**
 * The handler's address with nothing of the request in it but an id of the shape that ids have. Any other id becomes `-`,
 * which nothing has, so that every dead link gets one and the same answer.
 */
function handlerAddress(pathname: string, pattern: string): string | null {
  const given = segmentsOf(pathname)
  const wanted = segmentsOf(pattern)
  if (given.length !== wanted.length) return null
  const fits = wanted.every((part, at) => part.startsWith('[') || part === given[at])
  if (!fits) return null
  const parts = wanted.map((part, at) =>
    part.startsWith('[') ? (/^[\w-]{1,64}$/.test(given[at] ?? '') ? given[at] : '-') : part,
  )
  return `/${parts.join('/')}`
}

/** The API address that Next is asked for, or null. Fixed names win over `[id]`. */
function knownHandler(url: string, { handlers }: SiteAddresses): string | null {
  const at = url.indexOf('?')
  const pathname = at < 0 ? url : url.slice(0, at)
  for (const pattern of [...handlers].sort((a, b) => Number(a.includes('[')) - Number(b.includes('[')))) {
    const address = handlerAddress(pathname, pattern)
    if (address) return readsQuery.has(pattern) && at >= 0 ? address + url.slice(at) : address
  }
  return null
}

/**
 * What a path with its query means on this site, for GET and HEAD (and any method below /api). Links with a secret in
 * them are not asked about here: see `linkPageOf`. `asked`: the browser's language, for an address that names none.
 */
export function meaningOf(url: string, site: SiteAddresses, asked: Locale = sourceLocale): Meaning {
  const pathname = url.split('?')[0] ?? ''
  if (site.ready.has(pathname)) return { kind: 'known', url: pathname }
  if (changedPage(pathname.slice(1), asked) === pathname) return { kind: 'known', url: pathname }
  const handler = knownHandler(url, site)
  if (handler) return { kind: 'known', url: handler }
  const to = meantAddress(pathname, site, asked)
  if (to !== null && to !== pathname) return { kind: 'elsewhere', to }
  const address = untranslatedAddress(pathname, site)
  return address === null ? { kind: 'missing' } : { kind: 'untranslated', address }
}
