import { orUnavailable, readJson, refuse } from '@/app/api/replies'
import { log } from '@/lib/log'
import { createShare } from '@/lib/sharing/data'
import { maxShareBytes } from '@/lib/sharing/schema'

export const dynamic = 'force-dynamic'

/** Stores an encrypted summary: 201 with its id and end once the database has it (lib/sharing/schema.ts). */
export async function POST(request: Request): Promise<Response> {
  const body = await readJson(request, maxShareBytes)
  if (!body.ok) return refuse(body.code)
  return orUnavailable(async () => {
    const created = await createShare(body.value)
    if (!created.ok) return refuse(created.code)
    log('info', 'share.created')
    return Response.json(created.value, { status: 201, headers: { 'cache-control': 'no-store' } })
  })
}
