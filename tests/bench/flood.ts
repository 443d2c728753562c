/**
 * Reading pages while the article check is flooded: `npm run bench:flood`. Twenty posts of 200,000 characters a second
 * for twenty seconds, first from one address under the usual limits, then from a new address each; meanwhile reading
 * pages are asked for one after the other. Loopback only. Prints the p99 of reading, and leaves with 1 at 100 ms or more.
 */
import { addressOf, ask, at, flood, readingPages as pages, readOn, type Answer } from '@/tests/attack'
import { startLantern } from '@/tests/bench/running'

const perSecond = Number(process.env.FLOOD_PER_SECOND ?? 20)
const seconds = Number(process.env.FLOOD_SECONDS ?? 20)
const limitMs = 100

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

async function floodFrom(url: string, name: string, from: typeof addressOf): Promise<void> {
  const { readings, posts: done } = await flood({ url, pid: 0, pages }, { perSecond, seconds }, from)
  const p99 = describe(name, readings)
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
  await ask(`${lantern.url}/en/check-an-article`, { method: 'POST', body: 'text=Stem+cells+cure+all.' })
  const stopReading = readOn({ url: lantern.url, pid: 0, pages })
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  describe('calm', await stopReading())
  await floodFrom(lantern.url, 'flooded from one address', () => ({ 'x-forwarded-for': '203.0.113.7' }))
  await floodFrom(lantern.url, 'flooded from a new address each', addressOf)
} finally {
  await lantern.stop()
}
