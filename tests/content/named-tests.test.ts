import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { titlesIn } from './test-titles'

const files = ['docs/clinical-safety.md', 'docs/security.md', 'docs/accessibility.md', 'docs/promises.md']

/** "…" in the document stands for what a title fills in when the test runs. */
const plain = (title: string) => title.replaceAll(/\$\{[^}]*\}/g, '…').trim()

/** Each `tests/file.ts › title` of a document, which may go on in the next line. */
function namedIn(text: string): { file: string; title: string }[] {
  return [...text.matchAll(/`((?:tests\/|\.ci\/)[^`\s]+)\s+› ([^`]+)`/g)].map((match) => ({
    file: match[1] ?? '',
    title: (match[2] ?? '').replaceAll(/\s+/g, ' '),
  }))
}

/** What `.ci/run` checks, by the names that it prints. */
const checksIn = (file: string) =>
  [...fs.readFileSync(file, 'utf8').matchAll(/^\s*(?:check|counted|beside) (['"])(.*?)\1/gm)].map(
    (match) => match[2] ?? '',
  )

const isThere = ({ file, title }: { file: string; title: string }) =>
  fs.existsSync(file) &&
  (file.startsWith('.ci/') ? checksIn(file) : titlesIn(file).map(plain)).includes(title)

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
    expect(named.filter((one) => !isThere(one))).toEqual([])
  })

  it.each([
    ['docs/clinical-safety.md', ['Cause', 'Harm', 'Control', 'Test', 'Left', 'Judge']],
    ['docs/security.md', ['Could', 'Control', 'Test', 'Left']],
    ['docs/promises.md', ['Said', 'Test', 'Left']],
  ])(
    '%s tells each part whole: nothing is called controlled without a test and what is left',
    (file, wanted) => {
      const parts = partsOf(fs.readFileSync(file, 'utf8'))
      expect(parts.length).toBeGreaterThan(10)
      for (const { name, lines } of parts) {
        const kinds = lines.map((line) => /^- (\w+): \S/.exec(line)?.[1] ?? line)
        expect([...new Set(kinds)].sort(), name).toEqual([...wanted].sort())
      }
      const numbers = parts.map(({ name }) => Number(/^[HSP](\d+) /.exec(name)?.[1]))
      expect(numbers).toEqual(parts.map((_, index) => index + 1))
    },
  )

  it('a test that was renamed is noticed', () => {
    const [named] = namedIn('- Test: `tests/content/named-tests.test.ts › a title that nobody wrote`')
    expect(named && isThere(named)).toBe(false)
    expect(isThere({ file: '.ci/run', title: 'lint' })).toBe(true)
    expect(isThere({ file: '.ci/run', title: 'a check that nobody wrote' })).toBe(false)
  })
})

describe('what is promised', () => {
  /** As it is read: line breaks and the marks of a list or a quote are none. */
  const read = (text: string) =>
    text
      .replaceAll(/\\"/g, '"')
      .replaceAll(/[\s>]+/g, ' ')
      .toLowerCase()
  const promises = partsOf(fs.readFileSync('docs/promises.md', 'utf8')).flatMap(({ name, lines }) =>
    lines.flatMap((line) => {
      const [, file = '', words = ''] = /^- Said: `([^`]+)` › (.+)$/.exec(line) ?? []
      return line.startsWith('- Said:') ? [{ name, file, words }] : []
    }),
  )

  it('stands where it is said to stand, in these words: who changes a promise looks at its test', () => {
    expect(promises.length).toBeGreaterThan(50)
    const gone = promises.filter(
      ({ file, words }) =>
        words.length < 10 ||
        !fs.existsSync(file) ||
        !read(fs.readFileSync(file, 'utf8')).includes(read(words)),
    )
    expect(gone).toEqual([])
  })

  /** Sentences of the privacy page that warn, and promise nothing. */
  const warnings = [
    'This page says where your answers go, and where they do not.',
    'The lock does not protect you from that.',
    'The locked file can stay in them for a while after it is deleted.',
    'If you are not sure about this site, ask the people who run it.',
  ].map(read)
  const denies = /\b(?:is|are|does|do|it) (?:not|never)\b|\bno cookies\b|\bdeleted\b|\bremoved?\b/

  it('is told for each sentence of the privacy page that says what is not done', () => {
    const page = fs.readFileSync('prisma/content/shared/pages.yaml', 'utf8')
    const privacy = page.slice(page.indexOf('\n  privacy:'), page.indexOf('\n  licence:'))
    const told = [...promises.map(({ words }) => read(words)), ...warnings]
    const sentences = read(
      privacy.replaceAll(/^ *(?:- )?(?:id|title|text|lead|items|after):.*$|^ *- /gm, ' '),
    ).split(/(?<=[.!?”]) /)
    const promised = sentences.map((sentence) => sentence.trim()).filter((sentence) => denies.test(sentence))
    expect(promised.length).toBeGreaterThan(15)
    expect(promised.filter((sentence) => !told.some((words) => words.includes(sentence)))).toEqual([])
  })

  it('is repeated for each figure by a command that is there', () => {
    const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: object }
    const rows = fs
      .readFileSync('docs/measured.md', 'utf8')
      .split('\n')
      .filter((line) => /^\| (?!what|-)/.test(line))
    expect(rows.length).toBeGreaterThan(10)
    const bad = rows.filter((row) => {
      const command = /`([^`]*(?:npm run|npx) [^`]+)`[^|]*\|$/.exec(row)?.[1] ?? ''
      const script = /npm run (\S+)/.exec(command)?.[1]
      const file = /tests\/\S+/.exec(command)?.[0]
      return script ? !Object.hasOwn(scripts, script) : !file || !fs.existsSync(file)
    })
    expect(bad).toEqual([])
  })
})
