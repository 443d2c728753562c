import { orUnavailable, readJson, refuse } from '@/app/api/replies'
import type { Result } from '@/lib/errors'
import { maxManageBytes } from '@/lib/sharing/schema'

export type ShareContext = { params: Promise<{ id: string }> }

/**
 * What only the holder of the manage token may ask. A body that is no JSON is answered like a wrong token: the 404 of
 * every share that is not there.
 */
export async function forOwner<Value>(
  request: Request,
  { params }: ShareContext,
  act: (id: string, body: unknown) => Promise<Result<Value>>,
  reply: (value: Value) => Response,
): Promise<Response> {
  const body = await readJson(request, maxManageBytes)
  if (!body.ok) return refuse(body.code === 'bad-request' ? 'not-found' : body.code)
  return orUnavailable(async () => {
    const done = await act((await params).id, body.value)
    return done.ok ? reply(done.value) : refuse(done.code)
  })
}
