import fs from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = 'docs/decisions'
const files = fs.readdirSync(folder).sort()
const numberOf = (file: string) => Number(file.slice(0, 4))

describe('every decision says when it was made and whether it still holds', () => {
  test('no two have the same number', () => {
    expect(files.length).toBeGreaterThan(15)
    expect(new Set(files.map(numberOf)).size).toBe(files.length)
  })

  test.each(files)('%s', (file) => {
    expect(file).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    const [title, empty, date, status, after] = fs.readFileSync(`${folder}/${file}`, 'utf8').split('\n')
    expect(title).toMatch(new RegExp(`^# ${numberOf(file)}\\. \\S`))
    expect([empty, after]).toEqual(['', ''])
    expect(date).toMatch(/^- Date: 20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/)
    expect(status).toMatch(/^- Status: (accepted|replaced by \d+)$/)
    const next = /replaced by (\d+)/.exec(status ?? '')?.[1]
    if (next) expect(files.map(numberOf).filter((number) => number > numberOf(file))).toContain(Number(next))
  })
})
