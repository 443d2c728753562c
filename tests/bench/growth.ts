/**
 * What grows with the content: `npm run bench:growth`. Stores, builds and exports 1 ×, 10 × and 50 × as many conditions
 * and sources, each into a database of its own (on the server of DATABASE_URL, else embedded) in a copy of the project,
 * and prints seconds, seconds of one core (which others on the computer hardly change) and the most memory that all
 * processes together took. Whatever takes over 1.5 × as long for each thing as with the content as it is, is called
 * "worse than linear", and the bench then leaves with 1.
 * LANTERN_BENCH_TIMES=1,3 chooses other sizes (the first is what the others are held against).
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '@/lib/server/process/child'
import { readSiteList } from '@/lib/server/build/export-site'
import { multiplyConditions } from '@/tests/bench/multiply-content'
import { staticGenerationMs } from '@/tests/bench/next-trace'
import { cpuSecondsOfEnded, memoryOf } from '@/tests/bench/process-tree'
import { copyProject } from '@/tests/copy-project'
import { launch } from '@/tests/launcher'
import { makeOwnDatabase } from '@/tests/own-database'

const sizes = (process.env.LANTERN_BENCH_TIMES ?? '1,10,50').split(',').map(Number)
const mostGrowth = 1.5

/** One thing measured: so much of it for so many. */
type Item = { name: string; unit: 's' | 'MB'; value: number; per: string; count: number }

/** Runs a start of Lantern to its end; gives what it printed, its seconds, those of one core, and the most memory in MB. */
async function run(env: Record<string, string>, args: string[], project: string) {
  const startedAt = performance.now()
  const cpuBefore = cpuSecondsOfEnded()
  const { child, ended, output } = launch({ ...env, NODE_ENV: '' }, args, project)
  let most = 0
  const looking = setInterval(() => (most = Math.max(most, memoryOf(child.pid ?? 0))), 250)
  const code = await ended
  clearInterval(looking)
  if (code !== 0) throw new Error(output())
  return {
    printed: output(),
    seconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: cpuSecondsOfEnded() - cpuBefore,
    megabytes: most / 1e6,
  }
}

function numberIn(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`npm start no longer prints ${String(pattern)}`)
  return Number(found)
}

async function measure(work: string, project: string, times: number): Promise<Item[]> {
  const content = path.join(work, `content-${times}`)
  multiplyConditions(path.join(root, 'prisma/content'), content, times)
  fs.rmSync(path.join(project, '.next'), { recursive: true, force: true })
  fs.rmSync(path.join(project, 'public/handouts'), { recursive: true, force: true })
  const database = await makeOwnDatabase(process.env.DATABASE_URL)
  const env = { DATABASE_URL: database.url, LANTERN_CONTENT: content }
  try {
    const seeded = await run(env, ['--seed-only'], project)
    console.log(`${times} ×: stored in ${seeded.seconds.toFixed(1)} s`)
    const built = await run(env, ['--build-only'], project)
    const pages = Object.keys(readSiteList(path.join(project, '.next'))?.pages ?? {}).length
    console.log(`${times} ×: ${pages} pages built in ${built.seconds.toFixed(1)} s`)
    const handouts = numberIn(built.printed, /(\d+) handouts made/)
    const size = { per: 'times the content', count: times }
    const perPage = { per: 'page', count: pages }
    const makingSeconds = staticGenerationMs(project) / 1000
    return [
      { name: 'storing the content', unit: 's', value: seeded.seconds, ...size },
      { name: 'storing: time of a core', unit: 's', value: seeded.cpuSeconds, ...size },
      {
        name: 'making the handouts',
        unit: 's',
        value: numberIn(built.printed, /handouts made, .* in ([\d.]+) s/),
        per: 'handout',
        count: handouts,
      },
      { name: 'making the pages (Next)', unit: 's', value: makingSeconds, ...perPage },
      {
        name: 'exporting the pages',
        unit: 's',
        value: numberIn(built.printed, /framework script in ([\d.]+) s/),
        ...perPage,
      },
      { name: 'build, all of it', unit: 's', value: built.seconds, ...size },
      { name: 'build: time of a core', unit: 's', value: built.cpuSeconds, ...size },
      { name: 'most memory while storing', unit: 'MB', value: seeded.megabytes, ...size },
      { name: 'most memory while building', unit: 'MB', value: built.megabytes, ...size },
    ]
  } finally {
    await database.remove()
  }
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-growth-'))
try {
  const project = path.join(work, 'project')
  copyProject(project)
  const [first = 1, ...larger] = sizes
  const base = await measure(work, project, first)
  let isWorse = false
  const line = (times: number, item: Item, growth: number | null) => {
    const each = item.value / item.count
    const shown = `${each < 10 ? (each * 1000).toFixed(1) : each.toFixed(1)} ${each < 10 ? `m${item.unit}` : item.unit}`
    const told =
      growth === null ? '' : `${growth.toFixed(2)} ×${growth > mostGrowth ? '  worse than linear' : ''}`
    console.log(
      `${`${times} ×`.padEnd(6)} ${item.name.padEnd(28)} ${item.value.toFixed(1).padStart(9)} ${item.unit.padEnd(2)}  ` +
        `${shown.padStart(12)} for each ${item.per.padEnd(18)} ${told}`,
    )
  }
  for (const item of base) line(first, item, null)
  for (const times of larger)
    for (const [at, item] of (await measure(work, project, times)).entries()) {
      const before = base[at]
      if (!before) throw new Error('measured differently')
      const growth = item.value / item.count / (before.value / before.count)
      isWorse ||= growth > mostGrowth
      line(times, item, growth)
    }
  process.exitCode = isWorse ? 1 : 0
} finally {
  fs.rmSync(work, { recursive: true, force: true })
}
