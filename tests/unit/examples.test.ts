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
 * Components that no example draws: whole pages and frames, which the tests of pages look at, each made of parts that have
 * examples; and drawings of the first page. The list may only become shorter.
 */
const seenOnPagesOnly = [
  'claims/article-result claims/check-form',
  'drawings/home-scene',
  'evidence/findings-table glance/glance-grid',
  'journey/answer-ratings journey/question-page journey/section journey/situation-part',
  'layout/links-html layout/not-found-body layout/onward layout/parted-page layout/print-foot layout/reviewed-by layout/site-frame',
  'layout/site-links layout/site-page layout/within-step layout/words-here',
  'matters/matters-step paper/paper-view readiness/check-step reviews/review-sheet',
  'products/all-trials products/cell-items products/cell-page products/error-picture products/pretend-trials',
  'products/product-answers products/trial-picture products/way-to-trials products/ways',
  'record/record-panel',
  'sharing/in-language sharing/manage-page sharing/share-page sharing/view-page',
  'sources/source-context sources/source-filters sources/source-measures sources/source-results sources/source-search',
  'summary/answers-form summary/carry-on summary/hidden-answers summary/summary-sheet',
  'summary/summary-tools',
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
