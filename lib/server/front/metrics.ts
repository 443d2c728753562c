/**
 * Counts and durations for whoever runs Lantern, in the text format of Prometheus. Labels come from the closed lists
 * here; nothing a request says (address, path, header) becomes one. Who may read them: LANTERN_METRICS.
 */
import type http from 'node:http'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { blockOf } from '@/lib/server/front/client-address'
import { isFormPost } from '@/lib/server/front/form-posts'
import { limitedKind, type LimitedKind } from '@/lib/server/front/limits'
import { pathOf } from '@/lib/server/front/site'
import type { Swept } from '@/lib/server/front/sweep'

/** What requests are counted by. */
export type RouteName =
  | 'finished-file'
  | 'share-create'
  | 'share-open'
  | 'share-status'
  | 'share-revoke'
  | 'summary-pdf'
  | 'sources'
  | 'health'
  | 'form'
  | 'other'

/** A name from the list above, whatever was asked for. */
export function routeName(request: Pick<http.IncomingMessage, 'method' | 'url'>): RouteName {
  const path = pathOf(request.url) ?? ''
  const kind = limitedKind(request.method ?? '', request.url)
  if (kind === 'create') return 'share-create'
  if (kind === 'use')
    return path.endsWith('/status')
      ? 'share-status'
      : path.endsWith('/revoke')
        ? 'share-revoke'
        : 'share-open'
  if (path === '/api/summary/pdf') return 'summary-pdf'
  if (path.startsWith('/api/sources')) return 'sources'
  if (path.startsWith('/api/health/')) return 'health'
  return isFormPost(request) ? 'form' : 'other'
}

export type Metrics = {
  /** Answers `/api/metrics` when this reader may see it; false leaves the request untouched. */
  answer: (request: http.IncomingMessage, response: http.ServerResponse) => boolean
  /** Counts a finished file that was just handed out. */
  countFile: (status: number) => void
  /** Counts a request, and how long its answer took, when it is through. */
  watch: (request: http.IncomingMessage, response: http.ServerResponse) => void
  countRefused: (kind: LimitedKind) => void
  countSwept: (swept: Swept) => void
}

/** From this computer itself, and not handed on by a proxy on it. */
function isLocal(request: http.IncomingMessage): boolean {
  const { headers, socket } = request
  const isHandedOn = ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'].some(
    (name) => headers[name] !== undefined,
  )
  const block = blockOf(socket.remoteAddress ?? '') ?? ''
  return !isHandedOn && (block.startsWith('127.') || socket.remoteAddress === '::1')
}

/** @param audience `local`: this computer only; `open`: everyone who reaches the port */
export function makeMetrics(audience: 'local' | 'open'): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'lantern_requests_total',
    help: 'Answers, by kind of route and class of status',
    labelNames: ['route', 'status'] as const,
    registers,
  })
  const seconds = new Histogram({
    name: 'lantern_request_seconds',
    help: 'Time from a request to the end of its answer; finished files are not timed',
    labelNames: ['route'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const refused = new Counter({
    name: 'lantern_limited_total',
    help: 'Requests refused by a limit',
    labelNames: ['kind'] as const,
    registers,
  })
  const deleted = new Counter({
    name: 'lantern_shares_expired_deleted_total',
    help: 'Shares deleted by this server because they had run out',
    registers,
  })
  const shares = new Gauge({
    name: 'lantern_shares',
    help: 'Shares in the database at the last sweep',
    registers,
  })
  /** Finished files by class of status: added up here, because they are handed out by the ten thousand. */
  const files = [0, 0, 0, 0, 0, 0]
  const classOf = (status: number) => `${Math.floor(status / 100)}xx`

  return {
    answer: (request, response) => {
      if (pathOf(request.url) !== '/api/metrics' || request.method !== 'GET') return false
      if (audience === 'local' && !isLocal(request)) return false
      files.forEach((count, hundreds) => {
        if (count > 0) requests.inc({ route: 'finished-file', status: `${hundreds}xx` }, count)
        files[hundreds] = 0
      })
      void register.metrics().then((text) => {
        response.writeHead(200, { 'Content-Type': register.contentType, 'Cache-Control': 'no-store' })
        response.end(text)
      })
      return true
    },
    countFile: (status) => {
      const hundreds = Math.floor(status / 100)
      files[hundreds] = (files[hundreds] ?? 0) + 1
    },
    watch: (request, response) => {
      const route = routeName(request) // now: the forms give the request another address later
      const stopTimer = seconds.startTimer({ route })
      response.once('close', () => {
        stopTimer()
        requests.inc({ route, status: classOf(response.statusCode) })
      })
    },
    countRefused: (kind) => refused.inc({ kind }),
    countSwept: (swept) => {
      deleted.inc(swept.deleted)
      shares.set(swept.shares)
    },
  }
}
