/** A line to a PostgreSQL server that can be made slow, silent, be cut, or say that the server is starting. */
import net from 'node:net'

export type SlowLine = {
  /** The database's address through this line. */
  url: string
  /** Every piece that the server sends comes this many milliseconds later; Infinity: it never comes. */
  slow: (ms: number) => void
  /** Nobody gets through, and who was connected is not any more. */
  cut: () => void
  /** As a PostgreSQL server that restarts: who was connected is not any more, who comes is refused with 57P03. */
  restart: () => void
  restore: () => void
  close: () => void
}

/** What PostgreSQL answers to a start-up packet while it is not ready (ErrorResponse; protocol 3.0, appendix A of its manual). */
function startingUp(): Buffer {
  const fields = ['SFATAL', 'VFATAL', 'C57P03', 'Mthe database system is starting up']
  const body = Buffer.from(`${fields.join('\0')}\0\0`)
  const head = Buffer.from('E\0\0\0\0')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

export async function openSlowLine(databaseUrl: string): Promise<SlowLine> {
  const target = new URL(databaseUrl)
  const port = Number(target.port || 5432)
  // The embedded database listens on a socket file in the folder that the address names.
  const folder = target.searchParams.get('host')
  target.searchParams.delete('host')
  const where = folder ? { path: `${folder}/.s.PGSQL.${port}` } : { host: target.hostname, port }
  let lateMs = 0
  let isCut = false
  let isStarting = false
  const sockets = new Set<net.Socket>()
  const end = () => sockets.forEach((socket) => socket.destroy())
  const proxy = net.createServer((socket) => {
    if (isCut) return void socket.destroy()
    if (isStarting) return void socket.on('error', () => {}).once('data', () => socket.end(startingUp()))
    const server = net.connect(where)
    for (const [one, other] of [
      [socket, server],
      [server, socket],
    ] as const) {
      sockets.add(one)
      one
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
    }
    socket.on('data', (bytes) => server.write(bytes))
    server.on('data', (bytes) => {
      if (lateMs === 0) socket.write(bytes)
      else if (lateMs !== Infinity) setTimeout(() => socket.writable && socket.write(bytes), lateMs)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const at = proxy.address()
  if (at === null || typeof at === 'string') throw new Error('the line has no port')
  target.hostname = '127.0.0.1'
  target.port = String(at.port)
  return {
    url: target.href,
    slow: (ms) => (lateMs = ms),
    cut: () => {
      isCut = true
      end()
    },
    restart: () => {
      isStarting = true
      end()
    },
    restore: () => {
      // Pieces that were held back never come in the middle of others: what waited is cut and asked again.
      if (lateMs > 0) end()
      lateMs = 0
      isCut = false
      isStarting = false
    },
    close: () => {
      proxy.close()
      end()
    },
  }
}
