import { orUnavailable, refuse } from '@/app/api/replies'
import { log } from '@/lib/log'
import { hasShare, openShare } from '@/lib/sharing/data'
import { shareMediaType } from '@/lib/sharing/schema'

export const dynamic = 'force-dynamic'

/** Any viewer of SMART Health Links may fetch the file: it is worth nothing without the key in the link. */
const forAnySite = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}
const found = { ...forAnySite, 'cache-control': 'no-store', 'content-type': shareMediaType }

type Context = { params: Promise<{ id: string }> }

/** The encrypted file, counting one opening. `?recipient=`, which viewers must send, is not read, kept or logged. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return orUnavailable(async () => {
    const opened = await openShare((await params).id)
    if (!opened.ok) return refuse(opened.code, forAnySite)
    log('info', 'share.opened')
    return new Response(opened.value, {
      headers: { ...found, 'content-length': String(opened.value.length) },
    })
  }, forAnySite)
}

/** Whether the file is there. Counts nothing: link previews and scanners ask this way. */
export function HEAD(_request: Request, { params }: Context): Promise<Response> {
  return orUnavailable(
    async () =>
      (await hasShare((await params).id))
        ? new Response(null, { headers: found })
        : refuse('not-found', forAnySite),
    forAnySite,
  )
}

/** The same for every id, known or not. */
export function OPTIONS(): Response {
  const headers = {
    ...forAnySite,
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
    allow: 'GET, HEAD, OPTIONS',
  }
  return new Response(null, { status: 204, headers })
}
