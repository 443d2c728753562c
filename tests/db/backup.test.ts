import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBackup, writeBackup } from '@/lib/server/database/backup-file'
import { readMigrations } from '@/lib/server/database/migrate'
import { makeSeededDatabase } from '@/tests/db/seeded-database'
import { makeOwnDatabase, type OwnDatabase } from '@/tests/own-database'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-backup-'))
const file = path.join(folder, 'lantern.backup.gz')
const server = process.env.LANTERN_TEST_DATABASE === 'server' ? process.env.DATABASE_URL : undefined
const migrations = readMigrations('prisma/migrations')
const left: (() => Promise<void>)[] = []
const notKept = new Set(['rate_limit', 'rate_salt', '_prisma_migrations'])
let from: Client
let source: OwnDatabase

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  left.push(() => client.end())
  return client
}

async function makeTarget(onServer = server): Promise<Client> {
  const own = await makeOwnDatabase(onServer)
  left.push(own.remove)
  return connect(own.url)
}

/** Every row of every table as text, sorted. */
async function rowsOf(client: Client): Promise<Record<string, string[]>> {
  const { rows: tables } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1',
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    if (notKept.has(name)) continue
    const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`)
    all[name] = rows.map(({ row }) => row).sort()
  }
  return all
}

beforeAll(async () => {
  source = await makeSeededDatabase()
  from = await connect(source.url)
  left.unshift(source.remove)
  await from.query(`INSERT INTO "Share" (id, ciphertext, "expiresAt", "manageHash", opens)
    VALUES ('a', E'line\\nbreak \\\\ "quotes" ünï', now() + interval '1 day', 'h', 7)`)
  await from.query(`INSERT INTO "SourceCheck" ("sourceId", "askedAt", about, at, result, status, detail)
    VALUES ('x', 'crossref', '10.1056/a', now(), 'ok', 'retracted', 'retraction')`)
  await from.query(`INSERT INTO "rate_salt" (day, salt) VALUES ('2026-11-21', 'a-salt-of-a-day')`)
}, 180_000)

afterAll(async () => {
  for (const end of left.reverse()) await end()
  fs.rmSync(folder, { recursive: true, force: true })
}, 60_000)

test('a backup brings back every row of every table, and only its owner can read it', async () => {
  const before = await rowsOf(from)
  const written = await writeBackup(from, file, new Date())
  expect(written).toBe(Object.values(before).flat().length)
  expect(before.Source?.length).toBeGreaterThan(100)
  if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(zlib.gunzipSync(fs.readFileSync(file)).toString('utf8')).not.toContain('a-salt-of-a-day')
  await expect(writeBackup(from, file, new Date())).rejects.toThrow('is there already')

  const to = await makeTarget()
  expect(await readBackup(to, file, migrations, false)).toBe(written)
  expect(await rowsOf(to)).toEqual(before)
  // Counters go on: the next row does not take a number that is in use.
  await to.query(`INSERT INTO "SourceCheck" ("sourceId", "askedAt", about, at, result, detail)
    VALUES ('y', 'pubmed', '1', now(), 'ok', 'nothing-found')`)

  await expect(readBackup(to, file, migrations, false)).rejects.toThrow('--replace')
  expect((await rowsOf(to)).SourceCheck).toHaveLength(2)
  await readBackup(to, file, migrations, true)
  expect(await rowsOf(to)).toEqual(before)
}, 180_000)

test('from one kind of database to the other', async () => {
  if (!server) return // with a server at hand only: see .ci/run
  const to = await makeTarget('')
  await readBackup(to, file, migrations, false)
  expect(await rowsOf(to)).toEqual(await rowsOf(from))
}, 180_000)

test('what is newer, cut short, no backup or not ours is refused, and nothing is touched', async () => {
  const to = await makeTarget()
  const older = migrations.slice(0, -1)
  await expect(readBackup(to, file, older, false)).rejects.toThrow('newer Lantern')
  const bytes = fs.readFileSync(file)
  const cut = path.join(folder, 'cut.gz')
  fs.writeFileSync(cut, bytes.subarray(0, bytes.length / 2))
  await expect(readBackup(to, cut, migrations, false)).rejects.toThrow('cut short')
  const text = zlib.gunzipSync(bytes).toString('utf8').trimEnd().split('\n')
  const short = path.join(folder, 'short.gz')
  fs.writeFileSync(short, zlib.gzipSync([...text.slice(0, -2), text.at(-1)].join('\n')))
  await expect(readBackup(to, short, migrations, false)).rejects.toThrow('cut short')
  const other = path.join(folder, 'other.gz')
  fs.writeFileSync(other, 'not a backup')
  await expect(readBackup(to, other, migrations, false)).rejects.toThrow('no backup of Lantern')
  expect(await rowsOf(to)).toEqual({})
  await to.query('CREATE TABLE patients (name text)')
  await expect(readBackup(to, file, migrations, true)).rejects.toThrow('not Lantern')
  expect(Object.keys(await rowsOf(to))).toEqual(['patients'])
}, 120_000)

test('the commands say what they did, and what is missing', () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'lib/commands/backup.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: source.url },
    })
  const target = path.join(folder, 'by-command.gz')
  const made = command(target)
  expect(made.stderr).toBe('')
  expect(made.stdout).toMatch(/^\d+ rows were written/)
  expect(made.status).toBe(0)
  const refused = command('--restore', target)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('--replace')
  expect(command().status).toBe(1)
  expect(command('--restore', path.join(folder, 'gone.gz')).stderr).toContain('There is no file')
}, 120_000)
