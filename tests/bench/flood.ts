/**
 * Reading pages while the article check is flooded: `npm run bench:flood`. Twenty posts of 200,000 characters a second
 * for twenty seconds, first from one address under the usual limits, then from a new address each; meanwhile reading
 * pages are asked for one after the other. Loopback only. Prints the p99 of reading, and leaves with 1 at 100 ms or more.
 */
import http from 'node:http'
import { startLantern } from '@/tests/bench/running'

const perSecond = Number(process.env.FLOOD_PER_SECOND ?? 20)
const seconds = Number(process.env.FLOOD_SECONDS ?? 20)
const limitMs = 100
const pages = [
  '/en',
  '/en/heart-failure',
  '/en/liver-failure/options',
  '/en/warning-signs',
  '/en/check-an-article',
]

const sentence =
  'Our stem cells cure heart failure, there is no risk, and 95% of our patients got their life back. '
const article = `text=${encodeURIComponent(sentence.repeat(2_100).slice(0, 200_000)).replaceAll('%20', '+')}`

type Answer = { status: number; ms: number; length: number }

function ask(url: string, method: 'GET' | 'POST', from: string, body = ''): Promise<Answer> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const end = (status: number, length = 0) => resolve({ status, ms: performance.now() - startedAt, length })
    const headers: Record<string, string> = { 'x-forwarded-for': from, 'accept-encoding': 'identity' }
    if (method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded'
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => (length += chunk.length))
      response.on('end', () => end(response.statusCode ?? 0, length))
      response.on('error', () => end(0))
    })
    request.setTimeout(60_000, () => request.destroy())
    request.on('error', () => end(0))
    request.end(body)
  })
}

const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

/** Asks for reading pages, fifty a second, until told to stop; their times. */
function readOn(url: string) {
  const answers: Promise<Answer>[] = []
  let turn = 0
  const timer = setInterval(() => {
    answers.push(ask(`${url}${pages[(turn += 1) % pages.length]}`, 'GET', '198.51.100.1'))
  }, 20)
  return async () => {
    clearInterval(timer)
    return Promise.all(answers)
  }
}

function describe(name: string, answers: Answer[]): number {
  const times = answers.map(({ ms }) => ms)
  const p99 = at(times, 0.99)
  const failed = answers.filter(({ status }) => status !== 200).length
  console.log(
    `${name}: ${answers.length} readings, p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ` +
      `slowest ${at(times, 1).toFixed(1)} ms, ${failed} not answered with 200`,
  )
  if (failed > 0) process.exitCode = 1
  return p99
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function flood(url: string, name: string, addressOf: (turn: number) => string): Promise<void> {
  const stopReading = readOn(url)
  const posts: Promise<Answer>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    posts.push(ask(`${url}/en/check-an-article`, 'POST', addressOf(turn), article))
    await wait(1_000 / perSecond)
  }
  const p99 = describe(name, await stopReading())
  const done = await Promise.all(posts)
  const counts = new Map<number, number>()
  for (const { status } of done) counts.set(status, (counts.get(status) ?? 0) + 1)
  const answered = done.filter(({ status }) => status === 200).map(({ ms }) => ms)
  console.log(
    `  posts: ${[...counts].map(([status, count]) => `${count} answered ${status}`).join(', ')}; ` +
      `a full answer took ${at(answered, 0.5).toFixed(0)} ms (p50)`,
  )
  if (p99 >= limitMs) process.exitCode = 1
}

const lantern = await startLantern({ LANTERN_TRUST_PROXY: '1' })
try {
  await ask(`${lantern.url}/en/check-an-article`, 'POST', '198.51.100.2', 'text=Stem+cells+cure+all.')
  const stopReading = readOn(lantern.url)
  await wait(5_000)
  describe('calm', await stopReading())
  await flood(lantern.url, 'flooded from one address', () => '203.0.113.7')
  await flood(lantern.url, 'flooded from a new address each', (turn) => `10.${turn >> 8}.${turn & 255}.1`)
} finally {
  await lantern.stop()
}
