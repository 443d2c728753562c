import type http from 'node:http'
import { pathOf } from '@/lib/server/front/site'

/** The path as Next will read it: decoded, and with slashes that stand together as one. */
export function plainPath(url: string | undefined): string {
  const path = (pathOf(url) ?? '').replaceAll('\\', '/')
  try {
    return decodeURIComponent(path).replace(/\/{2,}/g, '/')
  } catch {
    return path
  }
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
