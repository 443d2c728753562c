/** Requests that no browser sends, made from a seed so that a failing one can be sent again. */
import net from 'node:net'

export type Hostile = { bytes: string; mark: string }
export type Verdict = { status: number; why: string | null }

/** Park and Miller's generator: the same numbers for the same seed on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed % 2147483647 || 1
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
]
const tails = [
  '', '/', '//', '/..', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/%00', '/%', '/%zz', '/%c0%ae%c0%ae/',
  '/\\..\\..\\', ';a=b', '/.env', '/.git/config', '/%F0%9F%98%80', '/%ED%A0%80', `/${'a'.repeat(3_000)}`, '/answered',
  '/__proto__', '/constructor', '.html', '.rsc', '.txt', '/opengraph-image',
] // prettier-ignore
const queries = [
  '', '?', '?_rsc=1', '?q=%00', '?q=%', '?q[]=1&q=2', '?offset=-1', '?offset=999999999', '?kind=__proto__',
  '?condition=a%27%20OR%201=1--', '?format=csv%0d%0aX-Evil:%201', '?next=//evil.example', '?recipient=%0d%0aSet-Cookie:a=b',
  `?q=${'%F0%9F%98%80'.repeat(400)}`, '?a=1#b', '?????', '?status=retracted&status=current', '?format=../../x',
] // prettier-ignore
const headers = [
  'Accept-Encoding: br;q=NaN, *;q=-1', 'Accept-Encoding: ,,,;;;', 'Range: bytes=0-,5-1,-99999', 'If-None-Match: "', 'If-None-Match: *',
  'If-Modified-Since: yesterday', 'Cookie: a=b; __Host-x=<script>', 'RSC: 1', 'Next-Router-State-Tree: %5B%22', 'Next-Action: 0123',
  'Next-Router-Prefetch: 1', 'X-Forwarded-For: 1.2.3.4, <b>', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: javascript',
  'X-Middleware-Subrequest: middleware:middleware:middleware', 'X-HTTP-Method-Override: DELETE', 'Origin: null', 'Origin: https://evil.example',
  'Sec-Fetch-Site: cross-site', 'Referer: javascript:alert(1)', 'Expect: 100-continue', 'Upgrade: websocket\r\nConnection: Upgrade',
  'Upgrade: h2c', 'Content-Type: multipart/form-data', 'Content-Type: application/json; charset=utf-7', 'Accept: \u0001',
  `X-Long: ${'y'.repeat(9_000)}`, `X-Too-Long: ${'y'.repeat(20_000)}`, ' folded: header', 'No-Colon', 'X-Zero: a\u0000b', 'TE: trailers',
  'Purpose: prefetch', 'X-Matched-Path: /etc/passwd', 'X-Now-Route-Matches: 1=../..', 'X-Invoke-Path: /_error', 'X-Invoke-Status: 500',
] // prettier-ignore
const hosts = [
  'localhost',
  'evil.example',
  '',
  'a\tb',
  'evil.example:99999',
  '[::1',
  '<script>',
  'x'.repeat(500),
]
const bodies = [
  '', 'own=a', '{"jwe":1}', '{"__proto__":{"x":1}}', '[[[[[[', '\u0000\u0001\u0002', 'own=%', 'own=%ff%fe', 'a&'.repeat(5_000), '{"manage":null}',
  `own=${'<script>alert(1)</script>'.repeat(50)}`, `own=${'z'.repeat(70_000)}`, `{"jwe":"${'a'.repeat(300_000)}"}`,
] // prettier-ignore

/** One request as bytes. `mark` is in its address and headers, and must come back in no header and no markup. */
export function makeHostile(paths: readonly string[], seed: number): Hostile {
  const below = numbersFrom(seed * 7919 + 17)
  for (let warm = 0; warm < 5; warm += 1) below(2)
  const one = (list: readonly string[]) => list[below(list.length)] ?? ''
  const mark = `lm${seed}x`
  const method = below(3) === 0 ? one(methods) : below(2) === 0 ? 'POST' : 'GET'
  const query = one(queries)
  const evil = `${query ? '&' : '?'}z=${mark}%22%3E%3Cscript%3E${mark}%3C/script%3E%0d%0aX-${mark}:%201`
  const body = method === 'GET' || method === 'HEAD' ? '' : one(bodies)
  const length = below(12) === 0 ? String(below(5)) : below(20) === 0 ? '-1' : String(Buffer.byteLength(body))
  const form = below(2) === 0 ? 'application/x-www-form-urlencoded' : 'application/json'
  const lines = [
    `${method} ${one(paths)}${one(tails)}${query}${below(2) === 0 ? evil : ''} HTTP/${below(15) === 0 ? one(['1.0', '0.9', '2.0', '9']) : '1.1'}`,
    ...(below(15) === 0 ? [] : [`Host: ${below(3) === 0 ? one(hosts) : 'localhost'}`]),
    `X-Mark: ${mark}`,
    ...(body ? [`Content-Type: ${form}`, `Content-Length: ${length}`] : []),
    ...(below(15) === 0 ? ['Transfer-Encoding: chunked'] : []),
    ...Array.from({ length: below(4) }, () => one(headers)),
    'Connection: close',
  ]
  return { bytes: `${lines.join('\r\n')}\r\n\r\n${body}`, mark }
}

