/**
 * How often one address block may ask for what costs something. Creating and using shares is counted in the database,
 * so that all servers on it agree; forms and exports, which several hundred people in one clinic may send at the same
 * time, only in this process. Why: docs/decisions/0008-sharing-on-the-server.md.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type http from 'node:http'
import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Env } from '@/lib/env'
import { clientBlock } from '@/lib/launch/client-address'
import { answerRefusal, isFormPost } from '@/lib/launch/form-posts'
import { plainPath } from '@/lib/launch/plain-path'
import type { Handler } from '@/lib/launch/serve'
import { pathOf } from '@/lib/launch/site'
import { log } from '@/lib/log'

/** Making a share, using one (open, status, revoke), or sending a form or asking for a file made for the occasion. */
export type LimitedKind = 'create' | 'use' | 'post'

/** One limit: so many requests in so many seconds. */
type Limiter = Pick<RateLimiterMemory, 'consume'>
type Limiters = Record<LimitedKind, Limiter[]>

export type Limits = {
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

/** 0 requests means no limit. */
function sharedLimiters(pool: Pool, name: string, points: number, duration: number): Limiter[] {
  if (points === 0) return []
  return [
    new RateLimiterPostgres({
      // Without the library's statement names: the embedded database is one session, and a name is taken in it once.
      storeClient: {
        query: ({ text, values }: { text: string; values?: unknown[] }) => pool.query(text, values),
      },
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true, // by prisma/migrations
      clearExpiredByTimeout: false, // the sweep does it
      keyPrefix: name,
      points,
      duration,
      // Who is over the limit is remembered here, so that asking on costs the database nothing.
      inMemoryBlockOnConsumed: points + 1,
      // While the database is away each server counts for itself.
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
    }),
  ]
}

function makeLimiters(pool: Pool, env: Env): Limiters {
  const posts = env.LANTERN_LIMIT_POSTS_PER_MINUTE
  return {
    create: [
      ...sharedLimiters(pool, 'create-hour', env.LANTERN_LIMIT_SHARES_PER_HOUR, hour),
      ...sharedLimiters(pool, 'create-day', env.LANTERN_LIMIT_SHARES_PER_DAY, day),
    ],
    use: sharedLimiters(pool, 'use', env.LANTERN_LIMIT_OPENS_PER_MINUTE, minute),
    post: posts === 0 ? [] : [new RateLimiterMemory({ keyPrefix: 'post', points: posts, duration: minute })],
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

/** Seconds until a refused request may come again; null: it may pass. */
async function secondsToWait(limiters: readonly Limiter[], key: string): Promise<number | null> {
  for (const limiter of limiters) {
    try {
      await limiter.consume(key)
    } catch (refused) {
      // Anything else is a limiter that cannot count. People matter more than limits.
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    }
  }
  return null
}

function refuse(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  kind: LimitedKind,
  seconds: number,
) {
  log('warn', 'request.refused', { code: 'too-many-requests', why: 'limit' })
  response.setHeader('Retry-After', String(seconds))
  // Sent by a form, so a person sees the answer as a page.
  if (isFormPost(request) || pathOf(request.url) === '/api/summary/pdf') return answerRefusal(response, 429)
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
  const limiters = makeLimiters(pool, env)
  const { localSalt, sharedSalt } = makeSalts(pool)
  const check = async (kind: LimitedKind, block: string) => {
    const salt = kind === 'post' ? localSalt() : await sharedSalt()
    const key = createHmac('sha256', salt).update(block).digest('base64url').slice(0, 22)
    return secondsToWait(limiters[kind], key)
  }
  return {
    guard: (request, response, handler) => {
      const kind = limitedKind(request.method ?? '', request.url)
      if (kind === null || limiters[kind].length === 0) return handler(request, response)
      void check(kind, clientBlock(request, env.LANTERN_TRUST_PROXY)).then((seconds) => {
        if (seconds === null) return handler(request, response)
        onRefused?.(kind)
        refuse(request, response, kind, seconds)
      })
    },
  }
}
