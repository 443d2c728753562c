import path from 'node:path'
import { migrateUrl } from '@/lib/server/database/migrate'
import { runScript } from '@/lib/server/process/child'
import { makeCopy, type OwnDatabase } from '@/tests/own-database'

async function fill(url: string): Promise<void> {
  await migrateUrl(url, path.resolve('prisma/migrations'))
  const seeded = await runScript('lib/server/start/run-seed.ts', [], { env: { DATABASE_URL: url } })
  if (seeded.code !== 0) throw new Error(`The content could not be stored:\n${seeded.output}`)
}

/**
 * A database of a test's own with the whole content: on the server that the tests run on, else embedded. The content is
 * stored once in a run, which takes some five seconds, and copied for each file after the first: files take turns.
 */
export async function makeSeededDatabase(): Promise<OwnDatabase> {
  const name = process.env.LANTERN_TEST_SEEDED
  if (!name) throw new Error('This test runs in the project "db" (tests/db/global-setup.ts)')
  const isServer = process.env.LANTERN_TEST_DATABASE === 'server'
  return makeCopy({ name, fill }, isServer ? process.env.DATABASE_URL : undefined)
}
