import path from 'node:path'
import { generateClient } from '@/lib/server/database/generate'
import { migrateUrl } from '@/lib/server/database/migrate'
import { makeOwnDatabase } from '@/tests/own-database'

/**
 * Gives the db tests a migrated, empty database of their own and its address in DATABASE_URL: a new one on the
 * server when DATABASE_URL is set, else an embedded one in a temporary folder. Both are removed afterwards.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await generateClient(console.log)
  const given = process.env.DATABASE_URL
  const { url, remove } = await makeOwnDatabase(given)
  process.env.DATABASE_URL = url
  process.env.LANTERN_TEST_DATABASE = given ? 'server' : 'embedded'
  await migrateUrl(url, path.resolve('prisma/migrations'))
  return async () => {
    await remove()
    if (given) process.env.DATABASE_URL = given
    else delete process.env.DATABASE_URL
  }
}
