export const dynamic = 'force-dynamic'

/** The process answers: whoever restarts dead processes asks this. Says nothing about the database, on purpose. */
export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } })
}
