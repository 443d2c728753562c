/**
 * What one hostile person can do to a Lantern with a few lines to it, each kind bounded in count and time, over loopback
 * only. `npm run bench:attack` does all of it, tests/e2e/attack.spec.ts a small part. Bytes that no browser sends are
 * tests/hostile.ts.
 */
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { memoryOf } from '@/tests/bench/process-tree'

export type Attacked = {
  /** An address of this computer. */
  url: string
  /** The process, where memory is looked at; 0 where it is not known. */
  pid: number
  /** The pages that reading asks for. */
  pages: readonly string[]
}
/** What came of one kind. `failed` tells each time that something did not hold; `told` is a figure for the table. */
export type Tally = { tried: number; failed: string[]; told?: string }

export type Answer = { status: number; ms: number; length: number; text: string }
type Asked = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string; withinMs?: number }

/** Asks on a line of its own. Status 0: no answer. */
export function ask(url: string, { method = 'GET', headers = {}, body = '', withinMs = 60_000 }: Asked = {}) {
  const startedAt = performance.now()
  return new Promise<Answer>((resolve) => {
    const chunks: Buffer[] = []
    const end = (status: number) => {
      const bytes = Buffer.concat(chunks)
      const ms = performance.now() - startedAt
      resolve({ status, ms, length: bytes.length, text: bytes.toString('latin1') })
    }
    const type = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const all = { 'accept-encoding': 'identity', ...type, ...headers }
    const request = http.request(url, { method, headers: all, agent: false }, (response) => {
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => end(response.statusCode ?? 0))
      response.on('error', () => end(0))
    })
    request.setTimeout(withinMs, () => request.destroy())
    request.on('error', () => end(0))
    request.end(body)
  })
}

