import http from 'node:http'

export type Asked = { path: string; at: number; headers: http.IncomingHttpHeaders }
export type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void

export type StubServer = {
  base: string
  /** Every request so far, in order. */
  asked: Asked[]
  /** How the server answers from now on. */
  answer: (how: Answer) => void
  stop: () => Promise<void>
}

/** A real server on this computer that answers as it is told. */
export async function startStub(how: Answer): Promise<StubServer> {
  let current = how
  const asked: Asked[] = []
  const server = http.createServer((request, response) => {
    asked.push({ path: request.url ?? '', at: performance.now(), headers: request.headers })
    response.on('error', () => {})
    current(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no address')
  return {
    base: `http://127.0.0.1:${address.port}`,
    asked,
    answer: (next) => (current = next),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const json =
  (body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

const withStatus =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers)
    response.end('no')
  }

/** Ways in which a place can be unwell, and the code each must end in. */
export const misbehaviours: [name: string, answer: Answer, detail: string][] = [
  ['429 with Retry-After', withStatus(429, { 'retry-after': '1' }), 'too-many-requests'],
  ['429 with a Retry-After of days', withStatus(429, { 'retry-after': '999999' }), 'too-many-requests'],
  [
    '429 with a Retry-After that is nonsense',
    withStatus(429, { 'retry-after': 'soon' }),
    'too-many-requests',
  ],
  ['503', withStatus(503), 'server-error'],
  ['500', withStatus(500), 'server-error'],
  ['403', withStatus(403), 'refused'],
  ['204', withStatus(204), 'refused'],
  ['404', withStatus(404), 'not-known-there'],
  ['a redirect to this computer', withStatus(302, { location: 'http://127.0.0.1:1/secret' }), 'redirect'],
  ['a permanent redirect', withStatus(301, { location: '/elsewhere' }), 'redirect'],
  ['304 that nobody asked for', withStatus(304), 'wrong-format'],
  [
    'HTML with 200',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<h1>Welcome</h1>')
    },
    'wrong-format',
  ],
  [
    'HTML that says it is JSON',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end('<h1>Welcome</h1>')
    },
    'wrong-format',
  ],
  ['wrong types', json({ message: { DOI: 5, title: {}, 'updated-by': 'retraction' } }), 'wrong-shape'],
  [
    'another record',
    json({ message: { DOI: '10.5555/other', 'updated-by': [{ type: 'retraction' }] } }),
    'wrong-record',
  ],
  [
    'an unknown value',
    json({ message: { DOI: '10.5555/current', 'updated-by': [{ type: '<script>' }] } }),
    'unknown-value',
  ],
  [
    'a body that never ends',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    },
    'too-large',
  ],
  [
    'a body that says it is huge',
    (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '99999999999' })
        .write('{'),
    'too-large',
  ],
  ['silence', () => {}, 'timeout'],
  [
    'a body that stops halfway',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{"message":')
    },
    'timeout',
  ],
  ['a cut connection', (request) => void request.socket.destroy(), 'no-connection'],
]
