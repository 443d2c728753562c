import { log } from '@/lib/log'
import { revokeShare } from '@/lib/sharing/data'
import { forOwner, type ShareContext } from '@/app/api/shares/[id]/owner'

export const dynamic = 'force-dynamic'

/** Deletes the share at once, for the holder of its manage token. Asked again, it is a 404 like any other. */
export function POST(request: Request, context: ShareContext): Promise<Response> {
  return forOwner(request, context, revokeShare, () => {
    log('info', 'share.revoked')
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  })
}