/** What is wrong with an answer; null when nothing is. */
export function judge(answer: string, mark: string): Verdict {
  if (answer === '') return { status: 0, why: null } // the line was closed without a word: refused, too
  const at = answer.indexOf('\r\n\r\n')
  const head = at < 0 ? answer : answer.slice(0, at)
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? Number.NaN)
  const body = at < 0 ? '' : answer.slice(at + 4)
  const names = [...head.matchAll(/\r\n([^:\r\n]+):/g)].map((match) => (match[1] ?? '').toLowerCase())
  const why = Number.isNaN(status)
    ? 'no HTTP'
    : status >= 500
      ? `status ${status}`
      : names.some((name) => name.includes(mark))
        ? 'a header was injected'
        : body.includes(`<script>${mark}`)
          ? 'markup came back'
          : names.includes('set-cookie')
            ? 'a cookie was set'
            : status !== 100 && status !== 101 && !names.includes('x-content-type-options')
              ? 'without our headers'
              : null
  return { status, why }
}

/** Sends bytes as they are and resolves with the answer as far as it came within `withinMs`. */
function send(host: string, port: number, bytes: string, withinMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = net.connect(port, host, () => socket.write(Buffer.from(bytes, 'latin1')))
    const finish = (isLate: boolean) => {
      socket.destroy()
      resolve(isLate && chunks.length === 0 ? null : Buffer.concat(chunks).toString('latin1'))
    }
    // A request that promises more than it sends is waited for; ours to end.
    socket.setTimeout(withinMs, () => finish(true))
    socket
      .on('data', (chunk) => chunks.push(chunk))
      .on('error', () => finish(false))
      .on('close', () => finish(false))
  })
}

export type HostileRun = { byStatus: Map<string, number>; wrong: string[] }

/** Sends the requests `from` … `from + count - 1`, some at a time; `wrong` tells each bad answer with its number. */
export async function sendHostile(
  base: string,
  paths: readonly string[],
  from: number,
  count: number,
): Promise<HostileRun> {
  const { hostname, port } = new URL(base)
  const byStatus = new Map<string, number>()
  const wrong: string[] = []
  let next = from
  const worker = async () => {
    while (next < from + count) {
      const seed = next++
      const { bytes, mark } = makeHostile(paths, seed)
      const answer = await send(hostname, Number(port), bytes, 3_000)
      const { status, why } = answer === null ? { status: 0, why: null } : judge(answer, mark)
      const name = answer === null ? 'waits for the rest' : status === 0 ? 'closed' : String(status)
      byStatus.set(name, (byStatus.get(name) ?? 0) + 1)
      if (why) wrong.push(`${seed}: ${why}: ${bytes.slice(0, 120).split('\r\n')[0]}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return { byStatus, wrong }
}

/** Where the requests go: pages, forms, files, every kind of route. */
export function hostilePaths(pages: readonly string[]): string[] {
  return [
    ...pages,
    '', '/', '/en', '/xx', '/en/heart-failure/summary', '/en/heart-failure/check', '/en/heart-failure/what-matters', '/en/check-an-article',
    '/en/changed/x', '/api/health/live', '/api/health/ready', '/api/sources', '/api/sources/export', '/api/sources/status',
    '/api/shares', `/api/shares/${'a'.repeat(43)}`, `/api/shares/${'a'.repeat(43)}/status`, `/api/shares/${'a'.repeat(43)}/revoke`,
    '/api/summary/pdf', '/api/metrics', '/v', '/m', '/p', '/assets', '/fonts', '/_next/static', '/_next/data', '/_next/image', '/handouts', '/lantern.js',
  ] // prettier-ignore
}
