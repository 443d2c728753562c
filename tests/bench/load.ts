/** Asks one address over and over, as fast as answers come. */
import { spawnSync } from 'node:child_process'
import net from 'node:net'
import { findProgram } from '@/tests/bench/running'

export type Load = { perSecond: number; p99Ms: number; errors: number }
export type LoadOptions = { url: string; encoding: string; connections: number; seconds: number }

/** What does the asking: wrk (WRK or on the PATH), else our own, which tops out earlier and so flatters the slow. */
export function loadTool(): string {
  return findProgram('WRK', 'wrk')
    ? 'wrk -t1'
    : 'our own loop in this process (install wrk for a stronger one)'
}

const numberIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN)

function withWrk(program: string, { url, encoding, connections, seconds }: LoadOptions): Load {
  const args = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    `Accept-Encoding: ${encoding}`,
    url,
  ]
  const { stdout } = spawnSync(program, args, { encoding: 'utf8' })
  const [, value = 'NaN', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
  const scale = { us: 0.001, ms: 1, s: 1000 }[unit] ?? 1
  return {
    perSecond: numberIn(stdout, /Requests\/sec:\s+([\d.]+)/),
    p99Ms: Number(value) * scale,
    errors: numberIn(stdout, /Non-2xx or 3xx responses: (\d+)/) || 0,
  }
}

/** Every answer to one address has the same length, so bytes are enough to count answers by. */
async function withOwnLoop({ url, encoding, connections, seconds }: LoadOptions): Promise<Load> {
  const { hostname, port, pathname } = new URL(url)
  const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: ${encoding}\r\n\r\n`
  const times: number[] = []
  let errors = 0
  const end = performance.now() + seconds * 1000
  const one = () =>
    new Promise<void>((resolve) => {
      const socket = net.connect(Number(port), hostname)
      let askedAt = 0
      let expected = 0
      let got = Buffer.alloc(0)
      let have = 0
      const ask = () => {
        askedAt = performance.now()
        expected = have = 0
        got = Buffer.alloc(0)
        socket.write(request)
      }
      socket.setNoDelay(true).on('connect', ask)
      socket.on('data', (chunk) => {
        have += chunk.length
        if (expected === 0) {
          got = Buffer.concat([got, chunk])
          const head = got.indexOf('\r\n\r\n')
          if (head < 0) return
          const text = got.toString('latin1', 0, head)
          if (!text.startsWith('HTTP/1.1 200')) errors += 1
          const length = numberIn(text, /content-length: (\d+)/i)
          // Chunked answers (next start compresses as it goes) end with an empty chunk.
          expected = Number.isNaN(length) ? -1 : head + 4 + length
        }
        const isWhole = expected > 0 ? have >= expected : chunk.toString('latin1').endsWith('0\r\n\r\n')
        if (!isWhole) return
        times.push(performance.now() - askedAt)
        if (performance.now() < end) ask()
        else socket.end()
      })
      socket.on('error', () => (errors += 1))
      socket.on('close', () => resolve())
    })
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: connections }, one))
  const took = (performance.now() - startedAt) / 1000
  const sorted = times.sort((a, b) => a - b)
  return {
    perSecond: sorted.length / took,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN,
    errors,
  }
}

/** Requests per second and the slowest hundredth, in milliseconds. */
export async function load(options: LoadOptions): Promise<Load> {
  const wrk = findProgram('WRK', 'wrk')
  return wrk ? withWrk(wrk, options) : withOwnLoop(options)
}
