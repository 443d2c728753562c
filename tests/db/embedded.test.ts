import { fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DataFolderInUseError, startEmbedded, type EmbeddedDatabase } from '@/lib/db/embedded'
import { LockedError, takePidLock } from '@/lib/db/pid-lock'

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
  const dataFolder = path.join(folder, 'kills')
  let database: EmbeddedDatabase
  beforeAll(async () => {
    database = await startEmbedded({ dataFolder })
    await query(database.url, 'CREATE TABLE scratch_row (id INT PRIMARY KEY, body TEXT NOT NULL)')
  })
  afterAll(() => database.stop())

  test('20 kills during writes lose none of the acknowledged rows, and the database comes back by itself', async () => {
    const acknowledged: number[] = []
    let next = 0
    for (let round = 0; round < 20; round++) {
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
    console.log(`20 kills, ${acknowledged.length} acknowledged rows, ${lost.length} lost`)
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(lost).toEqual([])
  }, 180_000)

  test('a killed owner leaves no database process and no socket behind', async () => {
    const script = path.join(folder, 'owner.mts')
    const embedded = JSON.stringify(path.resolve('lib/db/embedded.ts'))
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
})
