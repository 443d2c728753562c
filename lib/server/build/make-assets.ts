/**
 * Files that are made, not written: the font subsets, the browser modules and the manifests, into public/.
 * Runs in every start; a stamp with the hash of what they are made from makes the second run free.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BuildOptions } from 'esbuild'
import { languageFonts, wordsIn } from '@/lib/server/build/language-fonts'
import { manifestAddress, webManifest } from '@/lib/server/build/web-manifest'
import { fontFile, type FontWeight } from '@/lib/server/pdf/pdf-fonts'
import { root } from '@/lib/server/process/child'
import { StopError } from '@/lib/server/process/stop-error'
import { languages, locales, localesBut, messages, sourceLocale, type Locale } from '@/lib/texts/languages'

const require = createRequire(import.meta.url)

/** The languages whose letters may need fonts of their own; those of the first one are in the fonts of every page. */
const moreLanguages = localesBut(sourceLocale)
const textOf = (locale: Locale) =>
  JSON.stringify(messages[locale]) +
  wordsIn(process.env.LANTERN_CONTENT || path.join(root, 'prisma/content'), locale)

/** Letters of English and Spanish, the marks we set, and nothing else. */
const letters =
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') +
  'ÁÉÍÓÚÜÑáéíóúüñ¿¡ºª«»“”‘’–—…·•×−±≤≥½°€£¥©←→ \u00a0'
const digits = '0123456789'
/**
 * What few pages of English and Spanish need lies in a file of its own, fetched only by a page that has such a letter: the same
 * sets stand as `unicode-range` in app/styles/base.css. Headings are short and need less.
 */
const rare = '#*@\\^_`{|}~ÁÉÍÓÚÜÑüºª«»•×−±≤≥½°€£©'
const rareInHeadings = `${rare}¥←→$+<=>[]`
const without = (text: string) => [...letters].filter((letter) => !text.includes(letter)).join('')

const atkinson = 'atkinson-hyperlegible-next/latin'
const figures = 'hanken-grotesk/latin'
const serif = 'source-serif-4/latin'

/** What each font file holds, and the installed font that it is cut from. */
export const fonts = [
  // The digits of Atkinson are never shown: Figures comes first.
  { file: 'atkinson-400', from: atkinson, weight: 400, text: without(rare + digits) },
  { file: 'atkinson-400-rare', from: atkinson, weight: 400, text: rare },
  { file: 'atkinson-700', from: atkinson, weight: 700, text: without(rare + digits) },
  { file: 'atkinson-700-rare', from: atkinson, weight: 700, text: rare },
  { file: 'figures-400', from: figures, weight: 400, text: digits },
  { file: 'figures-700', from: figures, weight: 700, text: digits },
  { file: 'source-serif-600', from: serif, weight: 600, text: without(rareInHeadings) },
  { file: 'source-serif-600-rare', from: serif, weight: 600, text: rareInHeadings },
] satisfies { file: string; from: string; weight: FontWeight; text: string }[]

/** Our browser scripts: where each is written, and how it is loaded. `to` is its name below public/. */
export const scripts = [
  // Of every page; the address is older than the file's name.
  { from: 'lib/browser/keep-answers.ts', to: 'lantern', format: 'esm' },
  // Keeps pages for when there is no connection. Its address must stay: a browser asks there for a newer one.
  { from: 'lib/browser/save-pages-worker.ts', to: 'worker', format: 'iife' },
  // Ends links before their secrets are deleted; loaded when someone asks for that.
  { from: 'lib/browser/end-links.ts', to: 'end-links', format: 'esm' },
  // Takes the secret out of an address before the page is seen: a plain script, because modules never block.
  { from: 'lib/browser/take-fragment.ts', to: 'take-fragment', format: 'iife' },
  // The rest is loaded by its own page only. Firefox knows module workers only since version 114.
  { from: 'lib/browser/draw-summary.ts', to: 'summary', format: 'esm' },
  { from: 'lib/browser/article/check-article.ts', to: 'check-article', format: 'iife' },
  // What a result takes, and what making a packet takes: loaded when the form is first reached.
  { from: 'lib/browser/article/article-result.ts', to: 'article-result', format: 'esm' },
  { from: 'lib/browser/packets/make-packet.ts', to: 'make-packet', format: 'esm' },
  { from: 'lib/browser/article/check-article-worker.ts', to: 'check-article-worker', format: 'iife' },
  { from: 'lib/browser/packets/clinicians.ts', to: 'clinicians', format: 'esm' },
  { from: 'lib/browser/packets/build-packet.ts', to: 'build-packet', format: 'esm' },
  { from: 'lib/browser/packets/open-packet.ts', to: 'open-packet', format: 'esm' },
  { from: 'lib/browser/record/open-record.ts', to: 'record', format: 'esm' },
] as const

/** How esbuild makes one of them. */
export const howToBuild = ({ from, to, format }: (typeof scripts)[number]) =>
  ({
    entryPoints: [path.join(root, from)],
    outfile: path.join(root, `public/${to}.js`),
    format,
    bundle: true,
    minify: true,
    define: { 'process.env.LANTERN_LANGUAGES': JSON.stringify(process.env.LANTERN_LANGUAGES ?? '') },
    target: ['chrome87', 'safari14.1', 'firefox78'],
    logLevel: 'silent',
  }) satisfies BuildOptions

/** Changes when anything does that a script may be made from. */
function stampOf(): string {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json')))
  for (const folder of ['components', 'lib'])
    for (const file of fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|json)$/.test(file)) hash.update(fs.readFileSync(path.join(root, folder, file)))
  for (const locale of moreLanguages) hash.update(`${locale}\0${textOf(locale)}`)
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

/** Makes public/fonts/*.woff2, public/lantern.js and its like, and public/<language>.webmanifest unless they are there already. */
export async function makeAssets(log: (line: string) => void = () => {}): Promise<void> {
  const stampFile = path.join(root, 'public/fonts/made-from.txt')
  const stamp = stampOf()
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) return
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  const { default: subsetFont } = await import('subset-font')
  let bytes = 0
  for (const { file, from, weight, text } of fonts) {
    const subset = await subsetFont(fs.readFileSync(fontFile(root, from, weight)), text, {
      targetFormat: 'woff2',
      // Only the letters themselves: no small capitals, old-style figures or screen hints that no page asks for.
      noLayoutClosure: true,
      noHinting: true,
    })
    bytes += subset.length
    fs.writeFileSync(path.join(root, 'public/fonts', `${file}.woff2`), subset)
  }
  for (const locale of moreLanguages) {
    const made = await languageFonts(root, locale, languages[locale].script, textOf(locale), letters)
    for (const [name, file] of made.files) fs.writeFileSync(path.join(root, 'public/fonts', name), file)
    fs.writeFileSync(path.join(root, `public/fonts/${locale}.css`), made.css)
    if (made.missing.length > 0)
      throw new StopError(
        `The words of "${locale}" hold letters that no font of its script has: ${made.missing.join(' ')}`,
      )
  }
  const { build } = await import('esbuild')
  for (const script of scripts) await build(howToBuild(script))
  for (const locale of locales)
    fs.writeFileSync(path.join(root, 'public', manifestAddress(locale)), webManifest(locale))
  copyPdfReader()
  fs.writeFileSync(stampFile, stamp)
  log(`made the fonts (${Math.round(bytes / 1024)} KiB) and the browser modules`)
}

if (process.argv[1]?.endsWith('make-assets.ts')) await makeAssets(console.log)
