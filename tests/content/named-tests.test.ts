import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { titlesIn } from './test-titles'

const files = ['docs/clinical-safety.md', 'docs/security.md', 'docs/accessibility.md']

/** "…" in the document stands for what a title fills in when the test runs. */
const plain = (title: string) => title.replaceAll(/\$\{[^}]*\}/g, '…').trim()

/** Each `tests/file.ts › title` of a document. */
function namedIn(text: string): { file: string; title: string }[] {
  return [...text.matchAll(/`(tests\/[^`\s]+) › ([^`]+)`/g)].map((match) => ({
    file: match[1] ?? '',
    title: match[2] ?? '',
  }))
}

/** The parts of a document that are told in fixed lines: "### H1 …" and "### S1 …". */
function partsOf(text: string): { name: string; lines: string[] }[] {
  return text
    .replaceAll(/\n +(?=\S)/g, ' ') // a line that begins with spaces goes on with the one before it
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = (part.split(/^## /m)[0] ?? '').trim().split('\n')
      return { name, lines: lines.filter((line) => line !== '') }
    })
}

describe('the safety, security and accessibility pages', () => {
  it.each(files)('%s names only tests that exist, and at least ten', (file) => {
    const named = namedIn(fs.readFileSync(file, 'utf8'))
    expect(named.length).toBeGreaterThanOrEqual(10)
    const missing = named.filter(
      ({ file: test, title }) => !fs.existsSync(test) || !titlesIn(test).map(plain).includes(title),
    )
    expect(missing).toEqual([])
  })

  it.each([
    ['docs/clinical-safety.md', ['Cause', 'Harm', 'Control', 'Test', 'Left', 'Judge']],
    ['docs/security.md', ['Could', 'Control', 'Test', 'Left']],
  ])(
    '%s tells each part whole: nothing is called controlled without a test and what is left',
    (file, wanted) => {
      const parts = partsOf(fs.readFileSync(file, 'utf8'))
      expect(parts.length).toBeGreaterThan(10)
      for (const { name, lines } of parts) {
        const kinds = lines.map((line) => /^- (\w+): \S/.exec(line)?.[1] ?? line)
        expect([...new Set(kinds)].sort(), name).toEqual([...wanted].sort())
      }
      const numbers = parts.map(({ name }) => Number(/^[HS](\d+) /.exec(name)?.[1]))
      expect(numbers).toEqual(parts.map((_, index) => index + 1))
    },
  )

  it('a test that was renamed is noticed', () => {
    const [named] = namedIn('- Test: `tests/content/named-tests.test.ts › a title that nobody wrote`')
    expect(named && titlesIn(named.file).map(plain).includes(named.title)).toBe(false)
  })
})
