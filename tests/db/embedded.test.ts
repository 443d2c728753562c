import { fork, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DamagedDatabaseError } from '@/lib/server/database/data-folder'
import { DataFolderInUseError, startEmbedded, type EmbeddedDatabase } from '@/lib/server/database/embedded'
import { LockedError, takePidLock } from '@/lib/server/database/pid-lock'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-embedded-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function eventually<Value>(ask: () => Promise<Value>, withinMs: number): Promise<Value> {
  const end = performance.now() + withinMs
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

describe('one owner per data folder', () => {
  test('a living owner keeps the lock, a dead one loses it at once', () => {
    const file = path.join(folder, 'lock-alone')
    const release = takePidLock(file)
    expect(() => takePidLock(file)).toThrow(LockedError)
    release()
    fs.writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, start: '1' })) // above any pid Linux gives
    takePidLock(file)()
    fs.writeFileSync(file, '{"pid":') // cut short
    takePidLock(file)()
    expect(fs.existsSync(file)).toBe(false)
  })

  test('where a lock names no start, the number of another program does not lock the owner out', () => {
    const file = path.join(folder, 'lock-reused')
    const other = spawn('sleep', ['60'])
    try {
      // Written where the start of a process cannot be told, before a crash; the number was given away since.
      fs.writeFileSync(file, JSON.stringify({ pid: other.pid, start: '' }))
      takePidLock(file)()
      // Another Node.js may be ours: refused, and it is said that this is not sure.
      fs.writeFileSync(file, JSON.stringify({ pid: process.pid, start: '' }))
      expect(() => takePidLock(file)).toThrow(expect.objectContaining({ isSure: false }))
      for (const pid of [0, -1, -42]) {
        fs.writeFileSync(file, JSON.stringify({ pid, start: '' }))
        takePidLock(file)()
      }
    } finally {
      other.kill()
    }
    expect(String(new DataFolderInUseError('/data', 7, false))).toContain('delete /data/lock')
    expect(String(new DataFolderInUseError('/data', 7, true))).not.toContain('delete')
  })

  test('a second start on the same folder is refused with the owner named, and the first goes on', async () => {
    const dataFolder = path.join(folder, 'second-start')
    const first = await startEmbedded({ dataFolder })
    const refusal = await startEmbedded({ dataFolder }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DataFolderInUseError)
    expect(String(refusal)).toContain(`process ${first.pid()}`)
    expect(await query(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await first.stop()
    await (await startEmbedded({ dataFolder })).stop() // free again after a clean stop
  })
})

