import net from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { siteAddresses } from '@/lib/server/front/addresses'
import { maxFormBytes } from '@/lib/server/front/form-posts'
import { makeFront } from '@/lib/server/front/front-of-site'
import { listen, type FrontServer } from '@/lib/server/front/serve'
import { freePort } from '@/lib/server/process/free-port'

let server: FrontServer
let port = 0
const reached: string[] = []

beforeAll(async () => {
  port = await freePort()
  server = await listen('127.0.0.1', port)
  server.use(
    makeFront({
      site: null,
      addresses: siteAddresses(['/en/x/summary'], ['/api/x']),
      modules: null,
      trustsProxy: false,
      next: (request, response) => {
        reached.push(Object.keys(request.headers).sort().join(' '))
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      },
    }),
  )
})
afterAll(() => server.close(0))

function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => (answer += chunk.toString('latin1'))).on('close', () => resolve(answer))
  })
}

test('a request without a Host is refused, with the headers that every answer carries', async () => {
  const answer = await send('GET /api/x HTTP/1.1\r\nConnection: close\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
  expect(reached).toEqual([])
})

test('of the headers of a request only a closed list reaches Next', async () => {
  const foreign = [
    'Next-Action: 0123', 'Next-Router-State-Tree: %5B%22', 'Next-Router-Prefetch: 1', 'RSC: 1', 'Purpose: prefetch', 'Accept-Language: es',
    'X-Middleware-Subrequest: middleware', 'X-Middleware-Prefetch: 1', 'X-NextJS-Data: 1', 'X-Matched-Path: /500', 'X-Invoke-Status: 500',
    'X-Forwarded-Host: evil.example', 'X-Forwarded-For: 1.2.3.4', 'Cookie: __prerender_bypass=1', 'Referer: http://evil.example/', 'X-Prerender-Revalidate: 1',
  ] // prettier-ignore
  const answer = await send(
    `POST /api/x HTTP/1.1\r\nHost: evil.example\r\n${foreign.join('\r\n')}\r\nContent-Length: 0\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n`,
  )
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(reached).toEqual(['accept-language content-length content-type host user-agent'])
})

test('a request to upgrade is answered like any other, and its line ends', async () => {
  const answer = await send(
    'GET /api/x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\nConnection: close/)
})

test('a line whose other side asks and never reads is ended, and one that reads gets all', async () => {
  const ownPort = await freePort()
  const own = await listen('127.0.0.1', ownPort, { lookEveryMs: 50, mostWaitMs: () => 3_000 })
  const body = Buffer.alloc(40_000_000)
  const closed: string[] = []
  own.use((request, response) => {
    response.once('close', () => closed.push(request.url ?? ''))
    response.end(body)
  })
  const ask = (path: string) => {
    const socket = net.connect(ownPort, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    return socket
  }
  const deaf = ask('/deaf').pause()
  let bytes = 0
  await new Promise((resolve) =>
    ask('/reads')
      .on('data', (chunk) => (bytes += chunk.length))
      .on('close', resolve),
  )
  expect(bytes).toBeGreaterThan(body.length)
  await vi.waitFor(() => expect(closed).toContain('/deaf'), { timeout: 15_000 })
  expect(deaf.bytesRead).toBeLessThan(body.length)
  deaf.destroy()
  await own.close(0)
}, 30_000)

test('asked to stop, the line of who asks on ends with the answer, and the stop waits for no idle line', async () => {
  const ownPort = await freePort()
  const own = await listen('127.0.0.1', ownPort)
  let busy: () => void = () => {}
  own.use((_request, response) => void (busy = () => response.end('done')))
  const socket = net.connect(ownPort, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'))
  const idle = net.connect(ownPort, '127.0.0.1').on('error', () => {})
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1')))
  await new Promise((resolve) => setTimeout(resolve, 100))
  const begin = performance.now()
  const closed = own.close(3_000)
  await new Promise((resolve) => setTimeout(resolve, 100))
  busy()
  await closed
  expect(text).toContain('done')
  expect(performance.now() - begin).toBeLessThan(2_500)
  idle.destroy()
})

const unfit = [
  { what: 'too long', type: 'application/x-www-form-urlencoded', status: 413 },
  { what: 'of another kind', type: 'text/plain', status: 415 },
]
for (const { what, type, status } of unfit)
  test(`after a form that is ${what}, the next request on the same line is answered`, async () => {
    const body = `own=${'a'.repeat(3 * maxFormBytes)}`
    const post = `POST /en/x/summary HTTP/1.1\r\nHost: a\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`
    const answer = await send(`${post}${body}GET /api/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`, 'HTTP/1.1 200'])
  })

test('a line that asks far ahead of its answers is ended; one that asks a little ahead, or one by one, is not', async () => {
  const one = 'GET /api/x HTTP/1.1\r\nHost: a\r\n\r\n'
  const last = 'GET /api/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
  const before = reached.length
  await send(one.repeat(50) + last)
  expect(reached.length - before).toBeLessThanOrEqual(4)
  expect((await send(one.repeat(3) + last)).match(/HTTP\/1\.1 200/g)).toHaveLength(4)

  const socket = net.connect(port, '127.0.0.1')
  for (let turn = 0; turn < 50; turn += 1) {
    const answer = new Promise((resolve, reject) => {
      socket.once('data', resolve)
      socket.once('close', () => reject(new Error(`the line was ended at turn ${turn}`)))
    })
    socket.write(one)
    expect(String(await answer)).toContain('HTTP/1.1 200')
    socket.removeAllListeners('close')
  }
  socket.destroy()
})
