import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultContentDir, hashContent, readContent, type Problem } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'lantern-content-'))
  cpSync(defaultContentDir, root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** The problems after one file was changed. */
function problemsWith(file: string, change: (text: string) => string): Problem[] {
  const at = path.join(root, file)
  const text = readFileSync(at, 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  writeFileSync(at, changed)
  const result = readContent(root)
  return result.ok ? [] : result.problems
}

const [first] = realContent().conditions
const condition = first?.condition.id ?? ''
const numbers = `${condition}/numbers.yaml`
const lineOf = (file: string, text: string) =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1

describe('content in order', () => {
  it('every file fits its shape', () => {
    expect(readContent(root).ok).toBe(true)
  })

  it('the hash is the same with Windows line ends, and another after one changed letter', () => {
    const before = hashContent(root)
    const file = path.join(root, 'CHANGELOG.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replaceAll('\n', '\r\n'))
    expect(hashContent(root)).toBe(before)
    writeFileSync(file, `${text}x`)
    expect(hashContent(root)).not.toBe(before)
  })
})

describe('a broken file is told with file, line, path and what to do', () => {
  it('an open quote names the line', () => {
    const [problem] = problemsWith(numbers, (text) => text.replace("where: '", "where: ''x '"))
    expect(problem).toMatchObject({ file: numbers, message: expect.stringContaining('not valid YAML') })
    expect(problem?.line).toBe(lineOf(numbers, "where: ''x '"))
    expect(problem?.fix).toContain('quotes')
  })

  it('more people counted than were in the group is told at its line', () => {
    const [problem] = problemsWith(numbers, (text) => text.replace(/events: \d+/, 'events: 99999999'))
    expect(problem).toMatchObject({
      file: numbers,
      message: expect.stringContaining('more people are counted'),
    })
    expect(problem?.line).toBe(lineOf(numbers, 'events: 99999999'))
  })

  it('a slip in the name of a file that may be left out is told, with the names that are read', () => {
    for (const [folder, name, right] of [
      [condition, 'rating.yaml', 'ratings.yaml'],
      [`${condition}/words.en`, 'position.yaml', 'positions.yaml'],
    ] as const) {
      writeFileSync(path.join(root, folder, name), 'a: b\n')
      const read = readContent(root)
      expect(read.ok ? [] : read.problems).toMatchObject([
        { file: `${folder}/${name}`, fix: expect.stringContaining(right) },
      ])
      rmSync(path.join(root, folder, name))
    }
  })

  it('a figure that is a word names the line, the path and the kind that is wanted', () => {
    const [problem] = problemsWith(numbers, (text) => text.replace(/events: \d+/, 'events: many'))
    expect(problem).toMatchObject({
      file: numbers,
      path: expect.stringMatching(/^results\.\d+\.arms\.\d+\.value\.events$/),
    })
    expect(problem?.line).toBe(lineOf(numbers, 'events: many'))
    expect(problem?.message).toContain('number')
    expect(problem?.fix).not.toBe('')
  })

  it('a word that is not in the closed list names the words that are', () => {
    const [problem] = problemsWith(numbers, (text) => text.replace('tier: A', 'tier: C'))
    expect(problem).toMatchObject({ path: expect.stringMatching(/\.tier$/), fix: 'use one of: A, B' })
    expect(problem?.line).toBe(lineOf(numbers, 'tier: C'))
  })

  it('a misspelt key names the key', () => {
    const problems = problemsWith(`${condition}/options.yaml`, (text) => text.replace('order: 1', 'ordr: 1'))
    expect(problems.map(({ message }) => message).join('; ')).toContain('"ordr"')
    expect(
      problems.every(({ file, line, fix }) => file === `${condition}/options.yaml` && line > 0 && fix !== ''),
    ).toBe(true)
  })

  it('a key that stands twice is not valid YAML', () => {
    const [problem] = problemsWith('reviews.yaml', (text) => `${text}\nreviews: []\n`)
    expect(problem).toMatchObject({
      file: 'reviews.yaml',
      message: expect.stringContaining('not valid YAML'),
    })
  })

  it('a missing file is named, and every other problem with it', () => {
    rmSync(path.join(root, 'sources.yaml'))
    const problems = problemsWith(numbers, (text) => text.replace('tier: A', 'tier: C'))
    expect(problems.map(({ file }) => file)).toEqual(['sources.yaml', numbers])
    expect(problems[0]).toMatchObject({ line: 0, message: 'file is missing', fix: 'create it' })
  })

  it('a number with a comma, and a file without a value, are told in plain words', () => {
    const fix = 'write it without quotes, commas or a unit'
    const [inLine] = problemsWith(numbers, (text) => text.replace(/(\{.*events:) \d+/, '$1 1,914'))
    expect(inLine).toMatchObject({ message: '",914" stands here, as after a number with a comma', fix })
    const [comma] = problemsWith('sources.yaml', (text) => text.replace(/people: \d+$/m, 'people: 1,914'))
    expect(comma).toMatchObject({
      file: 'sources.yaml',
      message: 'a text stands here ("1,914"), not a number',
      fix,
    })
    const empty = problemsWith(`${condition}/quiz.yaml`, () => '').find(({ file }) =>
      file.endsWith('quiz.yaml'),
    )
    expect(empty).toMatchObject({
      message: 'nothing stands here, not names with values (name: value)',
      line: 1,
    })
  })

  it('a day that the calendar does not have is refused', () => {
    const [problem] = problemsWith(numbers, (text) =>
      text.replace(/checkedOn: '[^']+'/, "checkedOn: '2026-02-30'"),
    )
    expect(problem).toMatchObject({
      path: expect.stringMatching(/checkedOn$/),
      message: 'write a day as YYYY-MM-DD',
    })
  })

  it('a folder of another name than its condition, and one without a condition, are told', () => {
    cpSync(path.join(root, condition), path.join(root, 'kidney-failure'), { recursive: true })
    const [other] = problemsWith(`${condition}/options.yaml`, (text) => `${text}\n`)
    const line = lineOf('kidney-failure/condition.yaml', `id: ${condition}`)
    expect(line).toBeGreaterThan(1)
    expect(other).toMatchObject({ file: 'kidney-failure/condition.yaml', path: 'id', line })
    rmSync(path.join(root, 'kidney-failure/condition.yaml'))
    const [missing] = problemsWith(`${condition}/options.yaml`, (text) => `${text}\n`)
    expect(missing).toMatchObject({ file: 'kidney-failure/condition.yaml', message: 'file is missing' })
  })

  it('a folder of content that is not there is named', () => {
    const nowhere = path.join(root, 'nowhere')
    expect(readContent(nowhere)).toMatchObject({ ok: false, problems: [{ file: nowhere }] })
  })

  it('a change log without a date says how to write one', () => {
    const [problem] = problemsWith('CHANGELOG.md', (text) =>
      text.replace(/^## \d{4}-\d{2}-\d{2}/gm, '## soon'),
    )
    expect(problem?.fix).toContain('## 2026')
  })
})
