/**
 * Sharing under load: `npm run bench:shares`. Requests leave at a fixed pace whether or not earlier ones are answered
 * (as people do), first creates, then openings of what was created; waiting in line counts. First with real summaries
 * (everything answered, sealed as the browser does it), then with 64 KiB sealed, more than twice any of ours. With
 * DATABASE_URL: 200 creates, then 200 and 500 openings a second on that PostgreSQL; without: a tenth of that on the
 * embedded database. Limits are counted but never reached; requests come from many addresses, as through a proxy.
 * Prints how many cores this process, Lantern and the whole computer used: when all cores are busy, it is the computer
 * that could not keep the pace. Leaves with 1 when a request fails, an opening is not counted, or the pace is not kept.
 * LANTERN_BENCH_SECONDS changes how long each part runs.
 */
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import os from 'node:os'
import { lock } from '@/lib/sharing/envelope'
import { CreatedShare, ShareStatus } from '@/lib/sharing/schema'
import { fhirExport } from '@/lib/summary/exports/fhir-bundle'
import { cpuSecondsOf } from '@/tests/bench/process-tree'
import { startLantern } from '@/tests/bench/running'
import { realContent } from '@/tests/content/real-content'
import { allAnswers, finished, partsOf } from '@/tests/content/summary-content'
import { encryptedFile, newManage, postJson } from '@/tests/share-kit'

const SECONDS = Number(process.env.LANTERN_BENCH_SECONDS ?? 10)
const isServer = Boolean(process.env.DATABASE_URL)
const SCALE = isServer ? 1 : 0.1
/** Addresses that ask, each with counts of its own. */
const CLIENTS = 500
/** Creates before the clock runs. */
const WARM = 50

const neverReached = '1000000000'
const lantern = await startLantern({
  LANTERN_TRUST_PROXY: '1',
  LANTERN_LIMIT_SHARES_PER_HOUR: neverReached,
  LANTERN_LIMIT_SHARES_PER_DAY: neverReached,
  LANTERN_LIMIT_OPENS_PER_MINUTE: neverReached,
  LANTERN_LIMIT_POSTS_PER_MINUTE: neverReached,
})
const { hostname, port } = new URL(lantern.url)
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })

type Asked = { method: string; path: string; body?: string; from: number }
function ask({ method, path, body, from }: Asked): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const client = from % CLIENTS
    const headers = {
      'x-forwarded-for': `10.0.${client >> 8}.${client & 255}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const request = http.request({ agent, hostname, port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', () => resolve({ status: 0, text: '' }))
    request.end(body)
  })
}

/** Seconds of one core used so far by this process, by Lantern (with an embedded database), by everything here. */
function cpuNow(): [number, number, number] {
  const { user, system } = process.cpuUsage()
  const busy = os.cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
  return [(user + system) / 1e6, cpuSecondsOf(lantern.pid), busy / 1_000]
}

type Part = { name: string; wanted: number; run: (at: number) => Promise<boolean> }
let isGood = true

const row = (name: string, values: readonly string[]) =>
  `${name.padEnd(8)} ${values.map((cell) => cell.padStart(10)).join(' ')}`

/** Starts `wanted` requests a second and prints what became of them. */
async function pace({ name, wanted, run }: Part): Promise<void> {
  const total = Math.round(wanted * SECONDS)
  const times: number[] = []
  let errors = 0
  const cpuBefore = cpuNow()
  const begin = performance.now()
  const one = async (at: number) => {
    const due = begin + (at * 1_000) / wanted
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    if (await run(at)) times.push(performance.now() - due)
    else errors += 1
  }
  await Promise.all(Array.from({ length: total }, (_, at) => one(at)))
  const seconds = (performance.now() - begin) / 1_000
  const cores = cpuNow().map((used, at) => ((used - (cpuBefore[at] ?? 0)) / seconds).toFixed(2))
  const perSecond = total / seconds
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1)
  console.log(
    row(name, [wanted.toFixed(0), perSecond.toFixed(1), at(0.5), at(0.99), String(errors), ...cores]),
  )
  if (errors > 0 || perSecond < wanted * 0.9) isGood = false
}

async function measure(what: string, files: readonly string[]): Promise<void> {
  const shares: { id: string; manage: string; bytes: number }[] = []
  const create = async (at: number) => {
    const { manage, manageHash } = newManage()
    const jwe = files[at % files.length] ?? ''
    const body = JSON.stringify({ jwe, manageHash, days: 1 })
    const { status, text } = await ask({ method: 'POST', path: '/api/shares', body, from: at })
    if (status !== 201) return false
    shares.push({ id: CreatedShare.parse(JSON.parse(text)).id, manage, bytes: jwe.length })
    return true
  }
  let opened = 0
  const open = async (at: number) => {
    const share = shares[at % shares.length]
    const path = `/api/shares/${share?.id}?recipient=bench`
    const { status, text } = await ask({ method: 'GET', path, from: at })
    if (status === 200) opened += 1
    return status === 200 && text.length === share?.bytes
  }
  for (let at = 0; at < WARM; at += 1) await create(at)
  const sizes = files.map(({ length }) => length)
  console.log(`\n${what}: ${Math.min(...sizes)} to ${Math.max(...sizes)} bytes sealed`)
  console.log(
    row('', ['wanted/s', 'done/s', 'p50 ms', 'p99 ms', 'errors', 'this bench', 'Lantern', 'everything']),
  )
  await pace({ name: 'create', wanted: 200 * SCALE, run: create })
  await pace({ name: 'open', wanted: 200 * SCALE, run: open })
  await pace({ name: 'open', wanted: 500 * SCALE, run: open })
  let counted = 0
  for (const { id, manage } of shares) {
    const response = await postJson(`${lantern.url}/api/shares/${id}/status`, { manage })
    counted += ShareStatus.parse(await response.json()).opens
    await postJson(`${lantern.url}/api/shares/${id}/revoke`, { manage })
  }
  console.log(`${shares.length} shares, ${opened} openings answered, ${counted} counted`)
  if (counted !== opened) isGood = false
}

try {
  const content = realContent()
  const summaries = await Promise.all(
    content.conditions.flatMap((condition) => {
      const parts = partsOf(content, condition)
      return parts.decisions.map(({ id }) =>
        lock(fhirExport.write(finished(parts, allAnswers(parts, id))), randomBytes(32)),
      )
    }),
  )
  const heavy = await Promise.all(Array.from({ length: 20 }, () => encryptedFile(64 * 1024)))
  console.log(
    `\n${isServer ? 'PostgreSQL (DATABASE_URL)' : 'embedded database'}, ${SECONDS} s each, asked at a fixed pace from this process; ` +
      `the last three columns are cores used, of ${os.cpus().length}`,
  )
  await measure('real summaries, everything answered', summaries)
  await measure('heavy, 64 KiB each', heavy)
} finally {
  agent.destroy()
  await lantern.stop()
}
process.exitCode = isGood ? 0 : 1
