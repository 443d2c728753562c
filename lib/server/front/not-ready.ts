/**
 * What is said while the pages of this release are not ready: at a first start to everyone, at an upgrade to whoever asks
 * for more than the earlier release has ready (front-of-site.ts).
 */
import type http from 'node:http'
import { startingPage, updatingPage } from '@/lib/server/front/plain-page'
import { isOverTls, protect } from '@/lib/server/front/security-headers'
import { answerBusy } from '@/lib/server/front/turn'

/** `starting`: nothing can be shown yet. `updating`: the finished pages of the earlier release can. */
export type NotReady = 'starting' | 'updating'

const pages = { starting: startingPage, updating: updatingPage }

/** Seconds until it is worth trying again. Programs ask often, and at no cost. */
const againSeconds = { page: 30, data: 5 }

/**
 * Answers 503 and when to come back: people with a page in the language of the address, programs (below /api) with JSON.
 * `/api/health/live` gets 200. What was sent with the request is let go, and nothing of it is in the answer.
 */
export function answerNotReady(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  why: NotReady,
  trustsProxy = false,
): void {
  request.resume() // left on the line, it would stand before the browser's next request
  const url = request.url ?? ''
  const isData = url.startsWith('/api/')
  protect(response, isOverTls(request, trustsProxy), isData)
  if (!isData) return answerBusy(response, againSeconds.page, pages[why](url))
  const isLive = url === '/api/health/live'
  response.writeHead(isLive ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(isLive ? {} : { 'retry-after': String(againSeconds.data) }),
  })
  response.end(JSON.stringify(isLive ? { status: 'alive' } : { status: 'not ready', why }))
}
