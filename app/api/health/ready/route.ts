import { isDatabaseAnswering } from '@/lib/db/health'

export const dynamic = 'force-dynamic'

/** 200 when the database answers within 2 s, else 503: a load balancer then sends people elsewhere. */
export async function GET(): Promise<Response> {
  const isReady = await isDatabaseAnswering(2_000)
  return Response.json(isReady ? { status: 'ready' } : { status: 'not ready', why: 'database' }, {
    status: isReady ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
