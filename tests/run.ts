/**
 * Runs the named checks one after the other and prints one table of totals, e.g.
 * `node --import tsx tests/run.ts types unit db`. A failing check does not stop the next: the table shows all.
 * With LANTERN_TOTALS=<file> the sums are also appended there as a line of JSON (for .ci/run).
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { z } from 'zod'
import { generateClient } from '@/lib/server/database/generate'

type Outcome = { passed: number; failed: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

const npx = (script: string) => [process.execPath, `node_modules/${script}`] as const

/** Runs a command with its output on the terminal; true when it ended well. */
function run([command, ...args]: readonly string[], options: string[] = []): boolean {
  if (!command) throw new Error('nothing to run')
  return spawnSync(command, [...args, ...options], { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function one(isGood: boolean): Outcome {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  try {
    return schema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null // it broke before it could report
  }
}

function vitest(project: string): Outcome {
  const file = `test-results/${project}.json`
  fs.rmSync(file, { force: true })
  const isGood = run(npx('vitest/vitest.mjs'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file, vitestReport)
  if (!report) return { passed: 0, failed: 1 }
  // A file that cannot be loaded fails the run without a failed test.
  const failed = Math.max(report.numFailedTests, isGood ? 0 : 1)
  return { passed: report.numPassedTests, failed }
}

function playwright(): Outcome {
  const file = 'test-results/e2e.json'
  fs.rmSync(file, { force: true })
  const isGood = run(npx('@playwright/test/cli.js'), ['test'])
  const report = readReport(file, playwrightReport)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  if (skipped > 0) console.log(`${skipped} browser tests were skipped`)
  return { passed: expected, failed: Math.max(unexpected + flaky, isGood ? 0 : 1) }
}

const checks: Record<string, () => Outcome> = {
  types: () => {
    // Pages name the types of their addresses, which Next writes; a fresh checkout has none yet.
    return one(run(npx('next/dist/bin/next'), ['typegen']) && run(npx('typescript/bin/tsc'), ['--noEmit']))
  },
  lint: () => one(run(npx('eslint/bin/eslint.js'), ['.', '--max-warnings=0'])),
  format: () => one(run(npx('prettier/bin/prettier.cjs'), ['--check', '--log-level=warn', '.'])),
  drift: () => one(run([process.execPath, '--import', 'tsx', 'prisma/new-migration.ts', '--check'])),
  unit: () => vitest('unit'),
  content: () => vitest('content'),
  db: () => vitest('db'),
  e2e: playwright,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in checks))
if (names.length === 0 || unknown.length > 0) {
  console.error(`Name checks to run: ${Object.keys(checks).join(' ')}`)
  process.exit(2)
}

await generateClient(console.log) // types and tests import it
fs.mkdirSync('test-results', { recursive: true })
const rows: string[] = []
const sum: Outcome = { passed: 0, failed: 0 }
for (const name of names) {
  console.log(`\n── ${name} ──`)
  const startedAt = performance.now()
  const outcome = checks[name]?.() ?? { passed: 0, failed: 1 }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  sum.passed += outcome.passed
  sum.failed += outcome.failed
  rows.push(
    `${name.padEnd(8)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
  )
}
console.log(
  `\n${rows.join('\n')}\n${'total'.padEnd(8)} ${String(sum.passed).padStart(5)} passed ${String(sum.failed).padStart(4)} failed`,
)
if (process.env.LANTERN_TOTALS) fs.appendFileSync(process.env.LANTERN_TOTALS, `${JSON.stringify(sum)}\n`)
process.exitCode = sum.failed > 0 ? 1 : 0
