import http from 'node:http'
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admit, deskHeaders, isKey, ownHosts } from '@/lib/commands/desk/guard'
import { door } from '@/lib/commands/desk/preview'

const key = 'a-key-of-this-start'
const asked = (given: { method?: string; url?: string; headers?: Record<string, string> }) =>
  admit(
    {
      method: given.method ?? 'GET',
      url: given.url ?? `/${key}/part?id=x`,
      headers: { host: '127.0.0.1:3080', ...given.headers },
    },
    3080,
    key,
  )
const post = (headers: Record<string, string>) => asked({ method: 'POST', headers })
const own = { origin: 'http://127.0.0.1:3080', 'sec-fetch-site': 'same-origin' }

describe('who may talk to the desk', () => {
  test('a browser here, on a page of the desk, with the key', () => {
    expect(asked({})).toMatchObject({ ok: true, path: '/part' })
    expect(asked({ headers: { 'sec-fetch-site': 'none' } })).toMatchObject({ ok: true })
    expect(post(own)).toMatchObject({ ok: true })
    expect(post({ host: 'localhost:3080', origin: 'http://localhost:3080' })).toMatchObject({ ok: true })
  })

  test('not without the key, or with another', () => {
    for (const url of ['/', '/part?id=x', `/${key}x/part`, '/state', `//${key}/`])
      expect(asked({ url }), url).toMatchObject({ ok: false, status: 403 })
    expect(isKey(key, key)).toBe(true)
    expect(isKey('', key)).toBe(false)
  })

  test('not under a foreign name that leads here (DNS rebinding), or on another port', () => {
    for (const host of ['evil.example:3080', '127.0.0.1', '127.0.0.1:80', 'localhost.evil.example:3080', ''])
      expect(asked({ headers: { host } }), host).toMatchObject({ ok: false, status: 421 })
  })

  test('not from a page of elsewhere: its form, its link, its frame', () => {
    expect(post({ origin: 'https://evil.example' })).toMatchObject({ ok: false, status: 403 })
    expect(post({ origin: 'null' })).toMatchObject({ ok: false, status: 403 })
    expect(post({})).toMatchObject({ ok: false, status: 403 })
    expect(post({ ...own, 'sec-fetch-site': 'cross-site' })).toMatchObject({ ok: false, status: 403 })
    expect(asked({ headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({ ok: false, status: 403 })
    // The live page stands on another port of this computer: the same site, another origin.
    expect(asked({ headers: { 'sec-fetch-site': 'same-site' } })).toMatchObject({ ok: false, status: 403 })
  })

  test('only to read and to send forms', () => {
    for (const method of ['OPTIONS', 'PUT', 'DELETE', 'HEAD'])
      expect(asked({ method }), method).toMatchObject({ ok: false, status: 405 })
  })

  test('no other site may read, frame or be told it', () => {
    const headers = deskHeaders('http://127.0.0.1:4000')
    expect(Object.keys(headers).filter((name) => /access-control/i.test(name))).toEqual([])
    expect(headers['Content-Security-Policy']).toContain("frame-ancestors 'none'")
    expect(headers['Content-Security-Policy']).toContain('frame-src http://127.0.0.1:4000')
    expect(headers['Content-Security-Policy']).not.toContain('unsafe')
    expect(headers['Referrer-Policy']).toBe('same-origin')
  })
})

describe('the door to the live page', () => {
  const inner = http.createServer((request, response) => {
    response.writeHead(200, { 'X-Frame-Options': 'DENY', 'Content-Type': 'text/html' })
    response.end(`host ${request.headers.host}`)
  })
  let front: http.Server
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve))
    front = door((inner.address() as { port: number }).port, 3080)
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
    port = (front.address() as { port: number }).port
  })
  afterAll(() => {
    front.close()
    inner.close()
  })

  const get = (headers: http.OutgoingHttpHeaders, method = 'GET') =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, path: '/en', method, headers }, resolve)
      request.on('error', reject)
      request.end()
    })

  test('lets the desk frame a page, and no script run in it', async () => {
    const answer = await get({ host: `127.0.0.1:${port}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['x-frame-options']).toBeUndefined()
    expect(answer.headers['content-security-policy']).toBe(
      "script-src 'none'; frame-ancestors http://127.0.0.1:3080 http://localhost:3080",
    )
    answer.resume()
  })

  test('is shut to a foreign name, and to forms', async () => {
    for (const answer of [
      await get({ host: `evil.example:${port}` }),
      await get({ host: `127.0.0.1:${port}` }, 'POST'),
    ]) {
      expect(answer.statusCode).toBe(421)
      answer.resume()
    }
    expect(ownHosts(80)).toEqual(['127.0.0.1:80', 'localhost:80'])
  })
})

test('the desk is no part of what readers are served: only its own command knows it', () => {
  const files = ['app', 'components', 'lib', 'prisma'].flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  )
  const own = /^lib\/(desk\/|commands\/desk|browser\/desk\.ts)/
  const users = files.filter(
    (file) =>
      !own.test(file) &&
      /['"](?:@\/lib|\.)\/(?:commands\/)?desk(?:\/|['"])/.test(fs.readFileSync(file, 'utf8')),
  )
  expect(files.some((file) => own.test(file))).toBe(true)
  expect(users).toEqual([])
})
