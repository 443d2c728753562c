/**
 * Runs the named checks one after the other and prints one table of totals, e.g.
 * `node --import tsx tests/run.ts types unit db`. A failing check does not stop the next: the table shows all, and below
 * it everything that failed is named again.
 * With LANTERN_TOTALS=<file> the sums and the names are also appended there as a line of JSON (for .ci/run).
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
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
function run([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

/** Runs commands that are one check together, up to the first that fails. */
function one(...commands: readonly string[][]): Outcome {
  let printed = ''
  const isGood = commands.every(([command = '', ...args]) => {
    const ended = spawnSync(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    process.stdout.write(ended.stdout)
    process.stderr.write(ended.stderr)
    printed = `${ended.stdout}\n${ended.stderr}`
    return ended.status === 0
  })
  return readCommand(isGood, printed)
}

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

const withoutReport: Outcome = { passed: 0, failed: 1, names: ['broke before it could report'] }

function vitest(project: string): Outcome {
  const file = `test-results/${project}.json`
  fs.rmSync(file, { force: true })
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isGood = run(npx('vitest/vitest.mjs', 'run', '--project', project, ...reports))
  const report = readReport(file, VitestReport)
  return report ? readVitest(report, isGood) : withoutReport
}

function playwright(): Outcome {
  const file = 'test-results/e2e.json'
  fs.rmSync(file, { force: true })
  const isGood = run(npx('@playwright/test/cli.js', 'test'))
  const report = readReport(file, PlaywrightReport)
  if (!report) return withoutReport
  const { skipped, ...outcome } = readPlaywright(report, isGood)
  if (skipped > 0) console.log(`${skipped} browser tests were skipped`)
  return outcome
}

const checks: Record<string, () => Outcome> = {
  // Pages name the types of their addresses, which Next writes; a fresh checkout has none yet.
  types: () => one(npx('next/dist/bin/next', 'typegen'), npx('typescript/bin/tsc', '--noEmit')),
  lint: () => one(npx('eslint/bin/eslint.js', '.', '--max-warnings=0')),
  format: () => one(npx('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')),
  drift: () => one([process.execPath, '--import', 'tsx', 'prisma/new-migration.ts', '--check']),
  unit: () => vitest('unit'),
  content: () => vitest('content'),
  db: () => vitest('db'),
  e2e: playwright,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in checks))
if (wanted.length === 0 || unknown.length > 0) {
  console.error(`Name checks to run: ${Object.keys(checks).join(' ')}`)
  process.exit(2)
}

await generateClient(console.log) // types and tests import it
fs.mkdirSync('test-results', { recursive: true })
const rows: string[] = []
const sum: Outcome = { passed: 0, failed: 0, names: [] }
for (const name of wanted) {
  console.log(`\n── ${name} ──`)
  const startedAt = performance.now()
  const outcome = checks[name]?.() ?? withoutReport
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  sum.passed += outcome.passed
  sum.failed += outcome.failed
  sum.names.push(...outcome.names.map((text) => `${name}: ${text}`))
  rows.push(
    `${name.padEnd(8)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
  )
}
console.log(
  `\n${rows.join('\n')}\n${'total'.padEnd(8)} ${String(sum.passed).padStart(5)} passed ${String(sum.failed).padStart(4)} failed`,
)
if (sum.names.length) console.log(`\nTo look at:\n${sum.names.join('\n').replaceAll(/^/gm, '  ')}`)
if (process.env.LANTERN_TOTALS) fs.appendFileSync(process.env.LANTERN_TOTALS, `${JSON.stringify(sum)}\n`)
process.exitCode = sum.failed > 0 ? 1 : 0
