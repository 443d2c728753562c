import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '@/lib/server/database/embedded'
import { freePort } from '@/lib/server/process/free-port'
import { launch } from '@/tests/launcher'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-launcher-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('a busy port is named in the first seconds, with how to choose another, before anything is made', async () => {
  const busy = net.createServer()
  const port = await freePort()
  await new Promise<void>((resolve) => busy.listen(port, '127.0.0.1', resolve))
  const dataFolder = path.join(folder, 'busy-port')
  const launched = launch({
    PORT: String(port),
    HOST: '127.0.0.1',
    LANTERN_DATA: dataFolder,
    DATABASE_URL: '',
  })
  expect(await launched.ended).toBe(1)
  busy.close()
  expect(launched.output()).toContain(`Port ${port} is already in use`)
  expect(launched.output()).toContain(`PORT=${port + 1} npm start`)
  expect(fs.existsSync(dataFolder)).toBe(false)
})

test('a wrong setting is named', async () => {
  const launched = launch({ PORT: 'three thousand' })
  expect(await launched.ended).toBe(1)
  expect(launched.output()).toMatch(/PORT: must be a port number/)
})

test('a second start on the same data folder says who has it and how to choose another', async () => {
  const dataFolder = path.join(folder, 'second')
  const first = await startEmbedded({ dataFolder })
  const launched = launch({ PORT: String(await freePort()), LANTERN_DATA: dataFolder, DATABASE_URL: '' })
  expect(await launched.ended).toBe(1)
  expect(launched.output()).toContain(`in use by process ${first.pid()}`)
  expect(launched.output()).toContain('LANTERN_DATA=')
  const client = new Client({ connectionString: first.url })
  await client.connect()
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await client.end()
  await first.stop()
})

test('a data folder that cannot be made or written is named in the first seconds, with how to choose another', async () => {
  const file = path.join(folder, 'a-file')
  fs.writeFileSync(file, '')
  const places = process.platform === 'linux' ? [file, '/proc/lantern'] : [file]
  for (const dataFolder of places) {
    const from = performance.now()
    const launched = launch({ PORT: String(await freePort()), LANTERN_DATA: dataFolder, DATABASE_URL: '' })
    expect(await launched.ended).toBe(1)
    expect(performance.now() - from).toBeLessThan(30_000)
    expect(launched.output()).toContain(`Lantern cannot start.\nThe folder ${dataFolder} cannot hold`)
    expect(launched.output()).toContain('LANTERN_DATA=/some/other/folder')
    expect(launched.output()).not.toMatch(/^ +at /m)
  }
}, 120_000)

describe('content that does not check', () => {
  const content = path.join(folder, 'content')
  const env = {
    LANTERN_CONTENT: content,
    LANTERN_DATA: path.join(folder, 'content-data'),
    DATABASE_URL: process.env.LANTERN_TEST_DATABASE === 'server' ? (process.env.DATABASE_URL ?? '') : '',
  }
  const seedOnly = () => launch(env, ['--seed-only'])

  test('is stored when it checks, refused by file and line when it does not, and what was stored stays', async () => {
    fs.cpSync('prisma/content', content, { recursive: true })
    const good = seedOnly()
    expect(await good.ended, good.output()).toBe(0)

    const file = path.join(content, 'sources.yaml')
    const text = fs.readFileSync(file, 'utf8')
    fs.writeFileSync(file, `${text}\n  - : [broken\n`)
    const broken = seedOnly()
    expect(await broken.ended).toBe(1)
    expect(broken.output()).toMatch(/sources\.yaml:\d+/)
    expect(broken.output()).toContain('nothing of it was stored')

    fs.writeFileSync(file, text)
    const again = seedOnly()
    expect(await again.ended, again.output()).toBe(0)
    expect(again.output()).toContain('has not changed')
  }, 120_000)

  test('stops the start when there is nothing earlier to show', async () => {
    const empty = path.join(folder, 'empty')
    fs.mkdirSync(empty)
    const launched = launch(
      { LANTERN_CONTENT: empty, LANTERN_DATA: path.join(folder, 'empty-data'), DATABASE_URL: '' },
      ['--seed-only'],
    )
    expect(await launched.ended).toBe(1)
    expect(launched.output()).toContain('no earlier content')
  })
})
