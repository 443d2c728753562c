/**
 * Everything between the line and Next: finished files first; then, under the headers that every answer carries,
 * the refusal of what is no request for a page, the journey's forms, and Next.
 */
import type http from 'node:http'
import type { ClientModules } from '@/lib/launch/client-parts'
import { isFormPost, withFormPosts } from '@/lib/launch/form-posts'
import type { Limits } from '@/lib/launch/limits'
import { withoutSecret } from '@/lib/launch/mangled-links'
import type { Metrics } from '@/lib/launch/metrics'
import { withPolicies } from '@/lib/launch/next-front'
import { dropRouterHeaders, isRouterPath, straighten } from '@/lib/launch/plain-path'
import { isOverTls, protect } from '@/lib/launch/security-headers'
import type { Handler } from '@/lib/launch/serve'
import { pathOf, type Site } from '@/lib/launch/site'

type Parts = {
  /** The exported pages; null when there are none, and Next then serves everything. */
  site: Site | null
  /** Next's own handler. */
  next: Handler
  modules: ClientModules | null
  trustsProxy: boolean
  limits?: Limits
  metrics?: Metrics
}

function isReadable(path: string): boolean {
  try {
    // A zero byte is in no address of ours, and file systems end a name at it.
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Why a request is answered here and goes no further; null when it may pass. Route handlers judge their own methods. */
function refusal(request: http.IncomingMessage): { status: number; allow?: string } | null {
  const path = pathOf(request.url)
  if (path === null || !isReadable(path)) return { status: 400 }
  if (request.headers.host === undefined && request.httpVersion !== '1.0') return { status: 400 }
  if (isRouterPath(path)) return { status: 404 }
  const method = request.method ?? ''
  if (method === 'GET' || method === 'HEAD' || isFormPost(request)) return null
  if (path.startsWith('/api/') && method !== 'TRACE' && method !== 'CONNECT') return null
  // Next would take any method for a page, and a POST for one of its own protocols, which nothing here speaks.
  return { status: method === 'OPTIONS' ? 204 : 405, allow: 'GET, HEAD' }
}

/** The handler for the web server of a finished build. */
export function makeFront({ site, next, modules, trustsProxy, limits, metrics }: Parts): Handler {
  const rest = withFormPosts(withPolicies(next, site, modules, trustsProxy))
  return (request, response) => {
    request.url = withoutSecret(request.url) ?? request.url
    dropRouterHeaders(request)
    if (site?.answer(request, response)) return metrics?.countFile(response.statusCode)
    metrics?.watch(request, response)
    const isData = pathOf(request.url)?.startsWith('/api/') ?? false
    protect(response, isOverTls(request, trustsProxy), isData)
    if (metrics?.answer(request, response)) return
    const refused = refusal(request)
    if (!refused) {
      straighten(request)
      return limits ? limits.guard(request, response, rest) : rest(request, response)
    }
    if (refused.allow) response.setHeader('Allow', refused.allow)
    response.writeHead(refused.status, { 'Content-Length': 0, 'Cache-Control': 'no-store' })
    response.end()
  }
}
