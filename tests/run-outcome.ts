/**
 * What the reports of Vitest and Playwright come to: how much passed, how much failed, and the name of each failure
 * with the first lines of what it said, for whoever can see only the end of a long output.
 */
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** `names`: a text for everything to look at, its name in the first line, what it said in the second. */
export type Outcome = { passed: number; failed: number; names: string[] }

/** One thousand failures have one cause: naming them all would push the first ones out of sight. */
const mostNamed = 30
const mostCharacters = 400

const inOneLine = (text: string) =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' | ')

/** A name with the beginning of what a test said (400 characters, without the calls that led there). */
function named(name: string, said = ''): string {
  const message = inOneLine(said.split(/\n\s+at /)[0] ?? '').slice(0, mostCharacters)
  return message ? `${name}\n${message}` : name
}

/** At least one failure when the run did not end well: a file that cannot be loaded fails no test. */
function outcome(passed: number, failures: string[], isGood: boolean): Outcome {
  const names = failures.length || isGood ? failures : ['ended badly though no test failed']
  const left = names.length - mostNamed
  return {
    passed,
    failed: names.length,
    names: left > 0 ? [...names.slice(0, mostNamed), `and ${left} more`] : names,
  }
}

export const VitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** @param isGood whether the run ended with 0 */
export function readVitest(report: z.infer<typeof VitestReport>, isGood: boolean): Outcome {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative('', name)
    const tests = assertionResults.filter((test) => test.status === 'failed')
    if (tests.length === 0) return status === 'failed' ? [named(file, message)] : []
    return tests.map((test) =>
      named([file, ...test.ancestorTitles, test.title].join(' > '), test.failureMessages?.[0]),
    )
  })
  return outcome(report.numPassedTests, failures, isGood)
}

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
    }),
  ),
})
const Suite = z.object({
  specs: z.array(Spec),
  get suites() {
    return z.array(Suite).optional()
  },
})
type Suite = z.infer<typeof Suite>

export const PlaywrightReport = z.object({
  config: z.object({ rootDir: z.string() }),
  suites: z.array(Suite),
  /** What went wrong outside of any test: a server that did not start. */
  errors: z.array(z.object({ message: z.string().optional() })),
})

const specsOf = (suites: readonly Suite[]): z.infer<typeof Spec>[] =>
  suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])])

/** As many may pass only the second time in a run; of more, each is a failure. */
const mostShaky = 3

/**
 * A test that passed only the second time ("flaky") passed, and is named all the same.
 * @param isGood whether the run ended with 0
 */
export function readPlaywright(
  report: z.infer<typeof PlaywrightReport>,
  isGood: boolean,
): Outcome & { skipped: number } {
  const tests = specsOf(report.suites).flatMap((spec) =>
    spec.tests.map(({ status, results }) => {
      const file = path.relative('', path.join(report.config.rootDir, spec.file))
      const said = results.flatMap(({ errors }) => errors.map((error) => error.message ?? ''))[0]
      return { status, text: named(`${file}:${spec.line} ${spec.title}`, said) }
    }),
  )
  const textsOf = (status: string) => tests.flatMap((test) => (test.status === status ? [test.text] : []))
  const shaky = textsOf('flaky').map((text) => `passed only the second time: ${text}`)
  const isTooShaky = shaky.length > mostShaky
  const failures = [
    ...textsOf('unexpected'),
    ...(isTooShaky ? shaky : []),
    ...report.errors.map(({ message }) => named('outside of any test', message)),
  ]
  const passed = textsOf('expected').length + (isTooShaky ? 0 : shaky.length)
  const read = outcome(passed, failures, isGood)
  return {
    ...read,
    names: isTooShaky ? read.names : [...read.names, ...shaky],
    skipped: textsOf('skipped').length,
  }
}

/** A command that is one check; when it failed, with the end of what it printed: most say there what is wrong. */
export const readCommand = (isGood: boolean, printed: string): Outcome =>
  isGood
    ? { passed: 1, failed: 0, names: [] }
    : { passed: 0, failed: 1, names: [inOneLine(printed).slice(-mostCharacters)] }
