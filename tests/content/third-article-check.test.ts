import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyseArticle } from '@/lib/claims/analyse'
import { checkReferences } from '@/prisma/pipeline/check-references'
import { defaultContentDir, readContent } from '@/prisma/pipeline/read-content'

const fixture = path.resolve('tests/fixtures/third-condition')
let root = ''

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-third-content-'))
  fs.cpSync(defaultContentDir, root, { recursive: true })
  fs.cpSync(path.join(fixture, 'glass-thumb'), path.join(root, 'glass-thumb'), { recursive: true })
  fs.appendFileSync(
    path.join(root, 'sources.yaml'),
    `\n${fs.readFileSync(path.join(fixture, 'sources.yaml'), 'utf8')}`,
  )
})
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

it('a condition of its own folder is known to the article check, with its claims', () => {
  const read = readContent(root)
  if (!read.ok) throw new Error('not readable')
  expect(checkReferences(read.content)).toEqual([])
  const { check, families, claims } = read.content.articleCheck
  const found = analyseArticle(
    'A clinic tells of a stem cell treatment for glass thumb. Within weeks of the stem cells, thumbs grow back, it says.',
    { check, families, claims, others: {} },
  )
  expect(found.condition).toBe('glass-thumb')
  expect(found.claims.map(({ id, condition }) => [condition, id])).toEqual([['glass-thumb', 'thumbs-regrow']])
}, 60_000)
