import { orUnavailable, readJson, refuse } from '@/app/api/replies'
import { log } from '@/lib/log'
import { revokeShare } from '@/lib/sharing/data'
import { maxManageBytes } from '@/lib/sharing/schema'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** Deletes the share at once, for the holder of its manage token. Asked again, it is a 404 like any other. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const body = await readJson(request, maxManageBytes)
  if (!body.ok) return refuse(body.code === 'bad-request' ? 'not-found' : body.code)
  return orUnavailable(async () => {
    const revoked = await revokeShare((await params).id, body.value)
    if (!revoked.ok) return refuse(revoked.code)
    log('info', 'share.revoked')
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  })
}
