/**
 * How often one address block may ask for what costs something. Creating and using shares is counted in the database,
 * so that all servers on it agree; forms and exports, which several hundred people in one clinic may send at the same
 * time, only in this process. Why: docs/decisions/0008-sharing-on-the-server.md.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type http from 'node:http'
import type { Pool } from 'pg'
import type { Env } from '@/lib/env'
import type { Weigh } from '@/lib/server/front/article-gate'
import { clientBlock, widerBlocks } from '@/lib/server/front/client-address'
import { answerRefusal, isFormPost } from '@/lib/server/front/form-posts'
import { plainPath } from '@/lib/server/front/plain-path'
import type { Handler } from '@/lib/server/front/serve'
import { countHere, countTogether, type Count, type Window } from '@/lib/server/front/shared-counts'
import { pathOf } from '@/lib/server/front/site'
import { log } from '@/lib/log'

/** Making a share, using one (open, status, revoke), or sending a form or asking for a file made for the occasion. */
export type LimitedKind = 'create' | 'use' | 'post'

/** Null: no limit. */
type Counts = Record<LimitedKind, Count | null>

export type Limits = {
  /** Counts characters of a posted article for the address of a request: seconds to wait, or null. */
  weigh: Weigh
  /** Hands the request to `handler`, or answers 429 with when to come back. */
  guard: (request: http.IncomingMessage, response: http.ServerResponse, handler: Handler) => void
}

/** Which limit a request falls under; null: none (reading). */
export function limitedKind(method: string, url: string | undefined): LimitedKind | null {
  const path = plainPath(url)
  if (method === 'OPTIONS') return null
  if (/^\/api\/shares\/?$/.test(path)) return 'create'
  if (path.startsWith('/api/shares/')) return 'use'
  return method === 'POST' || path.startsWith('/api/sources/export') ? 'post' : null
}

const hour = 3_600
const day = 24 * hour
const minute = 60

function makeCounts(pool: Pool, env: Env): Counts {
  /** 0 requests means no limit. */
  const counted = (count: (windows: readonly Window[]) => Count, windows: readonly Window[]) => {
    const limits = windows.filter(({ points }) => points > 0)
    return limits.length > 0 ? count(limits) : null
  }
  const together = (windows: readonly Window[]) => countTogether(pool, windows)
  return {
    create: counted(together, [
      { name: 'create-hour', points: env.LANTERN_LIMIT_SHARES_PER_HOUR, seconds: hour },
      { name: 'create-day', points: env.LANTERN_LIMIT_SHARES_PER_DAY, seconds: day },
    ]),
    use: counted(together, [{ name: 'use', points: env.LANTERN_LIMIT_OPENS_PER_MINUTE, seconds: minute }]),
    post: counted(countHere, [{ name: 'post', points: env.LANTERN_LIMIT_POSTS_PER_MINUTE, seconds: minute }]),
  }
}

/** Milliseconds to wait before asking the database for the day's salt again when it was away. */
const saltAgainMs = 5_000

/**
 * Salts of the day. The shared one is made by whichever server asks first and read by the others; the sweep deletes it
 * when the day is over. The local one never leaves this process.
 */
function makeSalts(pool: Pool) {
  let local = { day: '', salt: '' }
  let shared: { day: string; until: number; salt: Promise<string> } | null = null
  const today = () => new Date().toISOString().slice(0, 10)
  const localSalt = () => {
    if (local.day !== today()) local = { day: today(), salt: randomBytes(32).toString('base64url') }
    return local.salt
  }
  const sharedSalt = () => {
    if (shared && shared.day === today() && Date.now() < shared.until) return shared.salt
    const asked = { day: today(), until: Number.POSITIVE_INFINITY, salt: Promise.resolve('') }
    asked.salt = pool
      .query<{ salt: string }>(
        'INSERT INTO rate_salt (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET day = EXCLUDED.day RETURNING salt',
        [asked.day, randomBytes(32).toString('base64url')],
      )
      .then(({ rows }) => rows[0]?.salt ?? localSalt())
      .catch(() => {
        asked.until = Date.now() + saltAgainMs
        return localSalt()
      })
    shared = asked
    return asked.salt
  }
  return { localSalt, sharedSalt }
}

/** Handlers that a plain form of ours is sent to. */
const formHandlers = new Set(['/api/summary/pdf', '/api/visit', '/api/visit/told'])

function refuse(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  kind: LimitedKind,
  seconds: number,
) {
  log('warn', 'request.refused', { code: 'too-many-requests', why: 'limit' })
  response.setHeader('Retry-After', String(seconds))
  // Sent by a form, so a person sees the answer as a page.
  if (isFormPost(request) || formHandlers.has(pathOf(request.url) ?? ''))
    return answerRefusal(response, 429, request.url)
  if (kind === 'use') {
    // The viewer of another site must be able to read why.
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  }
  response.writeHead(429, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end('{"code":"too-many-requests"}')
}

/** @param onRefused called with the kind of each refused request, for the counts */
export function makeLimits(pool: Pool, env: Env, onRefused?: (kind: LimitedKind) => void): Limits {
  const counts = makeCounts(pool, env)
  const { localSalt, sharedSalt } = makeSalts(pool)
  const keysOf = (salt: string, block: string) =>
    widerBlocks(block).map((wide) => createHmac('sha256', salt).update(wide).digest('base64url').slice(0, 22))
  const secondsToWait = async (kind: LimitedKind, count: Count, block: string) =>
    count(keysOf(kind === 'post' ? localSalt() : await sharedSalt(), block))
  const articles =
    env.LANTERN_LIMIT_ARTICLE_CHARACTERS_PER_MINUTE > 0
      ? countHere([
          { name: 'article', points: env.LANTERN_LIMIT_ARTICLE_CHARACTERS_PER_MINUTE, seconds: minute },
        ])
      : null
  return {
    weigh: async (request, characters) =>
      articles?.(keysOf(localSalt(), clientBlock(request, env.LANTERN_TRUST_PROXY)), characters) ?? null,
    guard: (request, response, handler) => {
      const kind = limitedKind(request.method ?? '', request.url)
      const count = kind && counts[kind]
      if (!count) return handler(request, response)
      void secondsToWait(kind, count, clientBlock(request, env.LANTERN_TRUST_PROXY)).then((seconds) => {
        if (seconds === null) return handler(request, response)
        onRefused?.(kind)
        refuse(request, response, kind, seconds)
      })
    },
  }
}
