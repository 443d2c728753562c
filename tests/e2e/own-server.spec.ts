import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { Client } from 'pg'
import { startEmbedded } from '@/lib/server/database/embedded'
import { stepHref } from '@/lib/journey/steps'
import { siteMap } from '@/tests/e2e/site-map'
import { fieldsOf, open, part, postForm, press, sayWhatMatters, somethingToSay } from '@/tests/e2e/steps'
import { t } from '@/tests/e2e/words'
import { openSlowLine } from '@/tests/bench/slow-line'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReady, withoutLimits, type Launched } from '@/tests/launcher'
import { encryptedFile, newManage, postJson } from '@/tests/share-kit'

/**
 * A Lantern of its own that owns its database, as `npm start` gives it to everyone: what happens when the database
 * dies under it, what stays behind of answers, and what is shown when new content is refused. In this order, on one
 * data folder.
 */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-own-'))
const data = path.join(folder, 'data')
let url = ''
let lantern: Launched
/** Everything every start printed. */
let printed = ''

async function start(env: Record<string, string> = {}): Promise<void> {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  lantern = launch({ PORT: String(port), HOST: '127.0.0.1', LANTERN_DATA: data, DATABASE_URL: '', ...env })
  await untilReady(lantern, url, 120_000)
}

async function stop(): Promise<void> {
  lantern.child.kill('SIGTERM')
  await lantern.ended
  printed += lantern.output()
}

const status = (address: string) => fetch(`${url}${address}`).then((response) => response.status)

/** Waits until the address answers with the status; gives the milliseconds it took. */
async function untilStatus(address: string, wanted: number, withinMs: number): Promise<number> {
  const begin = performance.now()
  while (performance.now() - begin < withinMs) {
    if ((await status(address)) === wanted) return performance.now() - begin
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${address} did not answer ${wanted} within ${withinMs} ms`)
}

/** Every kind of form and every handler that asks the database: its answer, or 503 and when to come back. Never 500. */
async function expectKindWhileAway(withinMs: number): Promise<string[]> {
  const forms = siteMap.conditions.flatMap(({ id }) =>
    (['matters', 'check', 'summary'] as const).map((step) => stepHref('en', id, step)),
  )
  const begin = performance.now()
  const post = { method: 'POST', body: new URLSearchParams({ own: 'kept', text: 'Stem cells cure.' }) }
  const asked: [string, RequestInit?][] = [
    ...[...forms, '/en/check-an-article'].map((address): [string, RequestInit] => [address, post]),
    ['/en/changed/2026-11-21.de7a76'],
    ['/api/sources?offset=0'],
    ['/api/sources/export?format=ris'],
    ['/api/sources/status'],
  ]
  const answers = await Promise.all(
    asked.map(async ([address, init]) => {
      const response = await fetch(`${url}${address}`, init)
      const text = await response.text()
      if (response.status === 503) {
        expect(response.headers.get('retry-after'), address).toBe('30')
        if (init) expect(text, address).toContain('what you wrote is still there')
      } else expect([200, 404], `${response.status} ${address}`).toContain(response.status)
      return `${response.status} ${address}`
    }),
  )
  expect(performance.now() - begin).toBeLessThan(withinMs)
  return answers
}

test.beforeAll(async () => {
  test.setTimeout(180_000) // a hook has its own time
  await start()
})
test.afterAll(async () => {
  lantern.child.kill('SIGKILL')
  await lantern.ended
  fs.rmSync(folder, { recursive: true, force: true })
})

test('with the database killed every reading page stays, ready says no and live says yes, and it comes back', async () => {
  const reading = siteMap.routes.filter(({ kind }) => kind !== 'posted' && kind !== 'missing')
  for (let round = 1; round <= 3; round += 1) {
    const pid = Number(/\d+/.exec(fs.readFileSync(path.join(data, 'lock'), 'utf8'))?.[0])
    expect(pid).not.toBe(lantern.child.pid)
    process.kill(pid, 'SIGKILL')
    await untilStatus('/api/health/ready', 503, 10_000)
    const whileAway = await Promise.all(
      reading.map(async (route) => `${await status(route.path)} ${route.path}`),
    )
    expect(whileAway).toEqual(reading.map((route) => `200 ${route.path}`))
    expect(await status('/api/health/live')).toBe(200)
    await expectKindWhileAway(60_000)
    await untilStatus('/api/health/ready', 200, 30_000)
  }
  expect(lantern.output()).toContain('database.lost')
  expect(lantern.output()).toContain('database.restarted')
})

test('nothing of the answers stays: not in an address, the log, a cookie, the database or a file', async ({
  browser,
}) => {
  const word = `saltmarsh${Date.now().toString(36)}`
  for (const condition of siteMap.conditions) {
    const given = somethingToSay(condition, undefined, word)
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ baseURL: url, javaScriptEnabled })
      const addresses: string[] = []
      const bodies: string[] = []
      context.on('request', (request) => {
        addresses.push(request.url())
        if (request.method() !== 'GET') bodies.push(request.postData() ?? '')
      })
      const page = await context.newPage()
      await open(page, stepHref('en', condition.id, 'matters'))
      await sayWhatMatters(page, given)
      await press(page, t('matters.see'))
      await expect(part(page, t('matters.result'))).toBeVisible()
      // Without JavaScript this is the page it asked for: leave only when it is there.
      await expect(page.getByRole('heading', { name: t('matters.result') })).toBeVisible()
      // With JavaScript nothing leaves the browser at all; without it, only in the body of our own form.
      expect(bodies.some((body) => body.includes(word))).toBe(!javaScriptEnabled)
      for (const step of ['matters', 'check', 'summary'] as const)
        expect(await postForm(page, stepHref('en', condition.id, step), fieldsOf(given))).toBe(200)
      expect(await page.content()).toContain(word)
      expect(addresses.filter((address) => address.includes(word) || address.includes('?'))).toEqual([])
      expect(await context.cookies()).toEqual([])
      await context.close()
    }
    // A file that is made of them, and an article that is checked without JavaScript, leave as little.
    const sent = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
    const pdf = sent({ locale: 'en', condition: condition.id, sheet: 'a4', own: word })
    const article = sent({ text: `Stem cells cure heart failure, says ${word}.` })
    const answers = await Promise.all([
      fetch(`${url}/api/summary/pdf`, pdf),
      fetch(`${url}/en/check-an-article`, article),
      fetch(`${url}/en/check-an-article/shared`, article),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    for (const answer of answers.slice(1)) expect(await answer.text()).toContain(word)
    // Forms that are refused leave as little.
    const big = await fetch(`${url}${stepHref('en', condition.id, 'summary')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `own=${word.repeat(10_000)}`,
    })
    expect(big.status).toBe(413)
  }
  await stop()
  expect(printed).not.toContain(word)

  const holding: string[] = []
  for (const entry of fs.readdirSync(data, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isFile() && fs.readFileSync(file).includes(word)) holding.push(file)
  }
  expect(holding).toEqual([])

  const database = await startEmbedded({ dataFolder: data })
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  expect(tables.rows.length).toBeGreaterThan(15)
  for (const { name } of tables.rows) {
    const found = await client.query(`SELECT 1 FROM ${name} AS row WHERE row::text LIKE '%' || $1 || '%'`, [
      word,
    ])
    expect({ name, rows: found.rowCount }).toEqual({ name, rows: 0 })
  }
  // The same search does find what is there.
  const there = await client.query(`SELECT 1 FROM "Source" AS row WHERE row::text LIKE '%' || $1 || '%'`, [
    'trial',
  ])
  expect(there.rowCount).toBeGreaterThan(0)
  await client.end()
  await database.stop()
})

