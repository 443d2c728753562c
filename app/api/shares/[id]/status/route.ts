import { orUnavailable, readJson, refuse } from '@/app/api/replies'
import { getShareStatus } from '@/lib/sharing/data'
import { maxManageBytes } from '@/lib/sharing/schema'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** How often the share was opened and when it ends, for the holder of its manage token. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const body = await readJson(request, maxManageBytes)
  if (!body.ok) return refuse(body.code === 'bad-request' ? 'not-found' : body.code)
  return orUnavailable(async () => {
    const status = await getShareStatus((await params).id, body.value)
    if (!status.ok) return refuse(status.code)
    return Response.json(status.value, { headers: { 'cache-control': 'no-store' } })
  })
}
