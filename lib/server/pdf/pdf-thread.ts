/**
 * Papers as PDF files, in a thread of its own (lib/server/pdf/pdf-compiler.ts): a file that takes long holds up nobody, and
 * the thread can be ended. All of the work is here, not Typst's part alone: to look at each letter of 64 kB took the
 * server's event loop 55 ms a file.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import * as typst from '@myriaddreamin/typst-ts-web-compiler'
import { fitLetters } from '@/lib/paper/letters'
import { markAsAccessible } from '@/lib/paper/pdf-mark'
import type { Paper } from '@/lib/paper/schema'
import { dataPath, typstData, typstSource } from '@/lib/paper/typst'
import type { FromThread, GivenToThread, ToThread } from '@/lib/server/pdf/pdf-compiler'
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

/** @throws when Typst refuses the document, or wrote a file of another shape than we know */
function make({ paper: sent, sheet }: ToThread): Uint8Array<ArrayBuffer> {
  const paper = JSON.parse(sent) as Paper
  const t = translator(localeOrFirst(paper.locale))
  const letterWords = { mark: t('paper.letterMark'), note: t('paper.letterNote') }
  const fitted = fitLetters(paper, (code) => letters.has(code), letterWords)
  const pageOf = t('paper.pageOf', { page: '{page}', pages: '{pages}' })
  compiler.map_shadow(dataPath, new TextEncoder().encode(typstData(fitted, sheet, { pageOf })))
  try {
    const { result } = compiler.compile(sourcePath, null, 'pdf', plainFaults) as { result: unknown }
    if (!(result instanceof Uint8Array)) throw new Error('Typst made no file')
    return new Uint8Array(markAsAccessible(result))
  } finally {
    compiler.unmap_shadow(dataPath)
  }
}

parentPort?.on('message', (message: ToThread) => {
  let file: Uint8Array<ArrayBuffer> | null = null
  try {
    file = make(message)
  } catch {
    // Null says so. Nothing of the text may reach a log.
  }
  parentPort?.postMessage({ file } satisfies FromThread, file ? [file.buffer] : [])
})
