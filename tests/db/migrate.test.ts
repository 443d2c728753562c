import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, readMigrations, type Migration } from '@/lib/server/database/migrate'
import { makeOwnDatabase } from '@/tests/own-database'

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

test('what stood among the words of an older version keeps its content in its own tables', async () => {
  const isServer = process.env.LANTERN_TEST_DATABASE === 'server'
  const own = await makeOwnDatabase(isServer ? process.env.DATABASE_URL : undefined)
  const old = new Client({ connectionString: own.url })
  await old.connect()
  try {
    const at = ours.findIndex(({ name }) => name.endsWith('_words_have_homes'))
    await migrate(old, ours.slice(0, at))
    const add = (scope: string, file: string, key: string, value: unknown) =>
      old.query('INSERT INTO "Words" VALUES ($1, $2, $3, $4, $5, $6)', [
        'en',
        scope,
        file,
        key,
        3,
        JSON.stringify(value),
      ])
    await add('article-check', 'claims', 'patterns', [{ id: 'c1', say: 'cures\nheals' }])
    await add('content-hash', 'content-hash', 'shared/sure', 'ab'.repeat(32))
    await add('shared', 'quality', 'IP-Q1', {
      id: 'IP-Q1',
      set: 'nice',
      text: 'It says so.',
      state: 'met',
      test: { file: 'tests/a.test.ts', title: 'it does' },
    })
    await add('shared', 'sure', 'sure', { lead: 'Are you sure?' })
    await migrate(old, ours)
    const all = async (sql: string) => (await old.query<Record<string, unknown>>(sql)).rows
    expect(await all('SELECT kind, patterns FROM "ArticlePatterns"')).toEqual([
      { kind: 'claims', patterns: [{ id: 'c1', say: 'cures\nheals' }] },
    ])
    expect(await all('SELECT * FROM "ContentHash"')).toEqual([
      { locale: 'en', contentId: 'shared/sure', order: 3, hash: 'ab'.repeat(32) },
    ])
    expect(await all('SELECT * FROM "QualityItem"')).toEqual([
      {
        locale: 'en',
        id: 'IP-Q1',
        order: 3,
        set: 'nice',
        text: 'It says so.',
        state: 'met',
        note: null,
        where: null,
        testFile: 'tests/a.test.ts',
        testTitle: 'it does',
      },
    ])
    expect(await all('SELECT key FROM "Words"')).toEqual([{ key: 'sure' }])
  } finally {
    await old.end()
    await own.remove()
  }
})
