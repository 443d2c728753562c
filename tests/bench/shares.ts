/**
 * Sharing under load: `npm run bench:shares`. Requests leave at a fixed pace whether or not earlier ones are answered
 * (as people do), first creates, then openings of what was created; waiting in line counts. With DATABASE_URL: 200
 * creates, then 200 and 500 openings a second on that PostgreSQL; without: a tenth of that on the embedded database.
 * Leaves with 1 when a request fails, an opening is not counted, or the pace is not kept.
 * LANTERN_BENCH_SECONDS changes how long each part runs.
 */
import http from 'node:http'
import { CreatedShare, ShareStatus } from '@/lib/sharing/schema'
import { startLantern } from '@/tests/bench/running'
import { encryptedFile, newManage, postJson } from '@/tests/share-kit'

const SECONDS = Number(process.env.LANTERN_BENCH_SECONDS ?? 10)
const isServer = Boolean(process.env.DATABASE_URL)
const SCALE = isServer ? 1 : 0.1
/** A finished summary with its PDF is some 60 kB; most of it is the PDF. */
const FILE_BYTES = 64 * 1024
const FILES = 50

const lantern = await startLantern()
const { hostname, port } = new URL(lantern.url)
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })

function ask(method: string, path: string, body?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const request = http.request({ agent, hostname, port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', () => resolve({ status: 0, text: '' }))
    request.end(body)
  })
}

type Part = { name: string; wanted: number; run: (at: number) => Promise<boolean> }
let isGood = true

/** Starts `wanted` requests a second and prints what became of them. */
async function pace({ name, wanted, run }: Part): Promise<void> {
  const total = Math.round(wanted * SECONDS)
  const times: number[] = []
  let errors = 0
  const begin = performance.now()
  const one = async (at: number) => {
    const due = begin + (at * 1_000) / wanted
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    if (await run(at)) times.push(performance.now() - due)
    else errors += 1
  }
  await Promise.all(Array.from({ length: total }, (_, at) => one(at)))
  const perSecond = total / ((performance.now() - begin) / 1_000)
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1)
  const cells = [wanted.toFixed(0), perSecond.toFixed(1), at(0.5), at(0.99), String(errors)]
  console.log(`${name.padEnd(10)} ${cells.map((cell) => cell.padStart(10)).join(' ')}`)
  if (errors > 0 || perSecond < wanted * 0.9) isGood = false
}

try {
  const files = await Promise.all(Array.from({ length: FILES }, () => encryptedFile(FILE_BYTES)))
  const shares: { id: string; manage: string }[] = []
  const create = async (at: number) => {
    const { manage, manageHash } = newManage()
    const { status, text } = await ask(
      'POST',
      '/api/shares',
      JSON.stringify({ jwe: files[at % FILES], manageHash, days: 1 }),
    )
    if (status !== 201) return false
    shares.push({ id: CreatedShare.parse(JSON.parse(text)).id, manage })
    return true
  }
  let opened = 0
  const open = async (at: number) => {
    const { status, text } = await ask('GET', `/api/shares/${shares[at % shares.length]?.id}?recipient=bench`)
    if (status === 200) opened += 1
    return status === 200 && text.length > FILE_BYTES
  }
  for (let at = 0; at < 20; at += 1) await create(at) // warm
  console.log(
    `\n${isServer ? 'PostgreSQL (DATABASE_URL)' : 'embedded database'}, files of ${FILE_BYTES / 1024} KiB, ${SECONDS} s each, asked at a fixed pace from this process`,
  )
  console.log(
    `${''.padEnd(10)} ${['wanted/s', 'done/s', 'p50 ms', 'p99 ms', 'errors'].map((cell) => cell.padStart(10)).join(' ')}`,
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
} finally {
  agent.destroy()
  await lantern.stop()
}
process.exitCode = isGood ? 0 : 1
