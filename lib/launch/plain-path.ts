import type http from 'node:http'
import { pathOf } from '@/lib/launch/site'

/** The path as Next will read it: decoded, and with slashes that stand together as one. */
export function plainPath(url: string | undefined): string {
  const path = (pathOf(url) ?? '').replaceAll('\\', '/')
  try {
    return decodeURIComponent(path).replace(/\/{2,}/g, '/')
  } catch {
    return path
  }
}

/** What Next's client router sends. */
const routerHeaders = [
  'rsc',
  'next-action',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
]

/**
 * Nothing here navigates by Next's client router: every link is a link. For other programs that send its headers,
 * Next would redirect, look for an action there is none of, or fail with 500.
 */
export function dropRouterHeaders(request: http.IncomingMessage): void {
  for (const name of routerHeaders) delete request.headers[name]
}

/** Whether Next would take the address for one of its client router's, whatever the headers say. */
export function isRouterPath(path: string): boolean {
  return plainPath(path).endsWith('.rsc')
}

/**
 * Gives the request for a share the address it would be redirected to (no slash at the end, none twice): a redirect
 * takes time, can be kept, and some viewers refuse it. Share routes never send one.
 */
export function straighten(request: http.IncomingMessage): void {
  const path = pathOf(request.url)
  if (path === null || !plainPath(path).startsWith('/api/shares')) return
  const straight = path
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=\/)\.{1,2}(?=\/|$)/g, '-') // no browser sends dots; nothing has that name
    .replace(/\/$/, '')
  request.url = straight + (request.url ?? '').slice(path.length)
}
