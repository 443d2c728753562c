import { orUnavailable } from '@/app/api/replies'
import { searchLibrary } from '@/lib/sources/data'
import { readLibraryQuery } from '@/lib/sources/library-query'
import { httpStatus } from '@/lib/errors'

export const dynamic = 'force-dynamic'

/** The sources that fit a query (lib/sources/library-schema.ts), in parts; 400 when the query is not understood, 503 while the database is away. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams
  const query = readLibraryQuery(params, ['offset'])
  const offset = params.get('offset') ?? '0'
  if (!query || !/^\d{1,6}$/.test(offset))
    return Response.json({ error: 'bad-request' }, { status: httpStatus['bad-request'] })
  return orUnavailable(async () =>
    Response.json(await searchLibrary(query, Number(offset)), {
      // The content changes only with a release; a minute keeps a retyped search free without hiding a new one.
      headers: { 'cache-control': 'private, max-age=60' },
    }),
  )
}
