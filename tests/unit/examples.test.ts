import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleFiles } from '@/tests/catalogue'

const isExample = (file: string) => /\.examples\.tsx?$/.test(file)
const code = ['app', 'components', 'lib', 'prisma'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
)

/** Files that import examples and are none. */
function importersOfExamples(files: readonly string[], read: (file: string) => string): string[] {
  return files.filter((file) => !isExample(file) && /['"][^'"\n]*\.examples['"]/.test(read(file)))
}

/**
 * Components that no example draws, and why. The list may only become shorter.
 * - Whole pages and documents, with masthead, main and footer or a head of their own: none can stand inside another page.
 *   The tests of pages look at them, and each is made of parts that have examples (steps, opening, within-step …).
 * - What is nothing until a script of the page has run: it reads the address or the tab, or draws into an empty place. The
 *   tests of sharing and of the summary look at them; what they show once they have run has examples (live-share,
 *   paste-box, in-language …).
 */
const seenOnPagesOnly = [
  'layout/links-html layout/not-found-body layout/site-frame layout/site-page products/cell-page',
  'summary/summary-sheet paper/paper-view sharing/manage-page sharing/share-page sharing/view-page',
].flatMap((line) => line.split(' ').map((name) => `components/${name}.tsx`))

/** Components that an example draws: what its file imports, and what that imports. */
function drawnByExamples(): Set<string> {
  const drawn = new Set<string>()
  const look = (file: string): void => {
    if (drawn.has(file)) return
    drawn.add(file)
    for (const [, from = ''] of fs.readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/g)) {
      const place = from.startsWith('.')
        ? path.posix.join(path.posix.dirname(file), from)
        : from.replace(/^@\//, '')
      const found = [`${place}.tsx`, `${place}.ts`].find((name) => fs.existsSync(name))
      if (found?.startsWith('components/')) look(found)
    }
  }
  exampleFiles().forEach(look)
  return drawn
}

describe('examples', () => {
  test('draw every component that people see, but for whole pages and frames', () => {
    const drawn = drawnByExamples()
    const left = code.filter(
      (file) =>
        file.startsWith('components/') && file.endsWith('.tsx') && !isExample(file) && !drawn.has(file),
    )
    expect(left.sort()).toEqual(seenOnPagesOnly.sort())
  })

  test('are on no page: nothing but examples imports them', () => {
    expect(code.length).toBeGreaterThan(300)
    expect(importersOfExamples(code, (file) => fs.readFileSync(file, 'utf8'))).toEqual([])
    const caught = "import { examples } from '@/components/numbers/study.examples'"
    expect(importersOfExamples(['app/page.tsx'], () => caught)).toEqual(['app/page.tsx'])
  })

  test('stand beside the component that they are of', () => {
    expect(exampleFiles().length).toBeGreaterThan(8)
    const alone = exampleFiles().filter((file) => !fs.existsSync(file.replace('.examples.tsx', '.tsx')))
    expect(alone).toEqual([])
  })

  // A figure in an example must never be taken for one that somebody measured.
  test.each(exampleFiles())('%s says that what it shows is invented', (file) => {
    expect(fs.readFileSync(file, 'utf8')).toMatch(/not real|[Ii]nvented|An example/)
  })

  test.each(exampleFiles())('%s names no source of the content', (file) => {
    const real = [...fs.readFileSync('prisma/content/sources.yaml', 'utf8').matchAll(/^\s*-?\s*id: (\S+)/gm)]
      .map(([, id]) => id ?? '')
      .filter((id) => id.length > 5)
    expect(real.length).toBeGreaterThan(100)
    const text = fs.readFileSync(file, 'utf8')
    expect(real.filter((id) => text.includes(id))).toEqual([])
  })
})
