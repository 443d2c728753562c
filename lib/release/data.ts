import 'server-only'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'

/** The content release in the database; null before the first seed. */
export const getRelease = once(() => db.release.findUnique({ where: { id: 1 } }))

/**
 * `read`, whose value is kept in memory until a release replaces the content: for what every page of the site asks of
 * all conditions, which would otherwise be read as often as there are pages. A failure is not kept.
 */
export function keptPerRelease<Args extends string[], Value>(
  read: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  const kept = new Map<string, { release: string | undefined; value: Promise<Value> }>()
  return async (...args) => {
    const key = args.join(' ')
    const release = (await getRelease())?.contentHash
    const before = kept.get(key)
    if (before && before.release === release) return before.value
    const value = read(...args)
    kept.set(key, { release, value })
    value.catch(() => {
      if (kept.get(key)?.value === value) kept.delete(key) // ask again next time: the database may be back
    })
    return value
  }
}
