/**
 * Runs the named checks, single commands side by side and suites one after the other (db beside the first ones), and prints one
 * table of totals, e.g.
 * `node --import tsx tests/run.ts types unit db`. A failing check does not stop the next: the table shows all, and below
 * it everything that failed is named again. What the browser tests need is made ahead, beside the checks before them.
 * With LANTERN_TOTALS=<file> the sums and the names are also appended there as a line of JSON (for .ci/run).
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { availableParallelism } from 'node:os'
import type { z } from 'zod'
import { generateClient } from '@/lib/server/database/generate'
import {
  PlaywrightReport,
  VitestReport,
  readCommand,
  readPlaywright,
  readVitest,
  type Outcome,
} from '@/tests/run-outcome'

const npx = (script: string, ...options: string[]) => [process.execPath, `node_modules/${script}`, ...options]

/** Runs a command with its output on the terminal; true when it ended well. */
function run([command = '', ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(false))
    child.on('close', (status) => resolve(status === 0))
  })
}

/** A check and all that it printed. */
type Check = () => Promise<Outcome & { printed: string }>

/** Runs a command to its end; what it printed, and whether it ended well. */
function captured(
  [command = '', ...args]: readonly string[],
  env: Record<string, string> = {},
): Promise<{ isGood: boolean; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
    child.on('error', (error) => resolve({ isGood: false, printed: String(error) }))
    child.on('close', (status) => resolve({ isGood: status === 0, printed }))
  })
}

/** Commands that are one check together, run up to the first that fails. What they print is printed at the end. */
const one =
  (...commands: readonly string[][]): Check =>
  async () => {
    let all = ''
    for (const command of commands) {
      const { isGood, printed } = await captured(command)
      all += printed
      if (!isGood) return { ...readCommand(false, printed), printed: all }
    }
    return { ...readCommand(true, ''), printed: all }
  }

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

const withoutReport: Outcome = { passed: 0, failed: 1, names: ['broke before it could report'] }

const vitestOf = (project: string, file: string) => [
  ...npx('vitest/vitest.mjs', 'run', '--project', project),
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
]

async function vitest(project: string): Promise<Outcome> {
  const file = `test-results/${project}.json`
  fs.rmSync(file, { force: true })
  const isGood = await run(vitestOf(project, file))
  const report = readReport(file, VitestReport)
  return report ? readVitest(report, isGood) : withoutReport
}

/** The same with its output kept, for a suite that runs beside others. */
const vitestKept =
  (project: string): Check =>
  async () => {
    const file = `test-results/${project}.json`
    fs.rmSync(file, { force: true })
    const { isGood, printed } = await captured(vitestOf(project, file))
    const report = readReport(file, VitestReport)
    return { ...(report ? readVitest(report, isGood) : withoutReport), printed }
  }

async function playwright(): Promise<Outcome> {
  const file = 'test-results/e2e.json'
  fs.rmSync(file, { force: true })
  const isGood = await run(npx('@playwright/test/cli.js', 'test'))
  const report = readReport(file, PlaywrightReport)
  if (!report) return withoutReport
  const { skipped, ...outcome } = readPlaywright(report, isGood)
  if (skipped > 0) console.log(`${skipped} browser tests were skipped`)
  return outcome
}

/** Each uses one processor, and prints nothing before it has ended: as many run at once as there are processors. */
const commands: Record<string, Check> = {
  // Pages name the types of their addresses, which Next writes; a fresh checkout has none yet.
  types: one(npx('next/dist/bin/next', 'typegen'), npx('typescript/bin/tsc', '--noEmit')),
  lint: one(npx('eslint/bin/eslint.js', '.', '--max-warnings=0')),
  format: one(npx('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')),
  drift: one([process.execPath, '--import', 'tsx', 'prisma/new-migration.ts', '--check']),
}
/** Each uses every processor and prints as it goes: one after the other. */
const suites: Record<string, () => Promise<Outcome>> = {
  unit: () => vitest('unit'),
  content: () => vitest('content'),
  db: () => vitest('db'),
  e2e: playwright,
}
/** Suites whose files take turns, and wait for servers half of their time: beside the others they cost little. */
const besideOthers: Record<string, Check> = { db: vitestKept('db') }
/** Nothing runs beside it: its pages are made while it starts, and some of its tests watch the clock. */
const alone = 'e2e'

