/**
 * Which pages and files a browser keeps so that the pages of one condition read without a connection. Made from the
 * finished pages: a new page, handout or condition is in the list by itself.
 */
import { createHash } from 'node:crypto'
import type { SavedList } from '@/lib/journey/saved-pages'

/** Pages of the whole site that the pages of a condition lean on, below the language. */
const alongside = new Set(['', '/numbers', '/glossary', '/privacy', '/about', '/offline', '/leave'])

/** Never kept: pages where something is shared. */
const isSharing = (route: string) => route.endsWith('/share')

type Site = {
  /** Address → text of a finished page. */
  pages: ReadonlyMap<string, string>
  /** Address → hash of its bytes, and its text when it is a style sheet. */
  files: ReadonlyMap<string, { etag: string; css: string | null }>
}

const isOwn = (condition: string, route: string) =>
  route === `/${condition}` || route.startsWith(`/${condition}/`)

/**
 * The pages of each condition, `<locale>/<id>`, and all others. A condition is known by having a summary, as every
 * journey ends there.
 */
export function byCondition(routes: readonly string[]): { own: Map<string, string[]>; others: string[] } {
  const own = new Map<string, string[]>()
  for (const route of routes) {
    const condition = /^\/([a-z]{2,3}\/[a-z0-9-]+)\/summary$/.exec(route)?.[1]
    if (condition) own.set(condition, [])
  }
  const others: string[] = []
  for (const route of routes) (own.get(route.split('/').slice(1, 3).join('/')) ?? others).push(route)
  return { own, others }
}

/** Whether the pages of conditions lean on this page of the whole site. */
export const isAlongside = (route: string) => alongside.has(route.replace(/^\/[a-z]{2,3}(?=\/|$)/, ''))

/** The pages to keep for one condition, in order. */
export function pagesToKeep(condition: string, routes: readonly string[]): string[] {
  const [locale = ''] = condition.split('/')
  return routes
    .filter((route) => isOwn(condition, route) || (isAlongside(route) && route.split('/')[1] === locale))
    .filter((route) => !isSharing(route))
    .sort()
}

const addressesIn = (text: string) => text.match(/\/assets\/[\w.~-]+\w/g) ?? []

/** Styles, scripts, fonts and pictures that these pages load, and what the styles load. */
function filesOf(htmls: readonly string[], site: Site): string[] {
  const found = new Set<string>()
  const add = (text: string) => {
    for (const address of addressesIn(text)) {
      const file = site.files.get(address)
      if (!file || found.has(address)) continue
      found.add(address)
      if (file.css) add(file.css)
    }
  }
  htmls.forEach(add)
  return [...found].sort()
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/**
 * The list of one condition and its pages, each naming the list: the list's address changes with the release, so a
 * browser that has it asks for nothing. `mark` puts the name of the list into a page.
 */
export function makeSavedList(
  condition: string,
  site: Site,
  mark: (html: string, listAddress: string) => string,
): { list: SavedList; address: string; marked: Map<string, string> } {
  const routes = pagesToKeep(condition, [...site.pages.keys()])
  const htmlOf = (route: string) => site.pages.get(route) ?? ''
  const files = filesOf(routes.map(htmlOf), site)
  const handouts = [...site.files.keys()].filter((address) => address.startsWith(`/handouts/${condition}/`))
  const etagOf = (address: string) => site.files.get(address)?.etag ?? ''
  const hashed = (addresses: readonly string[]) =>
    Object.fromEntries(addresses.map((address) => [address, etagOf(address)]))
  const name = condition.replace('/', '-')
  const release = hash(
    JSON.stringify([routes.map((route) => [route, hash(htmlOf(route))]), files, hashed(handouts)]),
  )
  const address = `/assets/saved-${name}.${release}.json`
  const marked = new Map(
    routes.filter((route) => isOwn(condition, route)).map((route) => [route, mark(htmlOf(route), address)]),
  )
  const pages = Object.fromEntries(routes.map((route) => [route, hash(marked.get(route) ?? htmlOf(route))]))
  return {
    list: { name, release, pages: { ...pages, ...hashed(handouts) }, files: hashed(files) },
    address,
    marked,
  }
}
