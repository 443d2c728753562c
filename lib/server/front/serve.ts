import http from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterNewLines, type Later } from '@/lib/server/front/new-lines'
import { answerNotReady } from '@/lib/server/front/not-ready'
import { baseHeaders, strictPolicy } from '@/lib/server/front/security-headers'
import { StopError } from '@/lib/server/process/stop-error'

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void

/** Thrown when the port cannot be had; the message is for the person at the terminal. */
export class PortError extends StopError {}

export type FrontServer = {
  server: http.Server
  /** From now on `handler` answers; until then everything is "starting". */
  use: (handler: Handler) => void
  /** Does something as soon as no new line waits to be taken. */
  later: Later
  /** Stops taking requests, lets running ones finish for up to `graceMs`, then cuts them. */
  close: (graceMs: number) => Promise<void>
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
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  // Node would refuse without any header of ours; lib/server/front/front-of-site.ts refuses with them.
  requireHostHeader: false,
}

/** Every open line: since when an answer waits on it, and how many of its requests have no whole answer yet. */
type Lines = Map<Socket, { held: { since: number; bytes: number } | null; unanswered: number }>

/**
 * Requests that one line may send ahead of their answers (RFC 9112, 9.3.2 lets a server close then). No browser and no
 * usual proxy sends any. 200 lines with 20 requests each, never read, held all readers up for 20 s and took 1.2 GB.
 */
const mostUnanswered = 4

/** New lines that the system keeps for us until we take them. Those past it are dropped, and try again a second later. */
const mostWaitingLines = 4_096

/** How long an answer is held that the other side does not read. */
export type Patience = {
  /** Milliseconds between two looks at all lines. */
  lookEveryMs: number
  /** Milliseconds that so many bytes may take. */
  mostWaitMs: (bytes: number) => number
}
/** 20 s, and a second more for each KB of the answer: a phone on a bad line. */
const usualPatience: Patience = { lookEveryMs: 5_000, mostWaitMs: (bytes) => 20_000 + bytes }

/**
 * Ends lines whose other side asks and never reads: Node would hold the answers, and the line, for ever. Looked at from
 * outside, so that a request pays nothing for it.
 */
function endUnread(sockets: Lines, { lookEveryMs, mostWaitMs }: Patience): NodeJS.Timeout {
  return setInterval(() => {
    const now = performance.now()
    for (const [socket, line] of sockets) {
      const bytes = socket.writableLength
      if (bytes === 0) line.held = null
      else if (!line.held) line.held = { since: now, bytes }
      else if (now - line.held.since > mostWaitMs(line.held.bytes)) socket.destroy()
    }
  }, lookEveryMs).unref()
}

/**
 * Listens at once, before any long step, so that a busy port is found in the first second and not taken meanwhile.
 * @throws PortError
 */
export function listen(host: string, port: number, patience = usualPatience): Promise<FrontServer> {
  let current: Handler = (request, response) => answerNotReady(request, response, 'starting')
  let isClosing = false
  const lines: Lines = new Map()
  // Nothing here listens for `upgrade`, so Node answers such a request like any other. Its line ends with the answer.
  const server = http.createServer(limits, (request, response) => {
    if (isClosing || request.headers.upgrade !== undefined) response.shouldKeepAlive = false
    const line = lines.get(request.socket)
    if (line) {
      line.unanswered += 1
      if (line.unanswered > mostUnanswered) return void request.socket.destroy()
      response.once('close', () => (line.unanswered -= 1))
    }
    current(request, response)
  })
  server.on('connection', (socket) => {
    lines.set(socket, { held: null, unanswered: 0 })
    socket.once('close', () => lines.delete(socket))
  })
  const later = afterNewLines(server)
  const unread = endUnread(lines, patience)
  server.on('clientError', refuseMalformed)
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new PortError(explainListenError(error, host, port))))
    server.listen({ port, host, backlog: mostWaitingLines }, () => {
      resolve({
        server,
        later,
        use: (handler) => {
          current = handler
        },
        close: (graceMs) =>
          new Promise((done) => {
            isClosing = true // the line of who asks on ends with the next answer
            clearInterval(unread)
            server.close(() => {
              clearInterval(idle)
              clearTimeout(cut)
              done()
            })
            // A browser keeps its line after the answer it waited for, or opens one ahead and says nothing: neither must
            // hold the stop up.
            const idle = setInterval(() => {
              server.closeIdleConnections()
              for (const socket of lines.keys()) if (socket.bytesRead === 0) socket.destroy()
            }, 100)
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
