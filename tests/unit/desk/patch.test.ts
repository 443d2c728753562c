import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { patchOf, wholePatch } from '@/lib/desk/patch'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-patch-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** The text that `git apply` makes of `before` with our patch. */
function applied(before: string | null, after: string): string {
  const file = path.join(folder, 'a.yaml')
  if (before === null) fs.rmSync(file, { force: true })
  else fs.writeFileSync(file, before)
  const patch = wholePatch(['Lantern: a sentence', 'By: A. Sample'], [{ file: 'a.yaml', before, after }])
  fs.writeFileSync(path.join(folder, 'x.patch'), patch)
  execFileSync('git', ['apply', '--unidiff-zero', 'x.patch'], {
    cwd: folder,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(folder) },
  })
  return fs.readFileSync(file, 'utf8')
}

test('git makes the new text of the old one: changes at the start, the end, far apart, and a new file', () => {
  const long = Array.from({ length: 60 }, (_, at) => `line ${at}`)
  const text = `${long.join('\n')}\n`
  expect(applied(text, text.replace('line 0\n', 'first\n'))).toMatch(/^first\n/)
  const two = text
    .replace('line 3\n', 'three\n')
    .replace('line 50\n', '')
    .replace('line 20\n', 'line 20\nnew\n')
  expect(applied(text, two)).toBe(two)
  expect(applied(text, `${text}last`)).toBe(`${text}last`)
  expect(applied(null, 'a: 1\n')).toBe('a: 1\n')
})

test('git makes the new text of any two texts', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const [one, two] = [before, after].map((list) => list.map((line) => `${line}\n`).join(''))
      if (one === two || !one || !two) return
      expect(applied(one, two)).toBe(two)
    }),
    { numRuns: 40 },
  )
})

test('a few lines of a long file are a few lines of patch', () => {
  const text = Array.from({ length: 14_000 }, (_, at) => `line ${at}\n`).join('')
  const patch = patchOf({ file: 'a', before: text, after: text.replace('line 7000\n', 'other\n') })
  expect(patch.split('\n').length).toBeLessThan(16)
  expect(patchOf({ file: 'a', before: text, after: text })).toBe('')
})
