import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { generateClient } from '@/lib/server/database/generate'
import { migrateUrl } from '@/lib/server/database/migrate'
import { dropDatabase, makeOwnDatabase } from '@/tests/own-database'

/**
 * Gives the db tests a migrated, empty database of their own and its address in DATABASE_URL: a new one on the
 * server when DATABASE_URL is set, else an embedded one in a temporary folder. LANTERN_TEST_SEEDED names where the first
 * test that needs the content puts it, for the next to copy (seeded-database.ts). All are removed afterwards.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await generateClient(console.log)
  const given = process.env.DATABASE_URL
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-test-seeded-'))
  const seeded = given ? `lantern_seeded_${randomBytes(6).toString('hex')}` : path.join(folder, 'seeded')
  const { url, remove } = await makeOwnDatabase(given)
  process.env.DATABASE_URL = url
  process.env.LANTERN_TEST_DATABASE = given ? 'server' : 'embedded'
  process.env.LANTERN_TEST_SEEDED = seeded
  await migrateUrl(url, path.resolve('prisma/migrations'))
  return async () => {
    await remove()
    fs.rmSync(folder, { recursive: true, force: true })
    delete process.env.LANTERN_TEST_SEEDED
    if (given) {
      for (const name of [seeded, `${seeded}_making`]) await dropDatabase(given, name)
      process.env.DATABASE_URL = given
    } else delete process.env.DATABASE_URL
  }
}
