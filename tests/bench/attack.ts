/**
 * What one hostile person can do: `npm run bench:attack`. Starts a Lantern of its own (loopback only) and prints how many
 * were tried, held and failed of each kind; leaves with 1 when one failed. Some three minutes. The goal for reading
 * meanwhile (100 ms at the 99th percentile) is judged on a calm machine: LANTERN_BENCH_BUSY=1 leaves it out.
 * LANTERN_BENCH_ATTACK=<part of a name> does only those kinds. Bytes that no browser sends: `npm run bench:hostile`.
 */
import os from 'node:os'
import { attackWith, kinds, postsPerMinute, readingPages } from '@/tests/attack'
import { startLantern } from '@/tests/bench/running'

const mostMs = process.env.LANTERN_BENCH_BUSY ? Infinity : 100
const wanted = process.env.LANTERN_BENCH_ATTACK ?? ''

// The usual limits but for one, so that its ladder is reached; who asks for something else comes from a new address each.
const lantern = await startLantern({
  LANTERN_TRUST_PROXY: '1',
  LANTERN_LIMIT_POSTS_PER_MINUTE: String(postsPerMinute),
})
const to = { url: lantern.url, pid: lantern.pid, pages: readingPages }
try {
  console.log(`load of the machine before: ${os.loadavg()[0]?.toFixed(1)}; cores: ${os.cpus().length}`)
  console.log('kind                        tried    held  failed')
  for (const kind of kinds.filter(({ name }) => name.includes(wanted))) {
    const { tried, failed, told } = await attackWith(kind, kind.whole, to, mostMs)
    const bad = Math.min(failed.length, tried)
    const cells = [tried, tried - bad, failed.length].map((cell) => String(cell).padStart(7))
    console.log(`${kind.name.padEnd(26)}${cells.join(' ')}  ${told ?? ''}`)
    for (const why of new Set(failed))
      console.log(`  ${failed.filter((line) => line === why).length} × ${why}`)
    if (failed.length > 0) process.exitCode = 1
  }
  console.log(
    `a page afterwards: ${(await fetch(`${lantern.url}/en`)).status}; load: ${os.loadavg()[0]?.toFixed(1)}`,
  )
} finally {
  await lantern.stop()
}
