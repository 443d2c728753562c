/**
 * The catalogue: every example of every component on one page, in the site's own styles, without a database.
 *   npm run catalogue                 writes test-results/catalogue.html and says where
 *   npm run catalogue -- page.html    writes it there
 * Examples stand beside their component in `*.examples.tsx`. Nothing of this is part of the site.
 */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { renderToStaticMarkup } from 'react-dom/server'
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

async function styles(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'app/globals.css')],
    bundle: true,
    external: ['/fonts/*'],
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

async function examplesOf(file: string): Promise<readonly Example[]> {
  const { examples } = (await import(pathToFileURL(path.join(root, file)).href)) as {
    examples: readonly Example[]
  }
  return examples
}

/** The whole page. Each example stands in a `section[data-example]` named "<component>: <state>". */
export async function catalogueHtml(): Promise<string> {
  const kit = makeKit('en', { estimates: {}, facts: {} }, [])
  const parts = await Promise.all(
    exampleFiles().map(async (file) => ({ file, examples: await examplesOf(file) })),
  )
  const body = renderToStaticMarkup(
    <main className="wrap">
      <h1>Catalogue of examples: nothing here is real</h1>
      <div className="sheet">
        {parts.map(({ file, examples }) => {
          const name = path.basename(file, '.examples.tsx')
          return (
            <section key={file} className="part" aria-labelledby={`part-${name}`}>
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
                  <div className="sheet" dir={example.isRightToLeft ? 'rtl' : undefined}>
                    {example.show(kit)}
                  </div>
                </section>
              ))}
            </section>
          )
        })}
      </div>
    </main>,
  )
  return `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Lantern: catalogue of examples</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${await styles()}</style></head><body>${body}</body></html>
`
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(process.argv[2] ?? path.join(root, 'test-results/catalogue.html'))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, await catalogueHtml())
  console.log(`The catalogue: ${pathToFileURL(file).href}`)
}
