import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const folder = 'docs/for-hospitals'
const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')
const papers = fs.readdirSync(folder).filter((file) => file !== 'README.md')
/** licences.md is written from the lock file and needs nobody. */
const templates = papers.filter((file) => file !== 'licences.md')

it('the index leads to every paper', () => {
  expect(papers.filter((file) => !read('README.md').includes(`](${file})`))).toEqual([])
  expect(templates.length).toBe(8)
})

it.each(templates)(
  '%s says in its first lines that it is no finished paper, and has blanks in one form',
  (file) => {
    const text = read(file)
    expect(text).toMatch(/^# .+\n\n\*\*Status: (template|note|draft|written by engineers)/)
    // A blank in another form would be missed by whoever searches for them.
    const blanks = text.replaceAll('\n', ' ').match(/\[\s*hospital fills in\b[^\]]*\]/g) ?? []
    expect(blanks.length).toBeGreaterThan(3)
    expect(text.match(/hospital\s+fills\s+in/g)?.length).toBe(blanks.length)
    expect(text).not.toMatch(/\[(?!hospital fills in)[^\]]*\](?!\()/)
  },
)

it('the log of hazards has as many entries as the answers for the NHS say', () => {
  const hazards = fs.readFileSync('docs/clinical-safety.md', 'utf8').match(/^### H\d+ /gm)?.length
  expect(read('nhs-assurance.md')).toContain(`${hazards} hazards`)
})
