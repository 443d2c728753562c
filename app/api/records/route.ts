import { refuse } from '@/app/api/replies'
import { log } from '@/lib/log'
import { offeredSystems } from '@/lib/record/data'

export const dynamic = 'force-dynamic'

/** The record systems that may open this site. Read anew each time, so that one can be taken away without a restart. */
export function GET(): Response {
  try {
    return Response.json({ systems: offeredSystems() }, { headers: { 'cache-control': 'no-store' } })
  } catch {
    log('error', 'request.refused', { code: 'unexpected' })
    return refuse('unexpected')
  }
}
