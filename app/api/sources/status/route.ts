import { createHash } from 'node:crypto'
import { orUnavailable } from '@/app/api/replies'
import { within } from '@/lib/db/within'
import { getLiveStatus } from '@/lib/watch/data'

export const dynamic = 'force-dynamic'

const withinMs = 3_000
/** Many pages opened at once ask the database once: milliseconds that an answer is used again on this server. */
const reuseMs = 2_000
let held: { at: number; body: Promise<string> } | null = null

function currentBody(): Promise<string> {
  const now = Date.now()
  if (held && now - held.at < reuseMs) return held.body
  const body = getLiveStatus(new Date(now).toISOString().slice(0, 10)).then((live) => JSON.stringify(live))
  held = { at: now, body }
  body.catch(() => (held = null)) // a failure is not kept
  return body
}

/**
 * What has changed since the pages were built: withdrawn sources, states of trials, what is overdue. Always asked
 * for anew (`no-cache` with an ETag): a withdrawal is on the page with the next look. 503 while the database is
 * away; the pages then stay as they were built.
 */
export async function GET(request: Request): Promise<Response> {
  return orUnavailable(async () => {
    const body = await within(withinMs, currentBody())
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const headers = { 'cache-control': 'no-cache', etag }
    const asked = request.headers.get('if-none-match') ?? ''
    if (asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
      return new Response(null, { status: 304, headers })
    return new Response(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
  })
}
