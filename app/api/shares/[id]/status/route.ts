import { getShareStatus } from '@/lib/sharing/data'
import { forOwner, type ShareContext } from '@/app/api/shares/[id]/owner'

export const dynamic = 'force-dynamic'

/** How often the share was opened and when it ends, for the holder of its manage token. */
export function POST(request: Request, context: ShareContext): Promise<Response> {
  return forOwner(request, context, getShareStatus, (status) =>
    Response.json(status, { headers: { 'cache-control': 'no-store' } }),
  )
}
