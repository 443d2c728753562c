import { orUnavailable } from '@/app/api/replies'
import { listExported } from '@/lib/sources/data'
import { exportFormats, isExportFormat } from '@/lib/sources/exports/registry'
import { readLibraryQuery } from '@/lib/sources/library-query'
import { httpStatus } from '@/lib/errors'
import { getRelease } from '@/lib/release/data'

export const dynamic = 'force-dynamic'

/** The list of sources as a file: ?format=csl-json|ris|csv, and the same filters as the search. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams
  const format = params.get('format')
  const query = readLibraryQuery(params, ['format'])
  if (!query || !isExportFormat(format))
    return Response.json({ error: 'bad-request' }, { status: httpStatus['bad-request'] })
  const { mediaType, extension, write } = exportFormats[format]
  return orUnavailable(async () => {
    const [release, sources] = await Promise.all([getRelease(), listExported(query)])
    const name = `lantern-sources-${release?.version ?? 'unknown'}.${extension}`
    return new Response(write(sources), {
      headers: {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, max-age=60',
      },
    })
  })
}
