import { createHash, randomBytes } from 'node:crypto'
import { CompactEncrypt } from 'jose'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET, HEAD, OPTIONS } from '@/app/api/shares/[id]/route'
import { POST as postRevoke } from '@/app/api/shares/[id]/revoke/route'
import { POST as postStatus } from '@/app/api/shares/[id]/status/route'
import { POST as postShare } from '@/app/api/shares/route'
import { CreatedShare, maxShareBytes, ShareStatus } from '@/lib/sharing/schema'

// The route handlers themselves, on the database of the db tests: embedded, or the server of DATABASE_URL.

// Hundreds of lines that say "share.opened" would hide a failing test.
vi.mock('@/lib/log', () => ({ log: () => {} }))

let client: Client
beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
})
beforeEach(() => client.query('DELETE FROM "Share"'))
afterAll(async () => {
  await client.query('DELETE FROM "Share"')
  await client.end()
})

const key = randomBytes(32)
const encrypt = (text: string) =>
  new CompactEncrypt(new TextEncoder().encode(text.padEnd(4096)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'application/fhir+json' })
    .encrypt(key)

const newToken = () => {
  const bytes = randomBytes(32)
  return {
    manage: bytes.toString('base64url'),
    manageHash: createHash('sha256').update(bytes).digest('base64url'),
  }
}

const json = (address: string, body: unknown) =>
  new Request(`http://lantern.test${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const context = (id: string) => ({ params: Promise.resolve({ id }) })

const create = (body: unknown) => postShare(json('/api/shares', body))
const open = (id: string) =>
  GET(new Request(`http://lantern.test/api/shares/${id}?recipient=Dr%20Who`), context(id))
const status = (id: string, body: unknown) => postStatus(json(`/api/shares/${id}/status`, body), context(id))
const revoke = (id: string, body: unknown) => postRevoke(json(`/api/shares/${id}/revoke`, body), context(id))

async function makeShare(text = 'hello', days = 14) {
  const { manage, manageHash } = newToken()
  const jwe = await encrypt(text)
  const response = await create({ jwe, manageHash, days })
  expect(response.status).toBe(201)
  return { jwe, manage, manageHash, ...CreatedShare.parse(await response.json()) }
}

const endIn = (id: string, interval: string) =>
  client.query('UPDATE "Share" SET "expiresAt" = now() + $2::interval WHERE "id" = $1', [id, interval])

/** Everything a client can see of an answer. */
const seen = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers].sort(),
  body: await response.text(),
})

test('what was stored comes back byte for byte, as application/jose, to any site, kept by nobody', async () => {
  const share = await makeShare()
  const response = await open(share.id)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/jose',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  })
  expect(await response.text()).toBe(share.jwe)
})

test.each([1, 14, 90])('a share of %i days ends that many days from now', async (days) => {
  const { expiresAt } = await makeShare('hello', days)
  expect(Math.abs(Date.parse(expiresAt) - Date.now() - days * 86_400_000)).toBeLessThan(60_000)
})

test('200 openings at once are counted as 200, and each gets the whole file', async () => {
  const share = await makeShare()
  const opened = await Promise.all(Array.from({ length: 200 }, () => open(share.id)))
  expect(opened.map((response) => response.status)).toEqual(Array(200).fill(200))
  for (const response of opened) expect(await response.text()).toBe(share.jwe)
  const counted = await status(share.id, { manage: share.manage })
  expect(ShareStatus.parse(await counted.json())).toEqual({ opens: 200, expiresAt: share.expiresAt })
})

test('HEAD and OPTIONS count nothing, and OPTIONS says the same for every id', async () => {
  const share = await makeShare()
  const head = await HEAD(new Request('http://lantern.test/', { method: 'HEAD' }), context(share.id))
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(OPTIONS().status).toBe(204)
  expect(OPTIONS().headers.get('access-control-allow-origin')).toBe('*')
  const counted = await status(share.id, { manage: share.manage })
  expect(ShareStatus.parse(await counted.json()).opens).toBe(0)
})

test('every dead link gets one and the same 404', async () => {
  const expired = await makeShare()
  await endIn(expired.id, '-1 second')
  const revoked = await makeShare()
  expect((await revoke(revoked.id, { manage: revoked.manage })).status).toBe(204)
  const dead = [
    expired.id,
    revoked.id,
    randomBytes(32).toString('base64url'),
    randomBytes(31).toString('base64url'),
    '',
    'x',
    '../health/ready',
    `${expired.id}\0`,
    "' OR 1=1 --",
    'é'.repeat(5_000),
  ]
  const files = await Promise.all(dead.map(async (id) => seen(await open(id))))
  expect(files[0]).toMatchObject({ status: 404, body: '{"code":"not-found"}' })
  for (const file of files) expect(file).toEqual(files[0])

  const alive = await makeShare()
  const { manage } = newToken()
  const wrong = [
    manage,
    alive.manage.slice(1),
    alive.manageHash,
    '',
    null,
    7,
    ['x'],
    { toString: 'x' },
    'é'.repeat(200),
  ]
  for (const ask of [status, revoke]) {
    const answers = await Promise.all([
      ...dead.map(async (id) => seen(await ask(id, { manage: revoked.manage }))),
      ...dead.map(async (id) => seen(await ask(id, { manage: expired.manage }))),
      ...wrong.map(async (token) => seen(await ask(alive.id, { manage: token }))),
      ...['', '{', 'null', '[]', '{"manage":'].map(async (text) => seen(await ask(alive.id, text))),
      ask(alive.id, { manage: alive.manage, more: 1 }).then(seen),
    ])
    for (const answer of answers)
      expect(answer).toEqual({ ...answers[0], status: 404, body: '{"code":"not-found"}' })
  }
  expect((await open(alive.id)).status).toBe(200)
})

