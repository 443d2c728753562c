import fs from 'node:fs'
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

describe('examples', () => {
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
