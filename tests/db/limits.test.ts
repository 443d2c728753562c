import { randomBytes } from 'node:crypto'
import http from 'node:http'
import { type Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { parseEnv } from '@/lib/env'
import { makeLimits } from '@/lib/server/front/limits'
import { makeMetrics } from '@/lib/server/front/metrics'
import { openPool } from '@/lib/server/start/pool'
import { sweep } from '@/lib/server/front/sweep'
import { freePort } from '@/lib/server/process/free-port'

let pool: Pool
const started: (() => Promise<void>)[] = []

/** Each refusal writes a line: kept from the terminal, where dozens of them hide what else is said. */
const logged: string[] = []

beforeAll(() => {
  const write = process.stderr.write.bind(process.stderr)
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    if (!String(chunk).includes('"event":"request.refused"')) return write(chunk)
    logged.push(String(chunk))
    return true
  })
  pool = openPool(process.env.DATABASE_URL ?? '')
})
beforeEach(async () => {
  logged.length = 0
  await pool.query('DELETE FROM rate_limit; DELETE FROM rate_salt; DELETE FROM "Share"')
})
afterEach(async () => {
  for (const stop of started.splice(0)) await stop()
})
afterAll(async () => {
  vi.restoreAllMocks()
  await pool.query('DELETE FROM rate_limit; DELETE FROM rate_salt; DELETE FROM "Share"')
  await pool.end()
})

/** A server with limits of its own memory and connections, as a second Lantern on the same database has. */
async function startServer(settings: Record<string, string>, url = process.env.DATABASE_URL ?? '') {
  const own = openPool(url)
  const refused: string[] = []
  const limits = makeLimits(own, parseEnv({ LANTERN_TRUST_PROXY: '1', ...settings }), (kind) =>
    refused.push(kind),
  )
  const server = http.createServer((request, response) =>
    limits.guard(request, response, (_, passed) => passed.writeHead(204).end()),
  )
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  started.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await own.end()
  })
  const ask = (method: string, path: string, from: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { 'x-forwarded-for': from } })
  return { ask, refused }
}

const statuses = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).sort()

test('two servers on one database count one address together, and every other on its own', async () => {
  const settings = { LANTERN_LIMIT_SHARES_PER_HOUR: '10' }
  const [one, two] = await Promise.all([startServer(settings), startServer(settings)])
  const asked = Array.from({ length: 20 }, (_, at) =>
    (at % 2 ? one : two).ask('POST', '/api/shares', '192.0.2.7'),
  )
  expect(await statuses(asked)).toEqual([...Array<number>(10).fill(204), ...Array<number>(10).fill(429)])
  expect(one.refused.length + two.refused.length).toBe(10)
  expect(logged).toHaveLength(10)
  expect((await one.ask('POST', '/api/shares', '::ffff:192.0.2.7')).status).toBe(429)
  expect((await one.ask('POST', '/api/shares', '192.0.2.8')).status).toBe(204)
  // A whole /64 is one; the next is another.
  const net = Array.from({ length: 11 }, (_, at) => two.ask('POST', '/api/shares', `2001:db8:0:1::${at + 1}`))
  expect(await statuses(net)).toEqual([...Array<number>(10).fill(204), 429])
  expect((await two.ask('POST', '/api/shares', '2001:db8:0:2::1')).status).toBe(204)
})

test('a refusal says when to come back, in JSON that names the kind; opening is counted apart from making', async () => {
  const { ask } = await startServer({
    LANTERN_LIMIT_SHARES_PER_DAY: '1',
    LANTERN_LIMIT_OPENS_PER_MINUTE: '2',
  })
  expect((await ask('POST', '/api/shares', '192.0.2.1')).status).toBe(204)
  const refused = await ask('POST', '/api/shares', '192.0.2.1')
  expect([refused.status, await refused.json()]).toEqual([429, { code: 'too-many-requests' }])
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(3_600)
  expect(wait).toBeLessThanOrEqual(86_400)
  const opens = Array.from({ length: 3 }, () => ask('GET', '/api/shares/x', '192.0.2.1'))
  const answers = await Promise.all(opens)
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 204, 429])
  const over = answers.find(({ status }) => status === 429)
  expect(Number(over?.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(over?.headers.get('access-control-allow-origin')).toBe('*')
})

test('forms have a limit of their own with words for people; reading has none; 0 switches a limit off', async () => {
  const { ask } = await startServer({
    LANTERN_LIMIT_POSTS_PER_MINUTE: '2',
    LANTERN_LIMIT_SHARES_PER_HOUR: '0',
  })
  const form = () => ask('POST', '/en/heart-failure/summary', '192.0.2.1')
  expect(await statuses([form(), form()])).toEqual([204, 204])
  const refused = await form()
  expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8'])
  expect(await refused.text()).toContain('what you wrote is still there')
  const reads = Array.from({ length: 50 }, () => ask('GET', '/en', '192.0.2.1'))
  expect(new Set(await statuses(reads))).toEqual(new Set([204]))
  const makes = Array.from({ length: 150 }, () => ask('POST', '/api/shares', '192.0.2.1'))
  expect(new Set(await statuses(makes))).toEqual(new Set([204]))
})

