import http from 'node:http'
import type { Duplex } from 'node:stream'
import { baseHeaders, protect, strictPolicy } from '@/lib/launch/security-headers'

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void

/** Thrown when the port cannot be had; the message is for the person at the terminal. */
export class PortError extends Error {}

export type FrontServer = {
  server: http.Server
  /** From now on `handler` answers; until then everything is "starting". */
  use: (handler: Handler) => void
  /** Stops taking requests, lets running ones finish for up to `graceMs`, then cuts them. */
  close: (graceMs: number) => Promise<void>
}

/** Says "starting" to everyone, and "alive" to whoever only asks whether the process lives. */
const starting: Handler = (request, response) => {
  protect(response, false)
  const isLive = request.url === '/api/health/live'
  response.writeHead(isLive ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(isLive ? {} : { 'retry-after': '5' }),
  })
  response.end(JSON.stringify(isLive ? { status: 'alive' } : { status: 'not ready', why: 'starting' }))
}

/** What a request that is no HTTP gets: Node would close the line with a bare status and no header of ours. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  const headers = [...baseHeaders, ['Content-Security-Policy', strictPolicy], ['Content-Length', '0']]
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n${lines}\r\n`)
}

function explainListenError(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is already in use on ${host}. Stop what uses it, or choose another: PORT=${port + 1} npm start`
  }
  if (error.code === 'EACCES') {
    return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `HOST=${host} is not an address of this computer. Use 127.0.0.1 (only here) or 0.0.0.0 (everyone who can reach it)`
  }
  return `Cannot listen on ${host}:${port}: ${error.message}`
}

/**
 * Someone who sends a request a byte at a time holds a line for half a minute at most. Idle lines stay open longer
 * than a proxy's usual minute, so that the proxy is the one who closes them.
 */
const limits: http.ServerOptions = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
  // Node would refuse without any header of ours; lib/launch/front.ts refuses with them.
  requireHostHeader: false,
}

/**
 * Listens at once, before any long step, so that a busy port is found in the first second and not taken meanwhile.
 * @throws PortError
 */
export function listen(host: string, port: number): Promise<FrontServer> {
  let current = starting
  const server = http.createServer(limits, (request, response) => current(request, response))
  server.on('clientError', refuseMalformed)
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new PortError(explainListenError(error, host, port))))
    server.listen(port, host, () => {
      resolve({
        server,
        use: (handler) => {
          current = handler
        },
        close: (graceMs) =>
          new Promise((done) => {
            server.close(() => {
              clearInterval(idle)
              clearTimeout(cut)
              done()
            })
            // A browser keeps its line after the answer it waited for: that must not hold the stop up.
            const idle = setInterval(() => server.closeIdleConnections(), 100)
            const cut = setTimeout(() => server.closeAllConnections(), graceMs)
          }),
      })
    })
  })
}

/** The address to open in a browser on this computer. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