/** Does `one` for each number below `count`, some at a time. */
async function each(count: number, one: (number: number) => Promise<void>, atOnce = 8): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < count) await one(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Pages of every kind that people read. */
export const readingPages = [
  '/en',
  '/en/heart-failure',
  '/en/liver-failure/options',
  '/en/warning-signs',
  '/en/check-an-article',
]

/** An address for each number, so that the limits for one address are not what holds. */
export const addressOf = (number: number) => ({ 'x-forwarded-for': `10.${number >> 8}.${number & 255}.1` })

/** The time that so large a share of the times does not pass, in milliseconds. */
export const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

/** Asks for reading pages, fifty a second, until told to stop; the answers. */
export function readOn({ url, pages }: Attacked): () => Promise<Answer[]> {
  const answers: Promise<Answer>[] = []
  let turn = 0
  const headers = { 'x-forwarded-for': '198.51.100.1' }
  const timer = setInterval(() => {
    answers.push(ask(`${url}${pages[(turn += 1) % pages.length]}`, { headers }))
  }, 20)
  return async () => {
    clearInterval(timer)
    return Promise.all(answers)
  }
}

const filesOfNext = () => (fs.existsSync('.next') ? fs.readdirSync('.next', { recursive: true }).length : 0)

/** Growth of memory that counts as none: noise of the collector. */
const levelMb = 60

/** Addresses that do not exist: each answered kindly, and nothing is left of them on disk or in memory. */
export async function unknownAddresses(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  let asked = 0
  const one = async () => {
    const { status } = await ask(`${to.url}/unknown-${(asked += 1)}-${Date.now().toString(36)}`)
    if (status !== 404) failed.push(`answered ${status}`)
  }
  await each(Math.ceil(count / 5), one) // what is loaded once is loaded
  const [files, memory] = [filesOfNext(), memoryOf(to.pid) / 1e6]
  await each(count, one)
  const left = filesOfNext() - files
  const grew = memoryOf(to.pid) / 1e6 - memory
  if (left !== 0) failed.push(`${left} files were left`)
  if (grew > levelMb) failed.push(`memory grew by ${grew.toFixed(0)} MB`)
  return { tried: count, failed, told: `${left} files, ${grew.toFixed(0)} MB` }
}

/** Private links as mail programs mangle them: the page of the link answers, and the secret comes back nowhere. */
async function mangledLinks(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  const marks = ['%20%23', '%E2%80%8B%23', '&', '%2523', ';', '%EF%BC%83', '?', '%00%23', '//', '%5C%23']
  const before = filesOfNext()
  await each(count, async (number) => {
    const key = `k${number}eyJ1cmwiOiJodHRwczovL2xhbnRlcm4`
    const page = ['v', 'm', 'p'][number % 3] ?? ''
    const payload = number % 2 ? `shlink%3A%2F${key}` : `1.${key}`
    const { status, text } = await ask(`${to.url}/${page}${marks[number % marks.length]}${payload}`)
    if (![200, 307, 400, 404].includes(status)) failed.push(`answered ${status}`)
    if (text.includes(key)) failed.push('the secret came back')
  })
  if (filesOfNext() !== before) failed.push('files were left')
  return { tried: count, failed }
}

const oddHeaders = {
  rsc: '1',
  'next-router-state-tree': '%5B%22',
  'next-action': '0123',
  purpose: 'prefetch',
  cookie: '__prerender_bypass=1; __next_preview_data=1',
  'x-middleware-subrequest': 'middleware:middleware:middleware',
  'x-nextjs-data': '1',
  'x-matched-path': '/500',
  'x-invoke-status': '500',
  'x-forwarded-host': 'evil.example',
  'x-http-method-override': 'DELETE',
  range: 'bytes=0-,5-1,-99999',
}

/** Headers of the framework and of others, each alone and all together: the answer is the same as without. */
async function oddHeadersOf(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  const targets = [...to.pages, '/', '/v', '/nothing', '/api/sources']
  const plain = new Map<string, Promise<Answer>>()
  const entries = Object.entries(oddHeaders)
  await each(count, async (number) => {
    const target = targets[number % targets.length] ?? ''
    const chosen = entries[Math.floor(number / targets.length) % (entries.length + 1)]
    const headers: Record<string, string> = chosen ? Object.fromEntries([chosen]) : { ...oddHeaders }
    plain.set(target, plain.get(target) ?? ask(`${to.url}${target}`))
    const [usual, odd] = await Promise.all([plain.get(target), ask(`${to.url}${target}`, { headers })])
    if (odd.status !== usual?.status || odd.text !== usual.text)
      failed.push(`${target} with ${chosen?.[0] ?? 'all'}: ${odd.status} in place of ${usual?.status}`)
  })
  return { tried: count, failed }
}

type Line = { socket: net.Socket; text: () => string; ended: Promise<void> }

function openLine(url: string, bytes: string): Line {
  const { hostname, port } = new URL(url)
  const socket = net.connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1'))).on('error', () => {})
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return { socket, text: () => text, ended }
}

/** Requests to become another protocol: answered like any other, and the line ends with the answer. */
async function upgrades(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  const kinds = ['websocket', 'h2c', 'TLS/1.0', 'websocket, h2c']
  const lines = Array.from({ length: count }, (_, number) =>
    openLine(
      to.url,
      `GET /en HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: ${kinds[number % kinds.length]}\r\n\r\n`,
    ),
  )
  await Promise.race([Promise.all(lines.map(({ ended }) => ended)), wait(15_000)])
  for (const { socket, text } of lines) {
    if (!socket.destroyed) failed.push('the line stayed open')
    else if (!text().startsWith('HTTP/1.1 200 ')) failed.push(`answered ${text().slice(0, 20) || 'nothing'}`)
    socket.destroy()
  }
  return { tried: count, failed }
}

/** What reading was like; each reading that was not answered with 200, and a slow hundredth, counts as failed. */
function judgeReadings(answers: Answer[], failed: string[], mostMs: number): string {
  const bad = answers.filter(({ status }) => status !== 200).length
  if (bad > 0) failed.push(`${bad} of ${answers.length} readings were not answered with 200`)
  const times = answers.map(({ ms }) => ms)
  const p99 = at(times, 0.99)
  if (p99 >= mostMs) failed.push(`reading took ${p99.toFixed(0)} ms at the 99th percentile`)
  return `reading p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
}

/** Reads on while something is done. */
async function meanwhile(
  to: Attacked,
  act: () => Promise<void>,
  failed: string[],
  mostMs: number,
): Promise<string> {
  const stop = readOn(to)
  await act()
  return judgeReadings(await stop(), failed, mostMs)
}

/** Bounds of one run: how long, and what reading may take meanwhile (Infinity: not judged, on a busy machine). */
export type Bounds = { seconds: number; mostMs: number }

/** A page that is made for each visit: what changed since a version of the day of the first entry. */
const madePage = (number: number) => `/en/changed/2026-11-20.${number.toString(16).padStart(6, '0')}`

/** Lines that ask for much and never read: everyone else reads on. */
async function deafLines(to: Attacked, count: number, { seconds, mostMs }: Bounds): Promise<Tally> {
  const failed: string[] = []
  const memory = memoryOf(to.pid) / 1e6
  // The largest page, and pages that must be made; as many at once as a line may ask for, and far more.
  const lines = Array.from({ length: count }, (_, number) => {
    const page = number % 4 < 2 ? '/en/sources' : madePage(number)
    const asked = `GET ${page} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: identity\r\n\r\n`
    const line = openLine(to.url, asked.repeat(number % 2 ? 4 : 20))
    line.socket.pause()
    return line
  })
  const told = await meanwhile(to, () => wait(seconds * 1_000), failed, mostMs)
  const grew = memoryOf(to.pid) / 1e6 - memory
  // 20 answers of some 250 kB each line at the very most; what is held must stay far below that.
  if (grew > 100 + count * 5) failed.push(`memory grew by ${grew.toFixed(0)} MB`)
  for (const { socket } of lines) socket.destroy()
  return {
    tried: count,
    failed,
    told: `${told}, ${grew.toFixed(0)} MB held`,
  }
}

/** The longest that a request may take to arrive, with a look every five seconds (lib/server/front/serve.ts). */
const requestSeconds = 36

/** Forms sent a byte a second: everyone else reads on, and where there is the time each line is ended. */
async function slowPosts(to: Attacked, count: number, { seconds, mostMs }: Bounds): Promise<Tally> {
  const failed: string[] = []
  const lines = Array.from({ length: count }, (_, number) =>
    openLine(
      to.url,
      'POST /en/heart-failure/summary HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n' +
        `X-Forwarded-For: ${addressOf(number)['x-forwarded-for']}\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\n',
    ),
  )
  const drip = setInterval(() => {
    for (const { socket } of lines) if (!socket.destroyed) socket.write('a')
  }, 1_000)
  const told = await meanwhile(to, () => wait(seconds * 1_000), failed, mostMs)
  clearInterval(drip)
  const open = lines.filter(({ socket }) => !socket.destroyed).length
  if (seconds >= requestSeconds && open > 0) failed.push(`${open} lines were still open after ${seconds} s`)
  for (const { socket } of lines) socket.destroy()
  return { tried: count, failed, told: `${told}, ${count - open} lines ended` }
}