test('with the database away each server counts for itself and nobody waits long', async () => {
  const nowhere = `postgresql://lantern@127.0.0.1:${await freePort()}/none`
  const { ask } = await startServer({ LANTERN_LIMIT_SHARES_PER_HOUR: '3' }, nowhere)
  const begin = performance.now()
  const asked = Array.from({ length: 5 }, () => ask('POST', '/api/shares', '192.0.2.1'))
  expect(await statuses(asked)).toEqual([204, 204, 204, 429, 429])
  expect(performance.now() - begin).toBeLessThan(10_000)
})

test('in the database, too, a /56 may ask 4 times as often as one network in it, and a /48 16 times', async () => {
  const { ask } = await startServer({ LANTERN_LIMIT_OPENS_PER_MINUTE: '2' })
  const passed = async (addresses: string[]) => {
    let through = 0
    for (const address of addresses)
      if ((await statuses([ask('GET', '/api/shares/x', address)]))[0] === 204) through += 1
    return through
  }
  const networks = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => `2001:db8:9:${(at * step).toString(16)}::1`)
  expect(await passed(Array.from({ length: 5 }, () => '2001:db8:8:1::1'))).toBe(2)
  expect(await passed(networks(12, 1))).toBe(8)
  // 32 for the /48, of which 9 were counted before: in the database the one that its /56 refused counts, too.
  expect(await passed(networks(40, 0x100))).toBe(23)
})

test('no address is stored: a row holds a hash that only the salt of the day explains', async () => {
  const { ask } = await startServer({})
  await ask('POST', '/api/shares', '192.0.2.77')
  await ask('GET', '/api/shares/x', '2001:db8:77::1')
  const counts = await pool.query<{ key: string }>('SELECT * FROM rate_limit')
  expect(counts.rows.map(({ key }) => key.replace(/:.*/, '')).sort()).toEqual([
    'create-day',
    'create-hour',
    'use', // an IPv6 address counts in its /64, /56 and /48
    'use',
    'use',
  ])
  for (const { key } of counts.rows) expect(key).toMatch(/^[a-z-]+:[A-Za-z0-9_-]{22}$/)
  expect(JSON.stringify(counts.rows)).not.toMatch(/192\.0\.2|2001:db8/)
  const salts = await pool.query<{ day: string; salt: string }>('SELECT * FROM rate_salt')
  expect(salts.rows).toEqual([
    { day: new Date().toISOString().slice(0, 10), salt: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) },
  ])
})

test('two sweeps at once delete every share that ran out, once, and nothing else', async () => {
  const add = (expires: string) =>
    pool.query(
      'INSERT INTO "Share" ("id", "ciphertext", "manageHash", "expiresAt") VALUES ($1, $2, $1, now() + $3::interval)',
      [randomBytes(32).toString('base64url'), 'x'.repeat(100), expires],
    )
  await Promise.all(Array.from({ length: 25 }, () => add('-1 second')))
  // More than one statement deletes.
  await pool.query(`INSERT INTO "Share" ("id", "ciphertext", "manageHash", "expiresAt")
    SELECT 'old-' || n, 'x', 'old-' || n, now() - interval '1 day' FROM generate_series(1, 2500) AS n`)
  await Promise.all([add('1 minute'), add('90 days')])
  const swept = await Promise.all([sweep(pool), sweep(pool)])
  const again = await sweep(pool)
  expect(swept.reduce((sum, { deleted }) => sum + deleted, again.deleted)).toBe(2_525)
  expect(again.shares).toBe(2)
  expect((await sweep(pool)).deleted).toBe(0)
})

test('a sweep forgets the salts of past days and the counts that ended', async () => {
  await pool.query(`INSERT INTO rate_salt VALUES ('2001-01-01', 'old'), ('2999-01-01', 'new')`)
  await pool.query(`INSERT INTO rate_limit VALUES ('old', 1, 1), ('new', 1, 99999999999999)`)
  await sweep(pool)
  expect((await pool.query('SELECT day FROM rate_salt')).rows).toEqual([{ day: '2999-01-01' }])
  expect((await pool.query('SELECT key FROM rate_limit')).rows).toEqual([{ key: 'new' }])
})

test('metrics are counts under names of ours: nothing of an address, a query or a header', async () => {
  const metrics = makeMetrics('local')
  const server = http.createServer((request, response) => {
    metrics.watch(request, response)
    if (metrics.answer(request, response)) return
    response.writeHead(404).end()
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  started.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers })
  for (const path of [
    '/api/shares/saltmarsh?recipient=quietharbour',
    '/en/saltmarsh',
    '/api/summary/pdf?saltmarsh',
  ])
    await ask(path, { 'x-saltmarsh': 'saltmarsh', 'user-agent': 'saltmarsh' })
  metrics.countFile(200)
  metrics.countFile(304)
  metrics.countRefused('use')
  metrics.countSwept({ deleted: 3, shares: 7 })
  const text = await (await ask('/api/metrics')).text()
  expect(text).toContain('lantern_requests_total{route="share-open",status="4xx"} 1')
  expect(text).toContain('lantern_requests_total{route="finished-file",status="2xx"} 1')
  expect(text).toContain('lantern_limited_total{kind="use"} 1')
  expect(text).toContain('lantern_shares_expired_deleted_total 3')
  expect(text).toContain('lantern_shares 7')
  expect(text).not.toMatch(/saltmarsh|quietharbour/)
  // Handed on by a proxy on this computer: then it is not this computer that asks.
  expect((await ask('/api/metrics', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(404)
  expect((await ask('/api/metrics', { via: '1.1 proxy' })).status).toBe(404)
})