test('asked to stop, it ends the answer under way, takes no new one, and closes the database', async () => {
  await start()
  const { hostname, port } = new URL(url)
  const [condition] = siteMap.conditions
  const body = 'own=still+being+sent'
  const address = `${url}${stepHref('en', condition?.id ?? '', 'summary')}`
  expect((await fetch(address, { method: 'POST', body: new URLSearchParams({ own: 'first' }) })).status).toBe(
    200,
  )
  const slow = http.request({
    hostname,
    port,
    method: 'POST',
    path: stepHref('en', condition?.id ?? '', 'summary'),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length },
  })
  const answered = new Promise<{ status: number | undefined; html: string }>((resolve, reject) => {
    slow.on('error', reject).on('response', (response) => {
      let html = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (html += chunk))
      response.on('end', () => resolve({ status: response.statusCode, html })).on('error', reject)
    })
  })
  slow.write(body.slice(0, 5))
  await new Promise((resolve) => setTimeout(resolve, 500)) // the half has arrived
  lantern.child.kill('SIGTERM')
  const isRefused = () =>
    fetch(`${url}/api/health/live`).then(
      () => false,
      () => true,
    )
  await expect.poll(isRefused, { intervals: [50], timeout: 2_000 }).toBe(true)
  const asked = performance.now()
  slow.end(body.slice(5))
  const { status: answer, html } = await answered
  expect(answer).toBe(200)
  expect(html).toContain('still being sent')
  expect(html.trimEnd()).toMatch(/<\/html>$/)
  expect(await lantern.ended).toBe(0)
  expect(performance.now() - asked).toBeLessThan(5_500)
  printed += lantern.output()
  expect(lantern.output()).not.toContain('database.lost')
  // PostgreSQL's own word for a clean end is that its pid file is gone; ours is the lock.
  expect(fs.existsSync(path.join(data, 'lock'))).toBe(false)
  expect(fs.existsSync(path.join(data, 'db/postmaster.pid'))).toBe(false)
})