/** Bodies over the limit of their door, with and without their length said: refused in words, and the line goes on. */
async function bigPosts(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  const doors: [path: string, bytes: number, type: string][] = [
    ['/en/heart-failure/summary', 100_000, 'application/x-www-form-urlencoded'],
    ['/api/summary/pdf', 100_000, 'application/x-www-form-urlencoded'],
    ['/en/check-an-article', 400_000, 'application/x-www-form-urlencoded'],
    ['/api/shares', 400_000, 'application/json'],
  ]
  await each(
    count,
    async (number) => {
      const [path, bytes, type] = doors[number % doors.length] ?? ['', 0, '']
      const body = 'own=' + 'a'.repeat(bytes)
      const isChunked = number % (2 * doors.length) >= doors.length
      const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`
      const sent = isChunked ? `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body
      const line = openLine(
        to.url,
        `POST ${path} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${addressOf(number)['x-forwarded-for']}\r\n` +
          `Content-Type: ${type}\r\n${length}\r\n\r\n${sent}` +
          'GET /api/health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      )
      await Promise.race([line.ended, wait(20_000)])
      line.socket.destroy()
      const statuses = [...line.text().matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map((match) => match[1])
      if (statuses[0] !== '413') failed.push(`${path}: answered ${statuses[0] ?? 'nothing'}`)
      // A route that refuses may end the line; what it must not do is leave the next request without an answer.
      else if (statuses[1] !== '200' && !/^connection: close/im.test(line.text()))
        failed.push(`${path}: the next request on the line got ${statuses[1] ?? 'nothing'}`)
    },
    4,
  )
  return { tried: count, failed }
}

const fields = [
  'own=a',
  'text=a',
  'situation=x',
  'decision=',
  'own',
  '=',
  'locale=en&condition=heart-failure',
]
const damages = [
  '%',
  '%ff%fe',
  '%00',
  '&&&&',
  '=%E2%80%AE',
  `&own=${'x'.repeat(3_000)}`,
  '&__proto__=1',
  '&own=b'.repeat(500),
]
const types = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'text/plain',
  'multipart/form-data',
  '',
]

/** Forms that no browser sends: never a failure of ours, and never markup from them. */
async function damagedForms(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  const doors = ['what-matters', 'check', 'summary'].map((step) => `/en/heart-failure/${step}`)
  const all = [
    ...doors,
    '/en/check-an-article',
    '/api/summary/pdf',
    '/en/nothing/summary',
    '/xx/heart-failure/check',
  ]
  await each(count, async (number) => {
    const mark = `<script>m${number}`
    const body = `${fields[number % fields.length]}${damages[number % damages.length]}&own=${encodeURIComponent(mark)}`
    const type = types[Math.floor(number / 3) % types.length] ?? ''
    const path = all[number % all.length] ?? ''
    const { status, text } = await ask(`${to.url}${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...addressOf(number) },
    })
    // 503 is the kind answer of a check that is busy with others.
    if (status === 0 || (status >= 500 && status !== 503)) failed.push(`${path}: answered ${status}`)
    if (text.includes(mark)) failed.push(`${path}: markup came back`)
  })
  return { tried: count, failed }
}

/** PDF files of the dearest form that is taken, 64 kB in lines of one letter: small, made in time, and everyone reads on. */
async function letterPerLine(to: Attacked, count: number, { mostMs }: Bounds): Promise<Tally> {
  const failed: string[] = []
  const own = encodeURIComponent('a\n'.repeat(5_000))
  const body = `locale=en&condition=heart-failure&sheet=a4&own=${own}&ownQuestions=${own}&unsure=${own}`
  const times: number[] = []
  const told = await meanwhile(
    to,
    () =>
      each(
        count,
        async (number) => {
          const answer = await ask(`${to.url}/api/summary/pdf`, {
            method: 'POST',
            body,
            headers: addressOf(number),
          })
          times.push(answer.ms)
          if (answer.status !== 200 && answer.status !== 503) failed.push(`answered ${answer.status}`)
          if (answer.status === 200 && answer.length > 500_000)
            failed.push(`a file of ${answer.length} bytes`)
        },
        4,
      ),
    failed,
    mostMs,
  )
  return {
    tried: count,
    failed,
    told: `${told}, a file ${at(times, 0.5).toFixed(0)} ms`,
  }
}

/** Pages that must be made, all asked for at once from one address: everyone reads on, and each is answered or told to wait. */
async function pageBurst(to: Attacked, count: number, { mostMs }: Bounds): Promise<Tally> {
  const failed: string[] = []
  let made = 0
  const one = async (number: number) => {
    const { status } = await ask(`${to.url}${madePage(number)}`, { headers: addressOf(0) })
    if (status === 200) made += 1
    else if (status !== 503) failed.push(`answered ${status}`)
  }
  const told = await meanwhile(to, () => each(count, one, count), failed, mostMs)
  return { tried: count, failed, told: `${told}, ${made} made` }
}

const sentence =
  'Our stem cells cure heart failure, there is no risk, and 95% of our patients got their life back. '
const article = `text=${encodeURIComponent(sentence.repeat(2_100).slice(0, 200_000)).replaceAll('%20', '+')}`

/** What came of a flood: all readings, all posts. */
export type Flooded = { readings: Answer[]; posts: Answer[] }

/** Posts the longest article, so many a second, while reading pages are asked for one after the other. */
export async function flood(
  to: Attacked,
  { perSecond, seconds }: { perSecond: number; seconds: number },
  from: (number: number) => Record<string, string>,
): Promise<Flooded> {
  const stopReading = readOn(to)
  const posts: Promise<Answer>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    posts.push(ask(`${to.url}/en/check-an-article`, { method: 'POST', body: article, headers: from(turn) }))
    await wait(1_000 / perSecond)
  }
  const readings = await stopReading()
  return { readings, posts: await Promise.all(posts) }
}

/** The article check flooded: everyone reads on, and who is not answered in full is told at once, with the text. */
async function articleFlood(to: Attacked, perSecond: number, { seconds, mostMs }: Bounds): Promise<Tally> {
  const { readings, posts } = await flood(to, { perSecond, seconds }, addressOf)
  const failed: string[] = []
  const strange = posts.filter(({ status }) => status !== 200 && status !== 503)
  if (strange.length > 0) failed.push(`${strange.length} posts were answered ${strange[0]?.status}`)
  const lost = posts.filter(({ status, text }) => status === 503 && !text.includes('there is no risk'))
  if (lost.length > 0) failed.push(`${lost.length} were told to wait without their text`)
  const read = judgeReadings(readings, failed, mostMs)
  const full = posts.filter(({ status }) => status === 200).length
  return {
    tried: posts.length,
    failed,
    told: `${read}; ${full} answered in full`,
  }
}

/** Posts of one address in a minute that `one IPv6 /48` expects to be allowed: LANTERN_LIMIT_POSTS_PER_MINUTE. */
export const postsPerMinute = 30

/**
 * Forms from one network after another of one IPv6 /48: taken for 16 times what one address may, then refused, while
 * anybody else is heard.
 */
async function ipv6Ladder(to: Attacked, count: number): Promise<Tally> {
  const failed: string[] = []
  let taken = 0
  const post = (from: string) =>
    ask(`${to.url}/en/heart-failure/check`, {
      method: 'POST',
      body: 'own=a',
      headers: { 'x-forwarded-for': from },
    })
  const startedAt = performance.now()
  await each(count, async (number) => {
    const { status } = await post(`2001:db8:7:${number.toString(16)}::1`)
    if (status === 200) taken += 1
    else if (status !== 429) failed.push(`answered ${status}`)
  })
  // Counts are of a minute each: a run over the turn of one is allowed two.
  const minutes = Math.floor((performance.now() - startedAt) / 60_000) + 2
  if (taken > postsPerMinute * 16 * minutes) failed.push(`${taken} were taken`)
  if (taken === count) failed.push('none was refused')
  const other = await post('2001:db8:8::1')
  if (other.status !== 200) failed.push(`somebody else was answered ${other.status}`)
  return { tried: count, failed, told: `${taken} taken` }
}

/** How many, and for how long where that is not as long as it takes. */
type Size = { count: number; seconds?: number }
type Kind = {
  name: string
  attack: (to: Attacked, count: number, bounds: Bounds) => Promise<Tally>
  /** Of `npm run bench:attack`. */
  whole: Size
  /** Among the tests; none: it needs limits of its own. */
  small?: Size
}

/** Every kind of attack, in the order of the table. */
export const kinds: Kind[] = [
  { name: 'unknown addresses', attack: unknownAddresses, whole: { count: 2_000 }, small: { count: 100 } },
  { name: 'mangled private links', attack: mangledLinks, whole: { count: 600 }, small: { count: 60 } },
  { name: 'odd headers', attack: oddHeadersOf, whole: { count: 500 }, small: { count: 91 } },
  { name: 'requests to upgrade', attack: upgrades, whole: { count: 300 }, small: { count: 40 } },
  {
    name: 'clients that never read',
    attack: deafLines,
    whole: { count: 200, seconds: 15 },
    small: { count: 40, seconds: 2 },
  },
  {
    name: 'slow posts',
    attack: slowPosts,
    whole: { count: 300, seconds: 40 },
    small: { count: 40, seconds: 2 },
  },
  { name: 'big posts', attack: bigPosts, whole: { count: 200 }, small: { count: 16 } },
  { name: 'damaged forms', attack: damagedForms, whole: { count: 1_000 }, small: { count: 120 } },
  { name: 'PDF of one-letter lines', attack: letterPerLine, whole: { count: 20 }, small: { count: 4 } },
  { name: 'pages asked for at once', attack: pageBurst, whole: { count: 800 }, small: { count: 40 } },
  { name: 'one IPv6 /48', attack: ipv6Ladder, whole: { count: 1_500 } },
  {
    name: 'article check flooded', // so many a second
    attack: articleFlood,
    whole: { count: 20, seconds: 15 },
    small: { count: 10, seconds: 2 },
  },
]

/** Does one kind. `mostMs`: what reading may take meanwhile (Infinity: not judged, on a busy machine). */
export const attackWith = ({ attack }: Kind, { count, seconds = 0 }: Size, to: Attacked, mostMs: number) =>
  attack(to, count, { seconds, mostMs })
