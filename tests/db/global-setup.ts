import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/db/embedded'
import { generateClient } from '@/lib/db/generate'
import { migrateUrl } from '@/lib/db/migrate'

/**
 * Gives the db tests a migrated, empty database of their own and its address in DATABASE_URL: a new one on the
 * server when DATABASE_URL is set, else an embedded one in a temporary folder. Both are removed afterwards.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await generateClient(console.log)
  const given = process.env.DATABASE_URL
  const { url, remove } = given ? await makeOnServer(given) : await makeEmbedded()
  process.env.DATABASE_URL = url
  process.env.LANTERN_TEST_DATABASE = given ? 'server' : 'embedded'
  await migrateUrl(url, path.resolve('prisma/migrations'))
  return async () => {
    await remove()
    if (given) process.env.DATABASE_URL = given
    else delete process.env.DATABASE_URL
  }
}

type TestDatabase = { url: string; remove: () => Promise<void> }

async function makeEmbedded(): Promise<TestDatabase> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-test-'))
  const { url, stop } = await startEmbedded({ dataFolder: folder })
  return {
    url,
    remove: async () => {
      await stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeOnServer(serverUrl: string): Promise<TestDatabase> {
  const name = `lantern_test_${randomBytes(6).toString('hex')}`
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await onServer(`CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}
