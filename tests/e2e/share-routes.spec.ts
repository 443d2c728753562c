import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { CreatedShare, ShareStatus } from '@/lib/sharing/schema'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReady, withoutLimits } from '@/tests/launcher'
import { encryptedFile, newManage, postJson } from '@/tests/share-kit'

/** The share routes through the whole server, as the line sees them; tests/db/shares.test.ts tries the rules. */
const base = () => process.env.LANTERN_E2E_URL ?? ''

async function makeShare(url: string) {
  const { manage, manageHash } = newManage()
  const jwe = await encryptedFile()
  const response = await postJson(`${url}/api/shares`, { jwe, manageHash, days: 1 })
  expect(response.status).toBe(201)
  return { jwe, manage, ...CreatedShare.parse(await response.json()) }
}

/** All that a client sees, but the time. */
async function seen(response: Response) {
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return { status: response.status, headers, body: await response.text() }
}

test('a share is made, opened by any site, asked about and taken back; dead links look the same to the last header', async () => {
  const share = await makeShare(base())
  const file = `${base()}/api/shares/${share.id}`
  const opened = await fetch(`${file}?recipient=me`)
  expect(await opened.text()).toBe(share.jwe)
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'content-type': 'application/jose',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  expect((await fetch(file, { method: 'HEAD' })).status).toBe(200)
  expect((await fetch(file, { method: 'OPTIONS' })).status).toBe(204)
  const status = await postJson(`${file}/status`, { manage: share.manage })
  expect(ShareStatus.parse(await status.json())).toEqual({ opens: 1, expiresAt: share.expiresAt })
  expect(status.headers.get('access-control-allow-origin')).toBeNull()
  expect(status.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect((await postJson(`${file}/revoke`, { manage: share.manage })).status).toBe(204)
  const dead = await seen(await fetch(file))
  expect(dead).toMatchObject({ status: 404, body: '{"code":"not-found"}' })
  for (const id of [newManage().manage, 'x', '%2e%2e%2fhealth', 'é'.repeat(500), `${share.id}%20`])
    expect(await seen(await fetch(`${base()}/api/shares/${id}`)), id).toEqual(dead)
})

test('no share route redirects, however the address is written', async () => {
  const share = await makeShare(base())
  for (const address of [
    `/api/shares/${share.id}/`,
    `//api//shares/${share.id}`,
    `/api/shares/${share.id}//`,
  ])
    expect((await fetch(`${base()}${address}`, { redirect: 'manual' })).status, address).toBe(200)
  const made = { jwe: await encryptedFile(), manageHash: newManage().manageHash, days: 1 }
  expect((await postJson(`${base()}/api/shares/`, made)).status).toBe(201)
  const ended = await postJson(`${base()}/api/shares/${share.id}/revoke/`, { manage: share.manage })
  expect(ended.status).toBe(204)
})

/** One request as raw as HTTP lets us; the status and all that came back. */
function ask(
  agent: http.Agent,
  method: string,
  target: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base())
    const request = http.request({ agent, hostname, port, method, path: target, headers }, (response) => {
      let text = JSON.stringify(response.rawHeaders)
      response.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', reject)
    request.end(Buffer.from(body, 'latin1'))
  })
}

