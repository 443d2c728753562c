import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { editYaml, faultOfYaml, linesOfYaml, type Edit, type Place } from '@/lib/texts/yaml-edit'

const text = `# What stands at the head stays.
names:
  # of the first
  one: Short   # beside it
  two: >-
    A longer text that stands
    on two lines.
  'three': 'it''s quoted'
list:
  - first
  # about the second
  - second
  - id: third
    sources: [a, b]
    day: '2026-11-20'
empty: []
look: { better: More, worse: Fewer }
`

function edited(...edits: Edit[]): string {
  const result = editYaml(text, edits)
  if (!result.ok) throw new Error(result.why)
  return result.text
}

/** The lines that only one of the two texts has. */
const changed = (after: string) => {
  const [old, now] = [text.split('\n'), after.split('\n')]
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) }
}

describe('a change of one value', () => {
  test('keeps the remark on its line and every other byte', () => {
    expect(changed(edited({ kind: 'set', at: ['names', 'one'], value: 'Other' }))).toEqual({
      gone: ['  one: Short   # beside it'],
      come: ['  one: Other   # beside it'],
    })
  })

  test('keeps a folded text folded, and cuts its lines', () => {
    const long = 'word '.repeat(60).trim()
    const after = edited({ kind: 'set', at: ['names', 'two'], value: long })
    expect(parse(after).names.two).toBe(long)
    expect(Math.max(...after.split('\n').map((line) => line.length))).toBeLessThanOrEqual(112)
    expect(after).toContain('  two: >-\n    word')
  })

  test('puts quotes where a text needs them', () => {
    for (const value of ['a: b', '# no remark', 'yes', '12', "it's", '- dash', '{x}', 'a, b', '“ok”', 'null'])
      for (const at of [
        ['names', 'one'],
        ['list', 0],
        ['look', 'better'],
      ] as Place[])
        expect(parse(edited({ kind: 'set', at, value }))).toEqual(
          expect.objectContaining(at[0] === 'list' ? { list: expect.arrayContaining([value]) } : {}),
        )
  })

  test('that changes nothing changes no byte', () => {
    expect(
      edited({ kind: 'set', at: ['names', 'two'], value: 'A longer text that stands on two lines.' }),
    ).toBe(text)
    expect(edited({ kind: 'set', at: ['look'], value: { worse: 'Fewer', better: 'More' } })).toBe(text)
  })

  test('adds to a map, to a list and to an empty list', () => {
    expect(edited({ kind: 'set', at: ['names', 'four'], value: 'New' })).toContain(
      "  'three': 'it''s quoted'\n  four: New\nlist:",
    )
    expect(edited({ kind: 'add', at: ['list'], before: 1, value: 'middle' })).toContain(
      '  - first\n  # about the second\n  - middle\n  - second',
    )
    expect(edited({ kind: 'add', at: ['empty'], value: { id: 'x', day: '2026-12-01' } })).toContain(
      "empty:\n  - id: x\n    day: '2026-12-01'\nlook:",
    )
    expect(edited({ kind: 'add', at: ['list', 2, 'sources'], value: 'c' })).toContain('sources: [a, b, c]')
  })

  test('leaves an empty list or map where the last one goes', () => {
    const last = (yaml: string, at: Place) => editYaml(yaml, [{ kind: 'remove', at }])
    expect(last('a:\n  - x\nb: 1\n', ['a', 0])).toEqual({ ok: true, text: 'a: []\nb: 1\n' })
    expect(last('a:\n  x: >-\n    long\nb: 1\n', ['a', 'x'])).toEqual({ ok: true, text: 'a: {}\nb: 1\n' })
  })

  test('takes out an item with the remark above it, and nothing else', () => {
    expect(changed(edited({ kind: 'remove', at: ['list', 1] }))).toEqual({
      gone: ['  # about the second', '  - second'],
      come: [],
    })
    expect(edited({ kind: 'remove', at: ['list', 2, 'sources', 0] })).toContain('sources: [b]')
    expect(changed(edited({ kind: 'remove', at: ['names', 'two'] })).come).toEqual([])
  })
})

test('a broken file is told with its line, and is not touched', () => {
  const broken = text.replace("'it''s quoted'", "'it's quoted'")
  expect(faultOfYaml(broken)?.line).toBe(8)
  expect(editYaml(broken, [{ kind: 'set', at: ['names', 'one'], value: 'x' }])).toMatchObject({ ok: false })
})

test('a place that is not there is refused in words', () => {
  expect(editYaml(text, [{ kind: 'set', at: ['no', 'such'], value: 1 }])).toMatchObject({ ok: false })
  expect(editYaml(text, [{ kind: 'remove', at: ['names', 'none'] }])).toMatchObject({ ok: false })
})

test('the line of a place', () => {
  const lines = linesOfYaml(text)
  expect(lines.get('names.two')).toBe(5)
  expect(lines.get('list.2.day')).toBe(15)
})

/** Every text of a value with its place. */
function leaves(value: unknown, at: Place = []): { at: Place; value: string | number }[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ at, value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...at, Array.isArray(value) ? Number(key) : key]),
  )
}

// Without what the desk does not change; the codes of a record stand there twice by a YAML alias.
describe('the real content', () => {
  const root = 'prisma/content'
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !/sources|article|signs|patterns|ratings|codes/.test(file))
  test.each(files)('%s: any text and figure can be changed, and only that one', (file) => {
    const before = fs.readFileSync(path.join(root, file), 'utf8')
    const all = leaves(parse(before))
    const some = all.filter((_, index) => index % Math.max(1, Math.floor(all.length / 4)) === 0)
    for (const { at, value } of some) {
      const other =
        typeof value === 'number' ? value + 1 : `Another: text, that's “new” {and} ${'long '.repeat(30)}#x`
      const result = editYaml(before, [{ kind: 'set', at, value: other }])
      // editYaml itself reads the result again; here: the remarks are all still there.
      expect(result, at.join('.')).toMatchObject({ ok: true })
      const remarks = (yaml: string) => yaml.split('\n').filter((line) => /^\s*# /.test(line))
      if (result.ok) expect(remarks(result.text)).toEqual(remarks(before))
    }
  })
})
