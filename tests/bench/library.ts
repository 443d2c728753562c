/**
 * What a larger library costs: `npm run bench:library`. Seeds the content as it is and with 100 times the sources
 * into databases of their own (on the server of DATABASE_URL, else embedded), and prints side by side:
 * seed time, the middle time of the queries behind the pages, the time `next build` needs to make one page, and the
 * time in which the running server answers a posted form with a page made on the spot.
 *
 * Both builds make the same pages, so that the times can be compared: every page of the site and one page for each
 * source of the real library. The copies' own pages are left out (each is one page more of the same cost). The list
 * of all sources is one page as long as the library: it is part of both builds.
 * LANTERN_BENCH_TIMES changes the 100; LANTERN_BENCH_PAGES=0 leaves the builds out.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { stepHref } from '@/lib/journey/steps'
import { root, runScript } from '@/lib/server/process/child'
import { multiplyLibrary } from '@/tests/bench/multiply-content'
import { staticGenerationMs } from '@/tests/bench/next-trace'
import { copyProject } from '@/tests/copy-project'
import { freePort } from '@/lib/server/process/free-port'
import { launch, untilReady } from '@/tests/launcher'
import { makeOwnDatabase } from '@/tests/own-database'

const TIMES = Number(process.env.LANTERN_BENCH_TIMES ?? 100)
const WITH_PAGES = process.env.LANTERN_BENCH_PAGES !== '0'
/** A query may take this much longer on the large library, or a tenth of a second: people do not notice less. */
const MOST_GROWTH = 3
const LEAST_MS = 100

type Measured = { seedSeconds: number; queries: Record<string, number>; pages: Record<string, number> }

const middle = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const prerendered = z.object({ routes: z.record(z.string(), z.unknown()) })

async function timeForm(url: string): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < 16; round += 1) {
    const startedAt = performance.now()
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ own: 'my garden' }) })
    const text = await response.text()
    if (response.status !== 200 || !text.includes('</html>')) throw new Error(`${url}: ${response.status}`)
    if (round > 0) taken.push(performance.now() - startedAt)
  }
  return middle(taken)
}

/** Builds and serves a copy of the project in which only `sourcePages` sources get a page of their own. */
async function measurePages(project: string, env: Record<string, string>): Promise<Record<string, number>> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const lantern = launch({ ...env, PORT: String(port), HOST: '127.0.0.1', NODE_ENV: '' }, [], project)
  try {
    await untilReady(lantern, url, 1_800_000)
    const manifest = fs.readFileSync(path.join(project, '.next/prerender-manifest.json'), 'utf8')
    const count = Object.keys(prerendered.parse(JSON.parse(manifest)).routes).length
    const total = staticGenerationMs(project)
    const list = fs.statSync(path.join(project, '.next/server/app/en/sources.html')).size
    console.log(`  ${count} pages made in ${(total / 1000).toFixed(1)} s; the list of sources: ${list} bytes`)
    return {
      'next build: one page, mean of all': total / count,
      'form answered: what matters': await timeForm(url + stepHref('en', 'heart-failure', 'matters')),
      'form answered: check': await timeForm(url + stepHref('en', 'heart-failure', 'check')),
      'form answered: summary': await timeForm(url + stepHref('en', 'heart-failure', 'summary')),
    }
  } finally {
    lantern.child.kill('SIGTERM')
    await lantern.ended
  }
}

/** A log of the evidence watch: three good answers about every source, as after three runs. */
async function addChecks(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client
    .query(
      `INSERT INTO "SourceCheck" ("sourceId", "askedAt", "about", "at", "result", "status", "detail")
       SELECT "id", 'crossref', "doi", now() - run * interval '1 day', 'ok', 'current', 'nothing-found'
       FROM "Source", generate_series(1, 3) run WHERE "doi" IS NOT NULL`,
    )
    .finally(() => client.end())
}

const queryTimes = z.record(z.string(), z.number())

async function measure(work: string, times: number, project: string | null): Promise<Measured> {
  const content = path.join(work, `content-${times}`)
  multiplyLibrary(path.join(root, 'prisma/content'), content, times)
  const database = await makeOwnDatabase(process.env.DATABASE_URL)
  const env = { DATABASE_URL: database.url, LANTERN_CONTENT: content }
  try {
    const startedAt = performance.now()
    const seeding = launch(env, ['--seed-only'])
    if ((await seeding.ended) !== 0) throw new Error(seeding.output())
    const seedSeconds = (performance.now() - startedAt) / 1000
    console.log(`${times} ×: stored in ${seedSeconds.toFixed(1)} s`)
    await addChecks(database.url)
    const asked = await runScript('tests/bench/library-queries.ts', [], { env })
    if (asked.code !== 0) throw new Error(asked.output)
    return {
      seedSeconds,
      queries: queryTimes.parse(asked.message),
      pages: project ? await measurePages(project, env) : {},
    }
  } finally {
    await database.remove()
  }
}

/** The project again, where sources that are not in the real library get no page of their own. */
function copyForPages(work: string): string {
  const project = path.join(work, 'project')
  copyProject(project)
  const file = path.join(project, 'app/[locale]/sources/[source]/page.tsx')
  const text = fs.readFileSync(file, 'utf8')
  const all = '(await listSourceIds())'
  if (!text.includes(all)) throw new Error('the page of a source names its pages in another way now')
  fs.writeFileSync(file, text.replace(all, `${all}.filter((id) => !/-copy-\\d+$/.test(id))`))
  return project
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-library-'))
try {
  const project = WITH_PAGES ? copyForPages(work) : null
  const one = await measure(work, 1, project)
  const many = await measure(work, TIMES, project)
  const line = (name: string, before: number, after: number, unit: string) => {
    const isGrown = unit === 'ms' && after > LEAST_MS && after > MOST_GROWTH * before
    console.log(
      `${name.padEnd(40)} ${before.toFixed(1).padStart(9)} ${after.toFixed(1).padStart(9)} ${unit.padEnd(2)} ` +
        `${(after / before).toFixed(2).padStart(7)}${isGrown ? '  grows' : ''}`,
    )
    return isGrown
  }
  console.log(`\n${process.env.DATABASE_URL ? 'PostgreSQL server' : 'Embedded database'}, middle of 15`)
  console.log(`${''.padEnd(40)} ${'1 ×'.padStart(9)} ${`${TIMES} ×`.padStart(9)}    ${'ratio'.padStart(7)}`)
  line('storing the content (all of it)', one.seedSeconds, many.seedSeconds, 's')
  const rows = Object.entries({ ...one.queries, ...one.pages })
  const after = { ...many.queries, ...many.pages }
  const grown = rows.filter(([name, before]) => line(name, before, after[name] ?? Number.NaN, 'ms'))
  if (grown.length > 0) {
    console.log(`${grown.length} of ${rows.length} take over ${MOST_GROWTH} × and ${LEAST_MS} ms`)
    process.exitCode = 1
  } else console.log(`All ${rows.length} stay flat: under ${MOST_GROWTH} ×, or under ${LEAST_MS} ms`)
} finally {
  fs.rmSync(work, { recursive: true, force: true })
}
