import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashSources, reasonToBuild } from '@/lib/server/build/build'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-hash-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

test('the source hash changes with a byte or a name, and only then', () => {
  fs.mkdirSync(path.join(folder, 'app'))
  fs.writeFileSync(path.join(folder, 'app/page.tsx'), 'one')
  const first = hashSources(folder)
  fs.writeFileSync(path.join(folder, 'app/page.tsx'), 'one') // same bytes, new time
  expect(hashSources(folder)).toBe(first)
  fs.writeFileSync(path.join(folder, 'README.md'), 'no page is made of this')
  expect(hashSources(folder)).toBe(first)
  // Made from all of this by a start, or half made by one that was killed.
  for (const made of ['public/handouts', 'public/handouts.new', 'public/clinics', 'public/api/evidence']) {
    fs.mkdirSync(path.join(folder, made), { recursive: true })
    fs.writeFileSync(path.join(folder, made, 'made'), 'from the content')
  }
  expect(hashSources(folder)).toBe(first)
  fs.writeFileSync(path.join(folder, 'app/page.tsx'), 'two')
  expect(hashSources(folder)).not.toBe(first)
  fs.renameSync(path.join(folder, 'app/page.tsx'), path.join(folder, 'app/error.tsx'))
  fs.writeFileSync(path.join(folder, 'app/error.tsx'), 'one')
  expect(hashSources(folder)).not.toBe(first)
})

test('pages are built when there are none, when the program changed and when the content changed', () => {
  const stamp = { contentHash: 'c', sourceHash: 's' }
  expect(reasonToBuild(stamp, null)).toMatch(/no finished build/)
  expect(reasonToBuild(stamp, { ...stamp, sourceHash: 'other' })).toMatch(/program/)
  expect(reasonToBuild(stamp, { ...stamp, contentHash: 'other' })).toMatch(/content/)
  expect(reasonToBuild(stamp, stamp)).toBeNull()
})
