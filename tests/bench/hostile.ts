/**
 * 10,000 hostile requests over all routes: `npm run bench:hostile`. Starts Lantern (or uses LANTERN_E2E_URL), prints the
 * answers by status, and leaves with 1 for an answer of 500 or above, a reflected mark, an injected header, a cookie, an
 * answer without our headers, or a server that no longer reads out its pages. LANTERN_BENCH_REQUESTS and
 * LANTERN_BENCH_SEED change what is sent.
 */
import path from 'node:path'
import { readSiteList } from '@/lib/server/build/export-site'
import { startLantern } from '@/tests/bench/running'
import { hostilePaths, sendHostile } from '@/tests/hostile'

const COUNT = Number(process.env.LANTERN_BENCH_REQUESTS ?? 10_000)
const SEED = Number(process.env.LANTERN_BENCH_SEED ?? 1)

const given = process.env.LANTERN_E2E_URL
const lantern = given ? { url: given, stop: async () => {} } : await startLantern()
try {
  const pages = Object.keys(readSiteList(path.resolve('.next'))?.pages ?? {}).filter(
    (page) => !page.includes('/sources/'),
  )
  const startedAt = performance.now()
  const { byStatus, wrong } = await sendHostile(lantern.url, hostilePaths(pages), SEED, COUNT)
  const seconds = (performance.now() - startedAt) / 1000
  console.log(
    `${COUNT} requests from seed ${SEED} to ${pages.length} pages and all routes in ${seconds.toFixed(1)} s`,
  )
  for (const [status, count] of [...byStatus].sort())
    console.log(`${status.padEnd(20)} ${String(count).padStart(7)}`)
  const after = (await fetch(`${lantern.url}/en`)).status
  console.log(`${wrong.length} wrong answers; a page afterwards: ${after}`)
  for (const line of wrong.slice(0, 20)) console.log(line)
  process.exitCode = wrong.length > 0 || after !== 200 ? 1 : 0
} finally {
  await lantern.stop()
}