test('a share is there until its end and gone a second after, with nothing having swept', async () => {
  const share = await makeShare()
  await endIn(share.id, '1 second')
  expect((await open(share.id)).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  expect((await open(share.id)).status).toBe(404)
  expect((await status(share.id, { manage: share.manage })).status).toBe(404)
  const left = await client.query<{ opens: number }>('SELECT "opens" FROM "Share" WHERE "id" = $1', [
    share.id,
  ])
  expect(left.rows).toEqual([{ opens: 1 }])
})

test('taking back deletes the row at once; of 20 who ask at the same time one is told it worked', async () => {
  const share = await makeShare()
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await revoke(share.id, { manage: share.manage })).status),
  )
  expect(answers.sort()).toEqual([204, ...Array<number>(19).fill(404)])
  expect((await client.query('SELECT 1 FROM "Share" WHERE "id" = $1', [share.id])).rowCount).toBe(0)
})

test('the same create again, and 50 times at once, is one share; with another ciphertext it is refused', async () => {
  const { manageHash } = newToken()
  const jwe = await encrypt('once')
  const replies = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const response = await create({ jwe, manageHash, days: 7 })
      return { status: response.status, ...CreatedShare.parse(await response.json()) }
    }),
  )
  for (const reply of replies) expect(reply).toEqual({ ...replies[0], status: 201 })
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM "Share"')
  expect(rows).toEqual([{ n: 1 }])
  const other = await create({ jwe: await encrypt('another'), manageHash, days: 7 })
  expect([other.status, await other.json()]).toEqual([400, { code: 'bad-request' }])
  await endIn(replies[0]?.id ?? '', '-1 second')
  expect((await create({ jwe, manageHash, days: 7 })).status).toBe(400)
})

test('a body over 256 KiB is refused with 413, whatever it says of its length, and just below it is taken', async () => {
  const { manageHash } = newToken()
  const parts = (await encrypt('big')).split('.')
  const around = JSON.stringify({ jwe: '', manageHash, days: 14 }).length
  const ciphertext = 'A'.repeat(maxShareBytes - around - parts.join('.').length + (parts[3] ?? '').length)
  const jwe = [
    ...parts.slice(0, 3),
    ciphertext.length % 4 === 1 ? ciphertext.slice(1) : ciphertext,
    parts[4],
  ].join('.')
  expect((await create({ jwe, manageHash, days: 14 })).status).toBe(201)
  const large = JSON.stringify({ jwe, manageHash, days: 14 }).padEnd(maxShareBytes + 1)
  for (const length of [undefined, '10']) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < large.length; at += 16_384)
          controller.enqueue(new TextEncoder().encode(large.slice(at, at + 16_384)))
        controller.close()
      },
    })
    const request = new Request('http://lantern.test/api/shares', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(length ? { 'content-length': length } : {}) },
      body,
      duplex: 'half',
    } as RequestInit)
    const response = await postShare(request)
    expect([response.status, await response.json()]).toEqual([413, { code: 'too-large' }])
  }
})

test('what is not a share is refused with 400, and what does not call itself JSON with 415', async () => {
  const good = { jwe: await encrypt('x'), manageHash: newToken().manageHash, days: 14 }
  for (const body of [
    '',
    '{',
    'null',
    [],
    {},
    { ...good, days: 91 },
    { ...good, days: 0 },
    { ...good, manageHash: 'x' },
    { ...good, jwe: 'a.b.c.d.e' },
    { ...good, id: 'mine' },
  ]) {
    const response = await create(body)
    expect([response.status, await response.text()]).toEqual([400, '{"code":"bad-request"}'])
  }
  const form = new Request('http://lantern.test/api/shares', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(good),
  })
  expect((await postShare(form)).status).toBe(415)
  expect((await client.query('SELECT 1 FROM "Share"')).rowCount).toBe(0)
})

test('when the database refuses to store, the answer is 503 and promises nothing', async () => {
  const refusing = `CREATE FUNCTION refuse_share() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full', MESSAGE = 'no space left'; END $$;
    CREATE TRIGGER refuse_share BEFORE INSERT OR UPDATE ON "Share" EXECUTE FUNCTION refuse_share()`
  const before = await makeShare()
  await client.query(refusing)
  try {
    const response = await create({ jwe: await encrypt('full'), manageHash: newToken().manageHash, days: 1 })
    expect([response.status, await response.text()]).toEqual([503, '{"code":"database-unavailable"}'])
    expect(response.headers.get('retry-after')).toBe('30')
    expect((await open(before.id)).status).toBe(503)
  } finally {
    await client.query('DROP TRIGGER refuse_share ON "Share"; DROP FUNCTION refuse_share()')
  }
  expect((await open(before.id)).status).toBe(200)
})

test('of a whole life of a share the database holds the ciphertext, two dates, a hash and a count', async () => {
  const share = await makeShare('a word like quietharbour')
  await open(share.id)
  await status(share.id, { manage: share.manage })
  const { rows } = await client.query<Record<string, unknown>>('SELECT * FROM "Share"')
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
    ['ciphertext', 'createdAt', 'expiresAt', 'id', 'manageHash', 'opens'].sort(),
  )
  // Long ones alone: a word of three letters stands in five thousand letters of ciphertext by chance.
  for (const secret of [share.manage, key.toString('base64url'), 'quietharbour'])
    expect(JSON.stringify(rows)).not.toContain(secret)
})
