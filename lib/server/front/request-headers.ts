import type http from 'node:http'
import { hooksPath } from '@/lib/record/addresses'

/** What a page or a route handler of ours reads of a request. Everything else a stranger sends ends at the front. */
const passed = [
  'accept-encoding',
  // For refusals at an address that names no language.
  'accept-language',
  'content-length',
  'content-type',
  'if-none-match',
  'sec-fetch-site',
  'transfer-encoding',
] as const

/** Who calls a hook proves it by this one; no page and no other handler looks at it. */
const ofHooks = 'authorization'

/**
 * Leaves only these headers, in place, and says the same host and program for everybody: Next reads dozens more
 * (`x-middleware-*`, `x-nextjs-*`, `rsc`, `next-*`, `x-matched-path`, `x-invoke-*`, `x-forwarded-*`, `purpose`, cookies for
 * its draft mode) and would answer in another way, redirect, set a cookie or fail. Where a request came from and how is
 * decided before this.
 */
export function onlyPassedHeaders(request: http.IncomingMessage): void {
  const kept: Record<string, string> = {
    host: 'localhost',
    // With none, Next would send a page's title after the page.
    'user-agent': 'Lantern',
  }
  const isHook = request.url?.startsWith(`${hooksPath}/`) ?? false
  for (const name of isHook ? [...passed, ofHooks] : passed) {
    const value = request.headers[name]
    if (typeof value === 'string') kept[name] = value
  }
  request.headers = kept
  request.rawHeaders = Object.entries(kept).flat()
}
