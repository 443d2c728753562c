import path from 'node:path'
import { expect } from 'vitest'
import { migrateUrl } from '@/lib/server/database/migrate'
import { runScript } from '@/lib/server/process/child'
import { makeOwnDatabase, type OwnDatabase } from '@/tests/own-database'

/** A database of a test's own with the whole content: on the server that the tests run on, else embedded. */
export async function makeSeededDatabase(): Promise<OwnDatabase> {
  const isServer = process.env.LANTERN_TEST_DATABASE === 'server'
  const own = await makeOwnDatabase(isServer ? process.env.DATABASE_URL : undefined)
  await migrateUrl(own.url, path.resolve('prisma/migrations'))
  const seeded = await runScript('lib/server/start/run-seed.ts', [], { env: { DATABASE_URL: own.url } })
  expect(seeded.code, seeded.output).toBe(0)
  return own
}
