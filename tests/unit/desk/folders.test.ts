import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenFiles, editAll, textOf, writeAll, type Folders } from '@/lib/commands/desk/folders'

let folders: Folders
const now = new Date('2026-12-01T10:00:00Z')

beforeEach(() => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-desk-files-'))
  folders = {
    content: path.join(root, 'content'),
    golden: path.join(root, 'golden'),
    desk: path.join(root, 'desk'),
  }
  fs.mkdirSync(path.join(folders.content, 'x'), { recursive: true })
  fs.mkdirSync(folders.golden)
  fs.writeFileSync(path.join(folders.content, 'x/a.yaml'), 'a: 1 # one\n')
  fs.writeFileSync(path.join(folders.golden, 'x.csv'), 'estimate\na\n')
})
afterEach(() => fs.rmSync(path.dirname(folders.content), { recursive: true, force: true }))

test('a save writes the files and a patch that names them as a maintainer has them', () => {
  const made = editAll(
    folders,
    { 'x/a.yaml': [{ kind: 'set', at: ['a'], value: 2 }] },
    { 'golden/x.csv': 'estimate\nb\n' },
  )
  if (!made.ok) throw new Error(made.why)
  const before = { 'x/a.yaml': 'a: 1 # one\n', 'golden/x.csv': 'estimate\na\n' }
  const done = writeAll(folders, made.changes, before, ['content: a', 'By: A. Sample'], now)
  expect(textOf(folders, 'x/a.yaml')).toBe('a: 2 # one\n')
  expect(textOf(folders, 'golden/x.csv')).toBe('estimate\nb\n')
  const patch = done.ok ? fs.readFileSync(done.patch, 'utf8') : ''
  expect(patch).toMatch(/^content: a\nBy: A\. Sample\n\ndiff --git/)
  expect(patch).toContain('+++ b/prisma/content/x/a.yaml')
  expect(patch).toContain('+++ b/tests/golden/x.csv')
})

test('nothing is written when somebody else wrote one of the files meanwhile', () => {
  const before = { 'x/a.yaml': 'a: 1 # one\n', 'golden/x.csv': 'estimate\na\n' }
  fs.writeFileSync(path.join(folders.golden, 'x.csv'), 'estimate\ntheirs\n')
  const changes = { 'x/a.yaml': 'a: 2 # one\n', 'golden/x.csv': 'estimate\nmine\n' }
  expect(writeAll(folders, changes, before, ['content: a'], now)).toEqual({
    ok: false,
    moved: ['golden/x.csv'],
  })
  expect(textOf(folders, 'x/a.yaml')).toBe('a: 1 # one\n')
  expect(textOf(folders, 'golden/x.csv')).toBe('estimate\ntheirs\n')
  expect(fs.existsSync(path.join(folders.desk, 'patches'))).toBe(false)
})

test('two saves in one second leave two patches', () => {
  const save = (from: string, to: string) =>
    writeAll(folders, { 'x/a.yaml': to }, { 'x/a.yaml': from }, ['content: a'], now)
  expect(save('a: 1 # one\n', 'a: 2\n').ok && save('a: 2\n', 'a: 3\n').ok).toBe(true)
  expect(fs.readdirSync(path.join(folders.desk, 'patches'))).toHaveLength(2)
})

test('an edit that changes nothing is no change, and a file that is no YAML is named with its line', () => {
  expect(editAll(folders, { 'x/a.yaml': [{ kind: 'set', at: ['a'], value: 1 }] })).toEqual({
    ok: true,
    changes: {},
  })
  fs.writeFileSync(path.join(folders.content, 'x/a.yaml'), 'a: 1\nb: "open\n')
  expect(brokenFiles(folders)).toMatchObject([{ file: 'x/a.yaml', line: expect.any(Number) }])
})
