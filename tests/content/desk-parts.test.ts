import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { words } from '@/lib/desk/desk-words'
import { fieldsOf } from '@/lib/desk/fields'
import { findingsOf, listParts, type Piece } from '@/lib/desk/parts'
import { contentPieces } from '@/prisma/pipeline/content-pieces'
import { defaultContentDir } from '@/prisma/pipeline/read-content'
import { realContent } from './real-content'

const content = realContent()
const pieces = contentPieces(content)
const parts = listParts(content, pieces as Record<string, Piece>, words.names)
const read = (file: string): unknown => parse(fs.readFileSync(path.join(defaultContentDir, file), 'utf8'))
const kept = new Map<string, unknown>()
const once = (file: string) => {
  if (!kept.has(file)) kept.set(file, read(file))
  return kept.get(file)
}

describe('the parts of the desk', () => {
  test('cover every piece that can be signed, and name no other', () => {
    const covered = parts.flatMap(({ covers }) => covers)
    expect([...new Set(covered)].sort()).toEqual(Object.keys(pieces).sort())
    expect(covered).toHaveLength(new Set(covered).size)
  })

  test('have words to read, at places that are in the files', () => {
    for (const part of parts) expect(fieldsOf(part, once).length, part.id).toBeGreaterThan(0)
  })

  test('show every sentence of the words files of an illness', () => {
    const shown = new Set(
      parts.flatMap((part) => fieldsOf(part, once).map(({ file, at }) => `${file} ${at.join('.')}`)),
    )
    for (const { condition } of content.conditions)
      for (const name of ['options', 'decisions', 'condition', 'stem-cells', 'claims', 'quiz', 'positions']) {
        const file = `${condition.id}/words.en/${name}.yaml`
        const all = fieldsOf({ words: [{ file, at: [] }] }, once).map(({ at }) => `${file} ${at.join('.')}`)
        expect(
          all.filter((place) => !shown.has(place)),
          file,
        ).toEqual([])
      }
  })

  test('take ten minutes at the most', () => {
    const long = parts.filter(({ minutes }) => minutes > 10)
    expect(long.map(({ id, minutes }) => `${id}: ${minutes} minutes`)).toEqual([])
  })

  test('ask for every figure of a cell once at least, in the part of its cell', () => {
    const held = new Set(parts.flatMap(({ figures }) => figures))
    const shown = content.conditions.flatMap(({ decisions }) =>
      decisions.decisions.flatMap(({ outcomes }) =>
        outcomes.flatMap(({ cells }) =>
          Object.values(cells).flatMap((cell) => ('estimates' in cell ? cell.estimates : [])),
        ),
      ),
    )
    expect(shown.length).toBeGreaterThan(200)
    expect(shown.filter((id) => !held.has(id))).toEqual([])
  })

  test('of a question with many cells are told of their own cells only', () => {
    const cut = parts.filter(({ covers }) =>
      covers.some((id) => id.includes('/acute-on-chronic/live-longer')),
    )
    expect(cut.length).toBeGreaterThan(1)
    const at = (path: string) => ({
      file: 'liver-failure/decisions.yaml',
      path,
      line: 0,
      message: 'm',
      fix: 'f',
    })
    const question = 'acute-on-chronic.live-longer'
    for (const path of [
      question,
      ...cut.flatMap(({ covers }) => covers.slice(1)).map((id) => id.split('/').slice(2).join('.')),
    ])
      expect(parts.filter((part) => findingsOf(part, [at(path)]).length > 0).length, path).toBe(1)
  })

  test('are told what the checker finds in them, and only that', () => {
    const [part] = parts.filter(({ id }) => id.endsWith('/options/bypass'))
    const [first] = part?.words ?? []
    const problem = (file: string, at: string) => ({ file, path: at, line: 0, message: 'm', fix: 'f' })
    const own = problem(first?.file ?? '', `${first?.at.join('.')}.short`)
    const other = problem(first?.file ?? '', 'options.bypassed.short')
    expect(part && findingsOf(part, [own, other])).toEqual([own])
  })
})