describe('kill -9', () => {
  /** Each takes the seconds that a database needs to start; more of them with LANTERN_TEST_KILLS=200. */
  const kills = Number(process.env.LANTERN_TEST_KILLS ?? 8)
  const dataFolder = path.join(folder, 'kills')
  let database: EmbeddedDatabase
  beforeAll(async () => {
    database = await startEmbedded({ dataFolder })
    await query(database.url, 'CREATE TABLE scratch_row (id INT PRIMARY KEY, body TEXT NOT NULL)')
  })
  afterAll(() => database.stop())

  test('kills during writes lose none of the acknowledged rows, and the database comes back by itself', async () => {
    const acknowledged: number[] = []
    let next = 0
    for (let round = 0; round < kills; round++) {
      const client = await eventually(async () => {
        const candidate = new Client({ connectionString: database.url })
        candidate.on('error', () => {}) // it is about to be cut
        await candidate.connect()
        return candidate
      }, 20_000)
      const pid = database.pid()
      if (!pid) throw new Error('the database has no process')
      // A different moment each round: during an insert, between two, at the sync.
      setTimeout(() => process.kill(pid, 'SIGKILL'), 40 + ((round * 37) % 130))
      try {
        for (;;) {
          const id = next++
          await client.query('INSERT INTO scratch_row VALUES ($1, $2)', [
            id,
            'x'.repeat(200 + (id % 7) * 900),
          ])
          acknowledged.push(id)
        }
      } catch {
        await client.end().catch(() => {})
      }
      await eventually(async () => {
        if (database.pid() === pid) throw new Error('not restarted yet')
        await query(database.url, 'SELECT 1')
      }, 20_000)
    }
    const found = await query<{ id: number }>(database.url, 'SELECT id FROM scratch_row')
    const kept = new Set(found.map((row) => row.id))
    const lost = acknowledged.filter((id) => !kept.has(id))
    console.log(`${kills} kills, ${acknowledged.length} acknowledged rows, ${lost.length} lost`)
    expect(acknowledged.length).toBeGreaterThan(5 * kills)
    expect(lost).toEqual([])
  }, 180_000)

  test('a killed owner leaves no database process and no socket behind', async () => {
    const script = path.join(folder, 'owner.mts')
    const embedded = JSON.stringify(path.resolve('lib/server/database/embedded.ts'))
    fs.writeFileSync(
      script,
      `import { startEmbedded } from ${embedded}
const db = await startEmbedded({ dataFolder: ${JSON.stringify(path.join(folder, 'orphan'))} })
process.send?.({ pid: db.pid(), url: db.url })`,
    )
    const owner = fork(script, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const { pid, url } = await new Promise<{ pid: number; url: string }>((resolve) =>
      owner.once('message', resolve as never),
    )
    owner.kill('SIGKILL')
    await eventually(async () => {
      expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
    }, 8_000)
    const socketFolder = new URL(url).searchParams.get('host')
    if (socketFolder) expect(fs.existsSync(socketFolder)).toBe(false)
  })
  test('a new start right after the kill waits until the database has let go, and finds every row', async () => {
    const script = path.join(folder, 'killed.mts')
    const dataFolder = path.join(folder, 'at-once')
    const embedded = JSON.stringify(path.resolve('lib/server/database/embedded.ts'))
    fs.writeFileSync(
      script,
      `import { startEmbedded } from ${embedded}
const db = await startEmbedded({ dataFolder: ${JSON.stringify(dataFolder)} })
process.send?.(db.url)`,
    )
    const owner = fork(script, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const url = await new Promise<string>((resolve) => owner.once('message', resolve as never))
    await query(url, 'CREATE TABLE kept (id INT)')
    await query(url, 'INSERT INTO kept VALUES (7)')
    owner.kill('SIGKILL')
    const next = await startEmbedded({ dataFolder })
    expect(await query(next.url, 'SELECT id FROM kept')).toEqual([{ id: 7 }])
    await next.stop()
  })
})

describe('a data folder that goes away while the database runs', () => {
  test('is noticed, is never made anew, and the rows are there when it comes back', async () => {
    const dataFolder = path.join(folder, 'loose-disk')
    const elsewhere = path.join(folder, 'loose-disk-away')
    const refusals: string[] = []
    const database = await startEmbedded({ dataFolder, onRefused: (_, why) => refusals.push(why) })
    await query(database.url, 'CREATE TABLE kept (id INT)')
    await query(database.url, 'INSERT INTO kept VALUES (7)')
    fs.renameSync(dataFolder, elsewhere)
    await eventually(async () => expect(refusals).toContain('folder-gone'), 30_000)
    fs.mkdirSync(dataFolder) // as an empty mount point is
    const sofar = refusals.length
    await eventually(async () => expect(refusals.length).toBeGreaterThan(sofar), 30_000)
    expect(new Set(refusals)).toEqual(new Set(['folder-gone']))
    expect(fs.readdirSync(dataFolder)).toEqual([])
    fs.rmdirSync(dataFolder)
    fs.renameSync(elsewhere, dataFolder)
    expect(await eventually(() => query(database.url, 'SELECT id FROM kept'), 60_000)).toEqual([{ id: 7 }])
    await database.stop()
  }, 180_000)
})

describe('files that are not whole', () => {
  const whole = path.join(folder, 'whole')
  beforeAll(async () => {
    const database = await startEmbedded({ dataFolder: whole })
    await query(database.url, 'CREATE TABLE kept (id INT PRIMARY KEY, body TEXT)')
    await query(database.url, `INSERT INTO kept SELECT n, repeat('x', 900) FROM generate_series(1, 500) AS n`)
    await query(database.url, 'VACUUM (ANALYZE)')
    const [file] = await query<{ at: string }>(database.url, `SELECT pg_relation_filepath('kept') AS at`)
    keptFile = file?.at ?? ''
    await database.stop()
  })
  let keptFile = ''
  /** A copy of the whole folder, harmed. */
  const harmed = (name: string, harm: (db: string) => void) => {
    const dataFolder = path.join(folder, name)
    fs.cpSync(whole, dataFolder, { recursive: true })
    harm(path.join(dataFolder, 'db'))
    return dataFolder
  }
  const contentOf = (dataFolder: string) =>
    fs
      .readdirSync(path.join(dataFolder, 'db'), { recursive: true, withFileTypes: true })
      // `pg_internal.init` is a cache that PostgreSQL makes anew whenever it is opened.
      .filter((entry) => entry.isFile() && /base$|base.\d+$/.test(entry.parentPath))
      .filter(({ name }) => name !== 'pg_internal.init')
      .map((entry) => [entry.name, fs.statSync(path.join(entry.parentPath, entry.name)).size])

  test.each<[string, (db: string) => void, RegExp]>([
    ['no-version', (db) => fs.rmSync(path.join(db, 'PG_VERSION')), /PG_VERSION is missing/],
    ['empty-version', (db) => fs.truncateSync(path.join(db, 'PG_VERSION')), /PG_VERSION is empty/],
    ['no-control', (db) => fs.rmSync(path.join(db, 'global/pg_control')), /pg_control is missing/],
    ['empty-control', (db) => fs.truncateSync(path.join(db, 'global/pg_control')), /pg_control is empty/],
    [
      'garbled-control',
      (db) => fs.writeFileSync(path.join(db, 'global/pg_control'), 'x'.repeat(8192)),
      /cannot be opened/,
    ],
    ['no-log', (db) => fs.rmSync(path.join(db, 'pg_wal'), { recursive: true }), /cannot be opened/],
    ['empty-table', (db) => fs.truncateSync(path.join(db, keptFile)), /cut short: kept/],
    ['shorter-table', (db) => fs.truncateSync(path.join(db, keptFile), 8192), /cut short: kept/],
  ])('%s: it says so and how to go on, and writes nothing over it', async (name, harm, what) => {
    const dataFolder = harmed(name, harm)
    const before = contentOf(dataFolder)
    const refusal = await startEmbedded({ dataFolder }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DamagedDatabaseError)
    expect(String(refusal)).toMatch(what)
    expect(String(refusal)).toContain('npm run db:restore -- <backup file>')
    expect(contentOf(dataFolder)).toEqual(before)
  })

  test('a first start that was killed before the database answered begins anew', async () => {
    const dataFolder = path.join(folder, 'half-made')
    fs.mkdirSync(path.join(dataFolder, 'db'), { recursive: true })
    fs.writeFileSync(path.join(dataFolder, 'db/PG_VERSION'), '18')
    fs.writeFileSync(path.join(dataFolder, 'making'), '')
    const database = await startEmbedded({ dataFolder })
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(fs.existsSync(path.join(dataFolder, 'making'))).toBe(false)
  })
})
