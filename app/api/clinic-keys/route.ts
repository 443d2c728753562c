import { httpStatus } from '@/lib/errors'
import { log } from '@/lib/log'
import { listClinicKeys } from '@/lib/packets/data'

export const dynamic = 'force-dynamic'

/**
 * The public keys of the clinics this site knows, with their names and how to reach them: a packet's page checks signatures with them in
 * the browser. The packet itself is never sent. Read anew each time, so that a key can be withdrawn without a restart.
 */
export function GET(): Response {
  try {
    return Response.json({ keys: listClinicKeys() }, { headers: { 'cache-control': 'no-store' } })
  } catch {
    log('error', 'request.refused', { code: 'unexpected' })
    return Response.json(
      { code: 'unexpected' },
      { status: httpStatus.unexpected, headers: { 'cache-control': 'no-store' } },
    )
  }
}
