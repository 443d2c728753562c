import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCommand, readPlaywright, readVitest } from '@/tests/run-outcome'

const noErrors = { errors: [] }

describe('Vitest', () => {
  const passed = { ancestorTitles: [], title: 'is right', status: 'passed', failureMessages: [] }
  const file = { name: path.resolve('tests/unit/a.test.ts'), status: 'failed', message: '' }

  test('a failed test is named by file, group and title, with what it said but not from where', () => {
    const failed = {
      ancestorTitles: ['rounding'],
      title: '7 of 93',
      status: 'failed',
      failureMessages: [
        'AssertionError: expected \u001b[31m7\u001b[39m to be 8\n\n- 8\n+ 7\n    at /home/a.test.ts:3:1\n    at next',
      ],
    }
    const report = { numPassedTests: 1, testResults: [{ ...file, assertionResults: [passed, failed] }] }
    expect(readVitest(report, false)).toEqual({
      passed: 1,
      failed: 1,
      names: ['tests/unit/a.test.ts > rounding > 7 of 93\nAssertionError: expected 7 to be 8 | - 8 | + 7'],
    })
  })

  test('of what it said, the first 400 characters', () => {
    const failed = { ...passed, status: 'failed', failureMessages: ['x'.repeat(5_000)] }
    const report = { numPassedTests: 0, testResults: [{ ...file, assertionResults: [failed] }] }
    expect(readVitest(report, false).names).toEqual([`tests/unit/a.test.ts > is right\n${'x'.repeat(400)}`])
  })

  test('a file that cannot be loaded is one failure, with why', () => {
    const broken = { ...file, message: 'Cannot find module\n    at import', assertionResults: [] }
    expect(readVitest({ numPassedTests: 0, testResults: [broken] }, false)).toEqual({
      passed: 0,
      failed: 1,
      names: ['tests/unit/a.test.ts\nCannot find module'],
    })
  })

  test('a run that ended badly fails though every test passed', () => {
    const report = {
      numPassedTests: 1,
      testResults: [{ ...file, status: 'passed', assertionResults: [passed] }],
    }
    expect(readVitest(report, true)).toEqual({ passed: 1, failed: 0, names: [] })
    expect(readVitest(report, false)).toEqual({
      passed: 1,
      failed: 1,
      names: ['ended badly though no test failed'],
    })
  })

  test('of very many failures 30 are named and all are counted', () => {
    const failed = { ...passed, status: 'failed' }
    const report = {
      numPassedTests: 0,
      testResults: [{ ...file, assertionResults: Array.from({ length: 33 }, () => failed) }],
    }
    const { failed: count, names } = readVitest(report, false)
    expect([count, names.length, names.at(-1)]).toEqual([33, 31, 'and 3 more'])
  })
})

describe('Playwright', () => {
  const config = { rootDir: path.resolve('tests/e2e') }
  const spec = (status: 'expected' | 'unexpected' | 'flaky' | 'skipped', line: number) => ({
    title: `line ${line}`,
    file: 'leave.spec.ts',
    line,
    tests: [
      {
        status,
        results: status === 'expected' ? [noErrors] : [{ errors: [{ message: 'Error: no such button' }] }],
      },
    ],
  })
  const report = (specs: ReturnType<typeof spec>[], errors: { message?: string }[] = []) => ({
    config,
    suites: [{ specs: [], suites: [{ specs }] }],
    errors,
  })

  test('a failed test is named by file, line and title, with what it said', () => {
    expect(
      readPlaywright(report([spec('expected', 1), spec('unexpected', 2), spec('skipped', 3)]), false),
    ).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      names: ['tests/e2e/leave.spec.ts:2 line 2\nError: no such button'],
    })
  })

  test('up to three that passed only the second time have passed, and are named', () => {
    const shaky = [1, 2, 3].map((line) => spec('flaky', line))
    const read = readPlaywright(report([...shaky, spec('expected', 4)]), true)
    expect([read.passed, read.failed, read.names.length]).toEqual([4, 0, 3])
    expect(read.names[0]).toBe(
      'passed only the second time: tests/e2e/leave.spec.ts:1 line 1\nError: no such button',
    )
    expect(readPlaywright(report([...shaky, spec('unexpected', 5)]), false)).toMatchObject({
      passed: 3,
      failed: 1,
    })
  })

  test('of four that passed only the second time each is a failure', () => {
    const shaky = [1, 2, 3, 4].map((line) => spec('flaky', line))
    const read = readPlaywright(report([...shaky, spec('expected', 5)]), true)
    expect([read.passed, read.failed, read.names.length]).toEqual([1, 4, 4])
  })

  test('a server that did not start is a failure', () => {
    expect(readPlaywright(report([], [{ message: 'npm start ended with 1' }]), false)).toMatchObject({
      passed: 0,
      failed: 1,
      names: ['outside of any test\nnpm start ended with 1'],
    })
  })
})

test('a command that failed tells the end of what it printed, one that did not tells nothing', () => {
  expect(readCommand(true, 'all good')).toEqual({ passed: 1, failed: 0, names: [] })
  expect(readCommand(false, `${'first '.repeat(200)}\na.ts\n  1:1 error\n`).names[0]).toMatch(
    /\| a\.ts \| 1:1 error$/,
  )
})
