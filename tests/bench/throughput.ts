/**
 * Requests per second of a reading page: `npm run bench:throughput`. Lantern, plain `next start` of the same build and
 * nginx over the exported folder take turns in one run; the middle of the rounds is shown, and the ratios.
 * Leaves with 1 when Lantern is below 0.4 of nginx or below 8 times `next start`.
 * LANTERN_BENCH_PAGE, LANTERN_BENCH_SECONDS and LANTERN_BENCH_ROUNDS change what is asked; NGINX and WRK name programs.
 */
import { load, loadTool, type Load } from '@/tests/bench/load'
import { startLantern, startNginx, startPlainNext, type Running } from '@/tests/bench/running'

const PAGE = process.env.LANTERN_BENCH_PAGE ?? '/en/heart-failure'
const SECONDS = Number(process.env.LANTERN_BENCH_SECONDS ?? 5)
const ROUNDS = Number(process.env.LANTERN_BENCH_ROUNDS ?? 3)
const CONNECTIONS = 16
const LEAST_OF_NGINX = 0.4
const LEAST_OF_NEXT = 8

const middle = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const running: Running[] = []
try {
  const lantern = await startLantern()
  running.push(lantern)
  const plain = await startPlainNext(PAGE)
  running.push(plain)
  const nginx = await startNginx(PAGE)
  if (nginx) running.push(nginx)

  const results = new Map(running.map(({ name }) => [name, [] as Load[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, url } of running) {
      const once = await load({
        url: `${url}${PAGE}`,
        encoding: 'gzip',
        connections: CONNECTIONS,
        seconds: SECONDS,
      })
      results.get(name)?.push(once)
    }
  }

  const rate = (name: string | undefined) =>
    middle((results.get(name ?? '') ?? []).map(({ perSecond }) => perSecond))
  console.log(
    `\n${PAGE}, gzip, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turn, ${loadTool()}`,
  )
  console.log(`${'server'.padEnd(36)} requests/s   p99 ms   errors   of nginx   of next start`)
  for (const { name } of running) {
    const all = results.get(name) ?? []
    const cells = [
      rate(name).toFixed(0).padStart(10),
      middle(all.map(({ p99Ms }) => p99Ms))
        .toFixed(1)
        .padStart(8),
      String(all.reduce((sum, { errors }) => sum + errors, 0)).padStart(8),
      (nginx ? (rate(name) / rate(nginx.name)).toFixed(2) : '-').padStart(10),
      (rate(name) / rate(plain.name)).toFixed(1).padStart(15),
    ]
    console.log(`${name.padEnd(36)} ${cells.join(' ')}`)
  }
  if (!nginx) console.log('nginx is not installed here (set NGINX to its program): no ratio to it')
  const isFastEnough =
    rate(lantern.name) >= LEAST_OF_NEXT * rate(plain.name) &&
    (!nginx || rate(lantern.name) >= LEAST_OF_NGINX * rate(nginx.name))
  if (!isFastEnough) {
    console.log(`Too slow: at least ${LEAST_OF_NGINX} of nginx and ${LEAST_OF_NEXT} × next start are wanted`)
    process.exitCode = 1
  }
} finally {
  for (const { stop } of running) await stop()
}