test('asked to stop while 50 people make shares at once, it is over in five seconds and keeps each share it promised', async () => {
  await start(withoutLimits)
  const promised: { id: string; manage: string }[] = []
  const make = async () => {
    for (;;) {
      const { manage, manageHash } = newManage()
      const body = { jwe: await encryptedFile(), manageHash, days: 1 }
      const response = await postJson(`${url}/api/shares`, body).catch(() => null)
      if (!response) return // the line was refused or cut: nothing was promised
      const created = (await response.json().catch(() => null)) as { id: string } | null
      if (response.status === 201 && created) promised.push({ id: created.id, manage })
    }
  }
  const makers = Array.from({ length: 50 }, make)
  await expect.poll(() => promised.length, { timeout: 30_000 }).toBeGreaterThan(100)
  const begin = performance.now()
  lantern.child.kill('SIGTERM')
  expect(await lantern.ended).toBe(0)
  const took = performance.now() - begin
  await Promise.all(makers)
  console.log(`stopped after ${took.toFixed(0)} ms with ${promised.length} shares promised`)
  expect(took).toBeLessThan(5_500)
  printed += lantern.output()

  await start(withoutLimits)
  const kept = await Promise.all(
    promised.map(async ({ id, manage }) => {
      const response = await postJson(`${url}/api/shares/${id}/status`, { manage })
      return response.status
    }),
  )
  expect(kept).toEqual(promised.map(() => 200))
  await stop()
})

test('content that does not check is refused at the start, and the old pages are served', async () => {
  const content = path.join(folder, 'content')
  fs.cpSync(process.env.LANTERN_CONTENT || 'prisma/content', content, { recursive: true })
  const [condition] = siteMap.conditions
  const file = path.join(content, condition?.id ?? '', 'options.yaml')
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^ {2}- id: .*$/m, '  - id: Not An Id'))
  await start({ LANTERN_CONTENT: content })
  expect(lantern.output()).toMatch(/options\.yaml:\d+/)
  expect(lantern.output()).toContain('nothing of it was stored')
  expect(lantern.output()).toContain('Keeping the earlier content')
  for (const route of siteMap.routes.filter(({ kind }) => kind === 'step' || kind === 'decision'))
    expect(await status(route.path), route.path).toBe(200)
  const posted = await fetch(`${url}${stepHref('en', condition?.id ?? '', 'summary')}`, {
    method: 'POST',
    body: new URLSearchParams({ own: 'still here' }),
  })
  expect(await posted.text()).toContain('still here')
  await stop()
})

test('a database that is locked, restarting or silent is told kindly, and a stop does not wait for it', async () => {
  const database = await startEmbedded({ dataFolder: path.join(folder, 'silent') })
  const line = await openSlowLine(database.url)
  await start({ DATABASE_URL: line.url })
  expect(await expectKindWhileAway(60_000)).toContain('200 /api/sources?offset=0')

  // As a migration or a repair holds them.
  const owner = new Client({ connectionString: database.url })
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema = 'public'`,
  )
  expect(rows.length).toBeGreaterThan(15)
  await owner.query('BEGIN')
  await owner.query(`LOCK TABLE ${rows.map(({ name }) => name).join(', ')} IN ACCESS EXCLUSIVE MODE`)
  const whileLocked = await expectKindWhileAway(60_000)
  expect(whileLocked).toContain('503 /api/sources?offset=0')
  await owner.query('ROLLBACK')
  await owner.end()
  await untilStatus('/api/sources?offset=0', 200, 30_000)

  line.restart()
  expect(await expectKindWhileAway(60_000)).toContain('503 /api/sources?offset=0')
  await untilStatus('/api/health/ready', 503, 10_000)
  line.restore()
  await untilStatus('/api/sources?offset=0', 200, 30_000)
  await untilStatus('/api/health/ready', 200, 30_000)

  line.slow(Infinity)
  const answers = await expectKindWhileAway(60_000)
  expect(answers).toContain('503 /api/sources?offset=0')
  expect(answers.some((answer) => answer.startsWith('503 /en/'))).toBe(true)
  const begin = performance.now()
  await stop()
  expect(performance.now() - begin).toBeLessThan(6_000)
  line.close()
  await database.stop()
})
