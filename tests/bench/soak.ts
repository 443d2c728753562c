/**
 * Does memory level off? `npm run bench:soak` starts Lantern (loopback only, a database of its own), asks it a mixture of
 * everything that costs memory, and prints the curve: requests, seconds, memory of the web server and of its database,
 * files under .next. Then it asks 2,000 addresses that do not exist. Leaves with 1 when memory still grows in the last
 * half, when an answer fails, or when asking left a file behind.
 * LANTERN_BENCH_REQUESTS (at most 50,000) and LANTERN_BENCH_SECONDS (at most 1,800) bound it; the first reached ends it.
 */
import fs from 'node:fs'
import path from 'node:path'
import { unknownAddresses } from '@/tests/attack'
import { memoryOf, memoryOfOne } from '@/tests/bench/process-tree'
import { startLantern } from '@/tests/bench/running'
import { encryptedFile, newManage } from '@/tests/share-kit'

const COUNT = Math.min(Number(process.env.LANTERN_BENCH_REQUESTS ?? 50_000), 50_000)
const SECONDS = Math.min(Number(process.env.LANTERN_BENCH_SECONDS ?? 900), 1_800)
const AT_ONCE = 8
const SAMPLES = 25
/** Growth of the web server in the second half of the run that counts as none: noise of the collector, in MB. */
const LEVEL_MB = 100
const UNKNOWN = 2_000

type Asked = { path: string; init?: RequestInit; may?: readonly number[] }

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
})
const json = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

const article =
  'Stem cells cure heart failure in three days. Nine of ten patients were healed, says Dr. Miracle. '
const conditions = ['heart-failure', 'liver-failure']
const words = ['stem', 'liver', 'survival', 'placebo', 'cells', 'quality', 'sodium', 'transplant']

/** The request of a number, the same in every run; of twenty, one is dear (a PDF file, an article). */
async function request(number: number): Promise<Asked> {
  const condition = conditions[number % 2] ?? ''
  const word = words[number % words.length] ?? ''
  switch (number % 20) {
    case 0:
      return {
        path: '/api/summary/pdf',
        init: form({ locale: 'en', condition, sheet: 'a4', own: `My garden ${number}` }),
      }
    case 1:
      return { path: '/en/check-an-article', init: form({ text: article.repeat(1 + (number % 30)) }) }
    case 2:
      return { path: `/en/${condition}/summary`, init: form({ own: `Garden ${number}` }) }
    case 3:
      return { path: `/en/${condition}/check`, init: form({ own: String(number) }) }
    case 4:
      return { path: `/en/${condition}/what-matters`, init: form({ own: String(number) }) }
    case 5:
      return {
        path: '/api/shares',
        init: json({ jwe: await encryptedFile(), manageHash: newManage().manageHash, days: 1 }),
        may: [201],
      }
    case 6:
      return { path: `/api/shares/${newManage().manage}`, may: [404] }
    case 7:
      return { path: `/api/sources?q=${word}+${number % 97}` }
    case 8:
      return { path: `/api/sources/export?format=${['ris', 'csv', 'csl-json'][number % 3] ?? ''}&q=${word}` }
    case 9:
      return { path: '/api/sources/status' }
    case 10:
      return { path: '/en/sources' }
    case 11:
      return { path: `/en/${condition}/share` }
    case 12:
      return { path: ['/v', '/m', '/p'][number % 3] ?? '' }
    case 13:
      return { path: `/nothing-${number}`, may: [404] }
    case 14:
      return { path: `/en/${condition}/nothing-${number}`, may: [404] }
    case 15:
      return { path: `/v%20%23shlink%3A%2FeyJ${number}`, may: [200, 404] }
    default:
      return { path: `/en/${condition}` }
  }
}

/** Files below .next and their megabytes. */
function onDisk(): { files: number; mb: number } {
  const files = fs
    .readdirSync('.next', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.statSync(path.join(entry.parentPath, entry.name)).size)
  return { files: files.length, mb: files.reduce((sum, size) => sum + size, 0) / 1e6 }
}

/** Least-squares growth over the points, in MB from the first to the last of them. */
function growth(points: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = (points.length - 1) / 2
  const top = points.reduce((sum, value, at) => sum + (at - middle) * (value - mean(points)), 0)
  const bottom = points.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return bottom === 0 ? 0 : (top / bottom) * (points.length - 1)
}

const lantern = await startLantern()
const byKind = new Map<string, number>()
const wrong: string[] = []
const curve: number[] = []
try {
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1000
  let next = 0
  const sample = (done: number) => {
    const own = memoryOfOne(lantern.pid) / 1e6
    const all = memoryOf(lantern.pid) / 1e6
    curve.push(own)
    const cells = [done, seconds().toFixed(0), own.toFixed(0), (all - own).toFixed(0), onDisk().files]
    console.log(cells.map((cell) => String(cell).padStart(10)).join(' '))
  }
  const ask = async ({ path: address, init, may = [200] }: Asked) => {
    const response = await fetch(`${lantern.url}${address}`, { redirect: 'manual', ...init })
    await response.arrayBuffer()
    const kind = `${response.status}`
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
    if (!may.includes(response.status)) wrong.push(`${response.status} ${address}`)
  }
  const run = async (until: number, one: (number: number) => Promise<void>) => {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < until && seconds() < SECONDS) await one(next++)
      }),
    )
  }

  const before = onDisk()
  console.log('  requests    seconds  server MB database MB      files')
  sample(0)
  for (let part = 1; part <= SAMPLES && seconds() < SECONDS; part += 1) {
    await run(Math.round((COUNT * part) / SAMPLES), async (number) => ask(await request(number)))
    sample(next)
  }
  const grew = growth(curve.slice(Math.floor(curve.length / 2)))
  console.log(`${next} requests in ${seconds().toFixed(0)} s, at most ${Math.max(...curve).toFixed(0)} MB`)
  console.log(`growth over the last half: ${grew.toFixed(0)} MB (at most ${LEVEL_MB} wanted)`)

  const unknown = await unknownAddresses({ url: lantern.url, pid: lantern.pid, pages: [] }, UNKNOWN)
  const after = onDisk()
  console.log(`${UNKNOWN} addresses that do not exist: ${unknown.told}`)
  console.log(
    `the whole run left ${after.files - before.files} files, ${(after.mb - before.mb).toFixed(1)} MB on disk`,
  )
  console.log(
    `answers by status: ${[...byKind]
      .sort()
      .map(([kind, count]) => `${kind}: ${count}`)
      .join(', ')}`,
  )
  for (const line of [...wrong, ...unknown.failed].slice(0, 10)) console.log(`wrong: ${line}`)
  if (grew > LEVEL_MB || wrong.length + unknown.failed.length > 0 || after.files !== before.files)
    process.exitCode = 1
} finally {
  await lantern.stop()
}