test('10,000 hostile requests: none is answered with 500 or above, sent elsewhere, or told what it said', async () => {
  test.setTimeout(180_000)
  const share = await makeShare(base())
  const mark = 'zqxjkvw'
  const random = (below: number) => Math.floor(Math.random() * below)
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[random(values.length)] ?? values[0]
  const bytes = (length: number) => Array.from({ length }, () => String.fromCharCode(random(256))).join('')
  const jwe = await encryptedFile(200)
  const cut = (text: string) =>
    text.slice(0, random(text.length)) + pick([mark, bytes(3), '', '.']) + text.slice(random(text.length))
  const ids = [
    () => share.id,
    () => mark,
    () => encodeURIComponent(bytes(20)),
    () => `%${random(256).toString(16).padStart(2, '0')}${mark}`,
    () => `../${mark}/../shares/${share.id}`,
    () => `${share.id}${pick(['%00', '%0d%0aset-cookie:%20zqxjkvw=1', "'--", ';', '%2f', '\\', '..'])}`,
    () => mark.repeat(200),
    () => encodeURIComponent(`<script>${mark}</script>{{${mark}}}\u202e`),
    () => pick(['__proto__', 'constructor', '[id]', '..', '.', '%', '%zz', '$queryRaw']),
  ] as const
  const bodies = [
    () => '',
    () => bytes(random(2_000)),
    () => JSON.stringify({ manage: pick([mark, share.id, '', null, 1, [], { $gt: '' }, '__proto__']) }),
    () =>
      JSON.stringify({
        jwe: cut(jwe),
        manageHash: newManage().manageHash,
        days: pick([1, 0, -1, 1e308, '1', null]),
      }),
    () =>
      JSON.stringify({
        jwe: `${mark}.${mark}`,
        manageHash: `' OR 1=1; DROP TABLE "Share"; -- ${mark}`,
        days: 1,
      }),
    () => `{"__proto__":{"ok":true},"manage":"${mark}"}`,
    () => '['.repeat(random(20_000)),
    () => `"${'\\u0000'.repeat(random(500))}"`,
    () => `{"manage":"\\ud800${mark}"}`,
  ] as const
  const types = ['application/json', 'application/json; charset=utf-7', 'text/plain', mark, ''] as const
  const agent = new http.Agent({ keepAlive: true, maxSockets: 32 })
  const bad: string[] = []
  let sent = 0
  const worker = async () => {
    while (sent < 10_000) {
      sent += 1
      const tail = pick([
        '',
        '',
        '/status',
        '/revoke',
        `/${mark}`,
        '/',
        `?recipient=${mark}`,
        `?%ff=${mark}`,
        '/status?_rsc=1',
      ])
      const target = random(4) === 0 ? `/api/shares${tail}` : `/api/shares/${pick(ids)()}${tail}`
      const method = pick([
        'GET',
        'POST',
        'POST',
        'POST',
        'HEAD',
        'OPTIONS',
        'PUT',
        'DELETE',
        'PATCH',
        'PROPFIND',
      ])
      const body = method === 'GET' || method === 'HEAD' ? '' : pick(bodies)()
      const headers = {
        'content-type': pick(types),
        ...pick<Record<string, string>>([
          {},
          {},
          { range: 'bytes=0-1' },
          { 'x-forwarded-for': mark },
          { 'next-action': mark },
          { rsc: '1' },
          { 'if-none-match': `"${mark}"` },
          { 'x-middleware-subrequest': mark },
          { origin: `https://${mark}.example` },
        ]),
      }
      const answer = await ask(agent, method, target.replace(/[^\x21-\x7e]/g, ''), headers, body).catch(
        (error: unknown) => ({ status: 599, text: String(error) }),
      )
      const isRedirect = answer.status >= 300 && answer.status < 400
      if (answer.status >= 500 || isRedirect || answer.text.includes(mark))
        bad.push(`${answer.status} ${method} ${target.slice(0, 120)} ${answer.text.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  agent.destroy()
  expect(sent).toBeGreaterThanOrEqual(10_000)
  expect(bad).toEqual([])
  expect(await (await fetch(`${base()}/api/shares/${share.id}`)).text()).toBe(share.jwe)
})

test('kill -9 of the server while shares are made: every acknowledged one is there afterwards', async () => {
  test.setTimeout(300_000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-kill-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const launched = launch({
      PORT: String(port),
      HOST: '127.0.0.1',
      LANTERN_DATA: folder,
      DATABASE_URL: '',
      ...withoutLimits,
    })
    await untilReady(launched, url, 120_000)
    return launched
  }
  const acknowledged: { id: string; jwe: string }[] = []
  try {
    let launched = await start()
    for (let round = 0; round < 3; round += 1) {
      let isDown = false
      const create = async () => {
        while (!isDown) {
          const jwe = await encryptedFile()
          const body = { jwe, manageHash: newManage().manageHash, days: 1 }
          const response = await postJson(`${url}/api/shares`, body).catch(() => null)
          const text = (await response?.text().catch(() => '')) || '{}'
          const created = CreatedShare.safeParse(JSON.parse(text))
          if (response?.status === 201 && created.success) acknowledged.push({ id: created.data.id, jwe })
        }
      }
      const creating = Promise.all(Array.from({ length: 8 }, create))
      const before = acknowledged.length
      await expect.poll(() => acknowledged.length - before, { timeout: 60_000 }).toBeGreaterThan(15)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 100)) // at any moment of a create
      launched.child.kill('SIGKILL')
      isDown = true
      await creating
      await launched.ended
      // The database process notices that it is alone, closes its files and lets the folder go.
      await expect.poll(() => fs.existsSync(path.join(folder, 'lock')), { timeout: 20_000 }).toBe(false)
      launched = await start()
    }
    const lost: string[] = []
    for (const { id, jwe } of acknowledged)
      if ((await (await fetch(`${url}/api/shares/${id}`)).text()) !== jwe) lost.push(id)
    expect(acknowledged.length).toBeGreaterThan(30)
    expect(lost).toEqual([])
    launched.child.kill('SIGTERM')
    await launched.ended
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
