/**
 * Files that are made, not written: the font subsets and the small browser module, into public/.
 * Runs in every start; a stamp with the hash of what they are made from makes the second run free.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '@/lib/server/process/child'

const require = createRequire(import.meta.url)
const fontFile = (family: string, name: string) =>
  path.join(path.dirname(require.resolve(`@fontsource/${family}/package.json`)), 'files', `${name}.woff2`)

/** Letters of English and Spanish, the marks we set, and nothing else. */
const letters =
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') +
  'ÁÉÍÓÚÜÑáéíóúüñ¿¡ºª«»“”‘’–—…·•×−±≤≥½°€£¥©←→ \u00a0'
const digits = '0123456789'
/**
 * What few pages of English need lies in a file of its own, fetched only by a page that has such a letter: the same
 * sets stand as `unicode-range` in app/styles/base.css. Headings are short and need less.
 */
const rare = '#*@\\^_`{|}~ÁÉÍÓÚÜÑáíóúü¿¡ºª«»•×−±≤≥½°€£©'
const rareInHeadings = `${rare}¥←→$+<=>[]`
const without = (text: string) => [...letters].filter((letter) => !text.includes(letter)).join('')

const atkinson = (weight: 400 | 700): [string, string] => [
  'atkinson-hyperlegible-next',
  `atkinson-hyperlegible-next-latin-${weight}-normal`,
]
const serif: [string, string] = ['source-serif-4', 'source-serif-4-latin-600-normal']

/** What each font file holds. */
export const fonts = [
  // The digits of Atkinson are never shown: Figures comes first.
  { file: 'atkinson-400', from: atkinson(400), text: without(rare + digits) },
  { file: 'atkinson-400-rare', from: atkinson(400), text: rare },
  { file: 'atkinson-700', from: atkinson(700), text: without(rare + digits) },
  { file: 'atkinson-700-rare', from: atkinson(700), text: rare },
  { file: 'figures-400', from: ['hanken-grotesk', 'hanken-grotesk-latin-400-normal'], text: digits },
  { file: 'figures-700', from: ['hanken-grotesk', 'hanken-grotesk-latin-700-normal'], text: digits },
  { file: 'source-serif-600', from: serif, text: without(rareInHeadings) },
  { file: 'source-serif-600-rare', from: serif, text: rareInHeadings },
] satisfies { file: string; from: [string, string]; text: string }[]

const browserModule = 'lib/browser/keep-answers.ts'
/** What it imports: a change in any of these makes the module again. */
const browserParts = [
  'lib/browser/leave-quickly.ts',
  'lib/browser/live-status.ts',
  'lib/browser/save-pages.ts',
  'lib/browser/packets/picked-options.ts',
  'lib/journey/saved-pages.ts',
  'lib/kept-here.ts',
  'lib/sharing/living-links.ts',
]
/** Ends links before their secrets are deleted; loaded when someone asks for that. */
const linkEnder = 'lib/browser/end-links.ts'
/** Keeps pages for when there is no connection. Its address must stay: a browser asks there for a newer one. */
const pageWorker = 'lib/browser/save-pages-worker.ts'

/** Takes the secret out of an address before the page is seen: a plain script, because modules never block. */
const fragmentScript = 'lib/browser/take-fragment.ts'

/** The article check's module and its worker, loaded by its page only. */
const articleModules = ['check-article', 'check-article-worker']
const articleParts = ['lib/browser/article', 'lib/claims'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${folder}/${name}`),
)

/** What the pages for clinics and their packets run, each loaded by its page only. */
const packetModules = ['clinicians', 'build-packet', 'open-packet']
const packetParts = ['lib/browser/packets', 'lib/packets'].flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${folder}/${name}`),
)

function stampOf(): string {
  const hash = createHash('sha256')
  for (const file of [
    browserModule,
    ...browserParts,
    pageWorker,
    linkEnder,
    'lib/sharing/keys.ts',
    fragmentScript,
    ...articleParts,
    ...packetParts,
    'lib/server/build/make-assets.ts',
    'package-lock.json',
  ])
    hash.update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** The PDF reader, as files of our own: fetched only when someone chooses a PDF for the article check. */
function copyPdfReader(): void {
  if (!fs.existsSync(path.join(root, 'node_modules/pdfjs-dist'))) return // the page then asks to paste the text
  const from = path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'legacy/build')
  fs.mkdirSync(path.join(root, 'public/pdf'), { recursive: true })
  // Named .js, which every server sends with a type that browsers run.
  fs.copyFileSync(path.join(from, 'pdf.min.mjs'), path.join(root, 'public/pdf/pdf.js'))
  fs.copyFileSync(path.join(from, 'pdf.worker.min.mjs'), path.join(root, 'public/pdf/pdf-worker.js'))
}

/** Makes public/fonts/*.woff2 and public/lantern.js unless they are there already. */
export async function makeAssets(log: (line: string) => void = () => {}): Promise<void> {
  const stampFile = path.join(root, 'public/fonts/made-from.txt')
  const stamp = stampOf()
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  const { default: subsetFont } = await import('subset-font')
  let bytes = 0
  for (const { file, from, text } of fonts) {
    const subset = await subsetFont(fs.readFileSync(fontFile(...from)), text, {
      targetFormat: 'woff2',
      // Only the letters themselves: no small capitals, old-style figures or screen hints that no page asks for.
      noLayoutClosure: true,
      noHinting: true,
    })
    bytes += subset.length
    fs.writeFileSync(path.join(root, 'public/fonts', `${file}.woff2`), subset)
  }
  const { build } = await import('esbuild')
  const settings = {
    bundle: true,
    minify: true,
    target: ['chrome87', 'safari14.1', 'firefox78'],
    logLevel: 'silent' as const,
  }
  await build({
    ...settings,
    entryPoints: [path.join(root, browserModule)],
    outfile: path.join(root, 'public/lantern.js'),
    format: 'esm',
  })
  await build({
    ...settings,
    entryPoints: [path.join(root, linkEnder)],
    outfile: path.join(root, 'public/end-links.js'),
    format: 'esm',
  })
  await build({
    ...settings,
    entryPoints: [path.join(root, pageWorker)],
    outfile: path.join(root, 'public/worker.js'),
    format: 'iife',
  })
  await build({
    ...settings,
    entryPoints: [path.join(root, fragmentScript)],
    outfile: path.join(root, 'public/take-fragment.js'),
    format: 'iife',
  })
  await build({
    ...settings,
    entryPoints: articleModules.map((name) => path.join(root, `lib/browser/article/${name}.ts`)),
    outdir: path.join(root, 'public'),
    format: 'iife', // Firefox knows module workers only since version 114
  })
  await build({
    ...settings,
    entryPoints: packetModules.map((name) => path.join(root, `lib/browser/packets/${name}.ts`)),
    outdir: path.join(root, 'public'),
    format: 'esm',
  })
  copyPdfReader()
  fs.writeFileSync(stampFile, stamp)
  log(`made the fonts (${Math.round(bytes / 1024)} KiB) and the browser module`)
}

if (process.argv[1]?.endsWith('make-assets.ts')) await makeAssets(console.log)
