/**
 * Lighthouse, mobile, over every reading page: `npm run bench:lighthouse`. Prints the four scores, the largest paint
 * and the blocked time of each page as it is measured, and then what was found. Lighthouse is no dependency of the project
 * (it brings some hundred packages): npx fetches this version when the bench runs, so it needs the package registry.
 * Leaves with 1 when a page has less than 100 in a category, a largest paint above 1.5 s or blocked time.
 * LANTERN_BENCH_ONLY=<regular expression> measures only pages whose address matches it.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { readSiteList } from '@/lib/server/build/export-site'
import { startLantern } from '@/tests/bench/running'
import { withoutLimits } from '@/tests/launcher'
import { browserArgs, ensureBrowser } from '@/tests/e2e/browser'

const LIGHTHOUSE = 'lighthouse@12.8.2' // the last that runs on Node 20
const LARGEST_PAINT_MS = 1_500
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const Report = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), numericValue: z.number().optional(), title: z.string() }),
  ),
})
type Measured = { route: string; scores: number[]; largestMs: number; blockedMs: number; found: string[] }

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-lighthouse-'))

/** Lighthouse now and then loses the trace of a page ("Please run Lighthouse again"): it is asked three times. */
function measure(url: string, route: string, triesLeft = 2): Measured {
  const file = path.join(folder, 'report.json')
  fs.rmSync(file, { force: true })
  const flags = ['--headless=new', ...browserArgs].join(' ')
  const { status, stderr } = spawnSync(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      `${url}${route}`,
      '--output=json',
      `--output-path=${file}`,
      '--quiet',
      `--chrome-flags=${flags}`,
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: ensureBrowser() }, timeout: 180_000 },
  )
  if (status !== 0 || !fs.existsSync(file)) {
    if (triesLeft > 0) return measure(url, route, triesLeft - 1)
    throw new Error(`${LIGHTHOUSE} did not finish for ${route}:\n${stderr}`)
  }
  const { categories: scored, audits } = Report.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  return {
    route,
    scores: categories.map((name) => Math.round((scored[name]?.score ?? 0) * 100)),
    largestMs: audits['largest-contentful-paint']?.numericValue ?? Infinity,
    blockedMs: audits['total-blocking-time']?.numericValue ?? Infinity,
    found: Object.entries(audits)
      .filter(([, { score }]) => score !== null && score < 0.9)
      .map(([id, { title }]) => `${id}: ${title}`),
  }
}

const isGood = ({ scores, largestMs, blockedMs }: Measured) =>
  scores.every((score) => score === 100) && largestMs <= LARGEST_PAINT_MS && blockedMs === 0

// Search engines take whole addresses of translations only, so the site has one: pages are built again when it had none.
const lantern = await startLantern({ ...withoutLimits, LANTERN_PUBLIC_URL: 'https://lantern.example.org' })
try {
  const routes = Object.keys(readSiteList(path.resolve('.next'))?.pages ?? {})
  const firstSource = routes.find((route) => route.includes('/sources/'))
  const wanted = new RegExp(process.env.LANTERN_BENCH_ONLY ?? '')
  const chosen = routes
    .filter((route) => (!route.includes('/sources/') || route === firstSource) && !route.includes('/review/'))
    // Made for nobody to find: it asks search engines to stay away.
    .filter((route) => !/\/(leave|offline)$/.test(route) && wanted.test(route))
  console.log(`${LIGHTHOUSE}, mobile, simulated slow 4G; ${chosen.length} pages`)
  console.log(`${'page'.padEnd(64)} perf a11y best  seo   largest paint   blocked`)
  const measured: Measured[] = []
  for (const route of chosen) {
    const page = measure(lantern.url, route)
    measured.push(page)
    const scores = page.scores.map((score) => String(score).padStart(4)).join(' ')
    const largest = `${(page.largestMs / 1000).toFixed(2)} s`.padStart(15)
    console.log(
      `${route.slice(0, 64).padEnd(64)} ${scores} ${largest} ${`${Math.round(page.blockedMs)} ms`.padStart(9)}`,
    )
  }
  const found = new Map<string, number>()
  for (const finding of measured.flatMap((page) => page.found))
    found.set(finding, (found.get(finding) ?? 0) + 1)
  for (const [finding, pages] of found) console.log(`${String(pages).padStart(3)} pages  ${finding}`)
  const good = measured.filter(isGood).length
  console.log(`${good} of ${measured.length} pages: 100 in all four, largest paint ≤ 1.5 s, nothing blocked`)
  if (good < measured.length) process.exitCode = 1
} finally {
  await lantern.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
