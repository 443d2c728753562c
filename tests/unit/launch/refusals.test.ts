import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maxFormBytes } from '@/lib/launch/form-posts'
import { makeFront } from '@/lib/launch/front'
import { listen, type FrontServer } from '@/lib/launch/serve'
import { freePort } from '@/tests/free-port'

let server: FrontServer
let port = 0
const reached: (string | undefined)[] = []

beforeAll(async () => {
  port = await freePort()
  server = await listen('127.0.0.1', port)
  server.use(
    makeFront({
      site: null,
      modules: null,
      trustsProxy: false,
      next: (request, response) => {
        reached.push(request.headers['next-action'] as string | undefined)
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

test('the name of a server action never reaches Next', async () => {
  const answer = await send(
    'POST /api/x HTTP/1.1\r\nHost: a\r\nNext-Action: 0123\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(reached).toEqual([undefined])
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
