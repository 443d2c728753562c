/**
 * The catalogue: every example of every component on one page, in the site's own styles, without a database.
 *   npm run catalogue                 writes test-results/catalogue.html and says where
 *   npm run catalogue -- page.html    writes it there
 *   npm run catalogue -- --states     writes tests/states.txt: every state that the catalogue shows, held by a test
 * Examples stand beside their component in `*.examples.tsx`. Nothing of this is part of the site.
 */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions } from 'esbuild'
import { renderToStaticMarkup } from 'react-dom/server'
import { live } from '@/components/layout/live-words.examples'
import type { Example } from '@/components/ui/example'
import { makeKit } from '@/lib/sentences/kit'

const root = path.resolve(import.meta.dirname, '..')

/** The files of examples, from the project's root, in the order of the alphabet. */
export function exampleFiles(): string[] {
  return fs
    .readdirSync(path.join(root, 'components'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.examples.tsx'))
    .map((file) => `components/${file.replaceAll('\\', '/')}`)
    .sort()
}

type Part = { name: string; examples: readonly Example[] }

async function bundled(
  contents: string,
  more: Pick<BuildOptions, 'format' | 'platform' | 'packages'> = {},
): Promise<{ js: string; css: string }> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'tsx' },
    bundle: true,
    external: ['/fonts/*'],
    define: { 'process.env.LANTERN_LANGUAGES': '""' },
    jsx: 'automatic',
    outdir: path.join(root, 'test-results'),
    ...more,
    write: false,
  })
  const textOf = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? ''
  return { js: textOf('.js'), css: textOf('.css') }
}

/** The style sheets of single kinds of pages, which the one of every page leaves out. */
function pageStyles(): string[] {
  const global = fs.readFileSync(path.join(root, 'app/globals.css'), 'utf8')
  return fs.readdirSync(path.join(root, 'app/styles')).filter((name) => !global.includes(`/${name}'`))
}

/** All examples with the styles of the site and of their components: as with Next, style sheets are imported. */
async function readExamples(): Promise<{ parts: Part[]; css: string }> {
  const files = exampleFiles()
  const styles = pageStyles().map((name) => `import '@/app/styles/${name}'`)
  const lines = files.map((file, at) => `import { examples as e${at} } from '@/${file}'`)
  const { js, css } = await bundled(
    `import '@/app/globals.css'\n${[...styles, ...lines].join('\n')}\nexport default [${files.map((_, at) => `e${at}`).join()}]`,
    { format: 'esm', platform: 'node', packages: 'external' },
  )
  // Beside the project's packages, so that the bundle finds them.
  const file = path.join(root, 'test-results', `catalogue-${process.pid}.mjs`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, js)
  try {
    const { default: all } = (await import(pathToFileURL(file).href)) as { default: (readonly Example[])[] }
    return {
      parts: files.map((each, at) => ({
        name: path.basename(each, '.examples.tsx'),
        examples: all[at] ?? [],
      })),
      css,
    }
  } finally {
    fs.rmSync(file)
  }
}

/** The script that marks what changed since a page was built, with an answer of our own in the place of the server's. */
async function liveScript(): Promise<string> {
  const { js } = await bundled(
    `import { showLiveStatus } from '@/lib/browser/live-status'
     globalThis.fetch = async () => Response.json(${JSON.stringify(live)})
     void showLiveStatus()`,
    { format: 'iife' },
  )
  return js.replaceAll('</script', '<\\/script')
}

/** An id stands once in a page, and many examples of one component have the same. */
function withOwnIds(html: string, prefix: string): string {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  return html.replaceAll(
    / (id|for|name|aria-labelledby|aria-describedby|aria-controls|href)="(#?)([^"]+)"/g,
    (whole, attribute: string, hash: string, value: string) => {
      if (attribute === 'name') return ` name="${prefix}-${value}"`
      if (attribute === 'href' && !hash) return whole
      const own = value.split(' ').map((id) => (ids.has(id) ? `${prefix}-${id}` : id))
      return ` ${attribute}="${hash}${own.join(' ')}"`
    },
  )
}

function exampleHtml({ show, showsHidden, isUnfolded }: Example, prefix: string): string {
  const kit = makeKit('en', { estimates: {}, facts: {} }, [])
  const html = renderToStaticMarkup(show(kit))
  const unfolded = isUnfolded ? html.replaceAll('<details', '<details open=""') : html
  const shown = showsHidden ? unfolded.replaceAll(' hidden=""', '').replaceAll('needs-js', '') : unfolded
  return (
    withOwnIds(shown, prefix)
      // Read by scripts of the page by this name.
      .replace(/ id="[^"]*-live-words"/, ' id="live-words"')
  )
}

/** The whole page. Each example stands in a `section[data-example]` named "<component>: <state>". */
export async function catalogueHtml(): Promise<string> {
  const [{ parts, css }, script] = await Promise.all([readExamples(), liveScript()])
  const body = renderToStaticMarkup(
    <main className="wrap">
      <h1>Catalogue of examples: nothing here is real</h1>
      <div className="sheet">
        {parts.map(({ name, examples }) => (
          <section key={name} className="part" aria-labelledby={`part-${name}`}>
            <h2 id={`part-${name}`}>{name}</h2>
            {examples.map((example, at) => (
              <section
                key={example.name}
                data-example={`${name}: ${example.name}`}
                aria-labelledby={`part-${name}-${at}`}
                className="flow"
              >
                <h3 id={`part-${name}-${at}`} className="note">
                  {example.name}
                </h3>
                <div
                  className="sheet"
                  dir={example.isRightToLeft ? 'rtl' : undefined}
                  dangerouslySetInnerHTML={{ __html: exampleHtml(example, `${name}-${at}`) }}
                />
              </section>
            ))}
          </section>
        ))}
      </div>
    </main>,
  )
  // `posts`: as a page is where none of our scripts runs, at once.
  return `<!doctype html>
<html lang="en" dir="ltr" class="posts"><head><meta charset="utf-8"><title>Lantern: catalogue of examples</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${css}</style></head><body>${body}<script>${script}</script></body></html>
`
}

/** Every state of every component, a line each; tests/e2e/catalogue.spec.ts holds that all of them are drawn, and no other. */
const statesFile = path.join(root, 'tests/states.txt')

if (process.argv[1] === import.meta.filename && process.argv[2] === '--states') {
  const { parts } = await readExamples()
  const states = parts.flatMap(({ name, examples }) => examples.map((example) => `${name}: ${example.name}`))
  fs.writeFileSync(statesFile, `${states.join('\n')}\n`)
  console.log(`${states.length} states of ${parts.length} components: ${path.relative(root, statesFile)}`)
} else if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(process.argv[2] ?? path.join(root, 'test-results/catalogue.html'))
  const html = await catalogueHtml()
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, html)
    console.log(`The catalogue: ${pathToFileURL(file).href}`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    console.error(
      `The catalogue cannot be written to ${file} (${code ?? 'unknown error'}). ` +
        'Name a file in a folder that you may write to: npm run catalogue -- page.html',
    )
    process.exitCode = 1
  }
}
