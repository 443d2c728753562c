/**
 * Papers as PDF files, in a thread of its own (lib/server/pdf/pdf-compiler.ts): a file that takes long holds up nobody, and
 * the thread can be ended. All of the work is here, not Typst's part alone: to look at each letter of 64 kB took the
 * server's event loop 55 ms a file.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import * as typst from '@myriaddreamin/typst-ts-web-compiler'
import { logoOrNull } from '@/lib/clinics/addresses'
import { fitLetters } from '@/lib/paper/letters'
import { markAsAccessible } from '@/lib/paper/pdf-mark'
import type { Paper } from '@/lib/paper/schema'
import { dataPath, logoPath, typstData, typstSource, type Sheet } from '@/lib/paper/typst'
import type { FromThread, GivenToThread, Made, ToThread } from '@/lib/server/pdf/pdf-compiler'
import { lettersIn, readPdfFonts } from '@/lib/server/pdf/pdf-fonts'
import { localeOrFirst, translator } from '@/lib/texts/translate'

/** As in lib/server/pdf/pdf-compiler.ts: a thread has the folder of its process. */
const root = process.cwd()
const wasmFile = 'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'
const sourcePath = '/paper.typ'
/** Faults as plain sentences. */
const plainFaults = 2

const given = (workerData as GivenToThread).fonts
const fonts = given ?? (await readPdfFonts(root))
if (!given) parentPort?.postMessage({ fonts } satisfies FromThread)
const letters = lettersIn(fonts)
await typst.default({ module_or_path: fs.readFileSync(path.join(root, wasmFile)) })
const builder = new typst.TypstCompilerBuilder()
builder.set_dummy_access_model() // no files, no network, no packages
for (const font of fonts) await builder.add_raw_font(font)
const compiler = await builder.build()
compiler.add_source(sourcePath, typstSource)

/** A logo as the start checked it and left it in public/. */
type Logo = { kind: 'png' | 'svg'; bytes: Uint8Array }

/** Null: the paper has none, or the file is not there (a clinic that was taken out since). */
function readLogo({ logo }: Paper): Logo | null {
  const src = logoOrNull(logo?.src)
  if (src === null) return null
  try {
    const bytes = new Uint8Array(fs.readFileSync(path.join(root, 'public', src)))
    return { kind: src.endsWith('.png') ? 'png' : 'svg', bytes }
  } catch {
    return null
  }
}

/** @throws when Typst refuses the document, or wrote a file of another shape than we know */
function set(paper: Paper, sheet: Sheet, logo: Logo | null): Uint8Array<ArrayBuffer> {
  const t = translator(localeOrFirst(paper.locale))
  const letterWords = { mark: t('paper.letterMark'), note: t('paper.letterNote') }
  const fitted = fitLetters(paper, (code) => letters.has(code), letterWords)
  const pageOf = t('paper.pageOf', { page: '{page}', pages: '{pages}' })
  compiler.map_shadow(
    dataPath,
    new TextEncoder().encode(typstData(fitted, sheet, { pageOf }, logo && logo.kind)),
  )
  if (logo) compiler.map_shadow(logoPath, logo.bytes)
  try {
    const { result } = compiler.compile(sourcePath, null, 'pdf', plainFaults) as { result: unknown }
    if (!(result instanceof Uint8Array)) throw new Error('Typst made no file')
    return new Uint8Array(markAsAccessible(result))
  } finally {
    compiler.unmap_shadow(dataPath)
    if (logo) compiler.unmap_shadow(logoPath)
  }
}

/** A file with a logo is not larger than this: people send it, and open it on phones. */
const mostBytesWithLogo = 200_000

/**
 * With a logo that Typst cannot draw, or that makes too large a file, the same paper without it: nobody goes without their
 * page for a picture.
 */
function make({ paper: sent, sheet }: ToThread): Made {
  const paper = JSON.parse(sent) as Paper
  const logo = readLogo(paper)
  if (!logo) return { file: set(paper, sheet, null), isLogoLost: paper.logo !== undefined }
  try {
    const file = set(paper, sheet, logo)
    if (file.length <= mostBytesWithLogo) return { file, isLogoLost: false }
  } catch {
    // Without it, then.
  }
  return { file: set(paper, sheet, null), isLogoLost: true }
}

parentPort?.on('message', (message: ToThread) => {
  let made: Made | null = null
  try {
    made = make(message)
  } catch {
    // Null says so. Nothing of the text may reach a log.
  }
  parentPort?.postMessage({ made } satisfies FromThread, made ? [made.file.buffer] : [])
})
