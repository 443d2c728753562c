import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, readMigrations, type Migration } from '@/lib/server/database/migrate'

const ours = readMigrations(path.resolve('prisma/migrations'))
let client: Client

beforeEach(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
})
afterEach(async () => {
  await client.query("DELETE FROM _prisma_migrations WHERE migration_name LIKE '9999%'")
  await client.query('DROP TABLE IF EXISTS scratch_migration')
  await client.end()
})

const extra: Migration = {
  name: '99990101000000_scratch',
  sql: 'CREATE TABLE scratch_migration (id INT); INSERT INTO scratch_migration VALUES (1);',
  checksum: 'a'.repeat(64),
}

test('there is at least one migration and applying them again does nothing', async () => {
  expect(ours.length).toBeGreaterThan(0)
  expect(await migrate(client, ours)).toEqual([])
})

test('a new migration is applied once, all statements of it', async () => {
  expect(await migrate(client, [...ours, extra])).toEqual([extra.name])
  expect(await migrate(client, [...ours, extra])).toEqual([])
  const { rows } = await client.query('SELECT count(*)::int AS n FROM scratch_migration')
  expect(rows).toEqual([{ n: 1 }])
})

test('an edited migration is refused by name', async () => {
  await migrate(client, [...ours, extra])
  const edited = { ...extra, checksum: 'b'.repeat(64) }
  await expect(migrate(client, [...ours, edited])).rejects.toThrow(/99990101000000_scratch was edited/)
})

test('a database from a newer version is refused', async () => {
  await migrate(client, [...ours, extra])
  await expect(migrate(client, ours)).rejects.toThrow(/99990101000000_scratch.*does not know/)
})

test('a failing migration leaves neither its tables nor its record', async () => {
  const broken = { ...extra, sql: 'CREATE TABLE scratch_migration (id INT); SELECT 1/0;' }
  await expect(migrate(client, [...ours, broken])).rejects.toThrow(/undone: division by zero/)
  const { rows } = await client.query("SELECT to_regclass('scratch_migration') AS found")
  expect(rows).toEqual([{ found: null }])
  expect(await migrate(client, ours)).toEqual([])
})

test('two starters at once apply a migration once', async () => {
  const second = new Client({ connectionString: process.env.DATABASE_URL })
  await second.connect()
  // On the embedded database both share one session, so the second one starts when the first is done.
  const isServer = process.env.LANTERN_TEST_DATABASE === 'server'
  const first = migrate(client, [...ours, extra])
  if (!isServer) await first
  const both = await Promise.all([first, migrate(second, [...ours, extra])]).finally(() => second.end())
  expect(both.flat()).toEqual([extra.name])
})