/**
 * What the browser tests need, made ahead while others use one processor alone: no checks, and what fails here is tried again,
 * and told, by the browser tests themselves. Their site comes after everything that reads the folders it is made in.
 */
async function makeAhead(what: 'tools' | 'site'): Promise<void> {
  const startedAt = performance.now()
  // In the languages of playwright.config.ts, which decide the fonts.
  const { isGood, printed } = await captured(
    [process.execPath, '--import', 'tsx', 'tests/e2e-ahead.ts', what],
    { LANTERN_LANGUAGES: 'en' },
  )
  console.log(`\n── ${what} of the browser tests, ahead${isGood ? '' : ': failed'} ──\n${printed}`)
  rows.push(`${what.padEnd(8)} ${'made ahead'.padEnd(24)} ${secondsSince(startedAt)}`)
}

const wanted = process.argv.slice(2)
const names = [...Object.keys(commands), ...Object.keys(suites)]
if (wanted.length === 0 || wanted.some((name) => !names.includes(name))) {
  console.error(`Name checks to run: ${names.join(' ')}`)
  process.exit(2)
}

await generateClient(console.log) // types and tests import it
fs.mkdirSync('test-results', { recursive: true })
const rows: string[] = []
const sum: Outcome = { passed: 0, failed: 0, names: [] }

const secondsSince = (startedAt: number) =>
  `${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s`

function count(name: string, outcome: Outcome, startedAt: number): void {
  sum.passed += outcome.passed
  sum.failed += outcome.failed
  sum.names.push(...outcome.names.map((text) => `${name}: ${text}`))
  rows.push(
    `${name.padEnd(8)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${secondsSince(startedAt)}`,
  )
}

/** A check that prints at its end. */
async function keptCheck(name: string, check: Check): Promise<void> {
  const startedAt = performance.now()
  const { printed, ...outcome } = await check()
  console.log(`\n── ${name} ──\n${printed}`)
  count(name, outcome, startedAt)
}

const inTurn = Object.entries(suites).filter(([name]) => wanted.includes(name))
// Nobody gains by it who asked for the browser tests alone.
const isAhead = wanted.includes(alone) && wanted.length > 1 && !process.env.LANTERN_E2E_URL

const waiting: (() => Promise<void>)[] = []
for (const [name, check] of Object.entries(commands))
  if (wanted.includes(name)) waiting.push(() => keptCheck(name, check))
if (isAhead) waiting.push(() => makeAhead('tools'))
async function takeFromWaiting(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) await next()
}
await Promise.all(Array.from({ length: availableParallelism() }, takeFromWaiting))

// What somebody asked for by itself is seen as it goes.
const beside = inTurn.length > 1 ? Object.entries(besideOthers).filter(([name]) => wanted.includes(name)) : []
const running = beside.map(([name, check]) => keptCheck(name, check))
for (const [name, suite] of inTurn) {
  if (beside.some(([other]) => other === name)) continue
  if (name === alone) {
    if (isAhead) await makeAhead('site')
    await Promise.all(running)
  }
  console.log(`\n── ${name} ──`)
  const startedAt = performance.now()
  count(name, await suite(), startedAt)
}
await Promise.all(running)
console.log(
  `\n${rows.join('\n')}\n${'total'.padEnd(8)} ${String(sum.passed).padStart(5)} passed ${String(sum.failed).padStart(4)} failed`,
)
if (sum.names.length) console.log(`\nTo look at:\n${sum.names.join('\n').replaceAll(/^/gm, '  ')}`)
if (process.env.LANTERN_TOTALS) fs.appendFileSync(process.env.LANTERN_TOTALS, `${JSON.stringify(sum)}\n`)
process.exitCode = sum.failed > 0 ? 1 : 0
