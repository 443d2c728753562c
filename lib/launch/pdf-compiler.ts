/**
 * Makes PDF files: Typst as a WebAssembly module in this process. It has no access to files, the network or packages:
 * all it can read is one document, one data file and our fonts. Why this way: docs/decisions/0007-pdf-with-typst.md.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import { readPdfFonts, type PdfFonts } from '@/lib/launch/pdf-fonts'
import { fitLetters } from '@/lib/paper/letters'
import { markAsAccessible } from '@/lib/paper/pdf-mark'
import type { Paper } from '@/lib/paper/schema'
import { dataPath, typstData, typstSource, type Sheet } from '@/lib/paper/typst'
import { isLocale, translator } from '@/lib/words/translate'

const wasmFile = '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'
const sourcePath = '/paper.typ'
/** Faults as plain sentences. */
const plainFaults = 2

type Compiled = { result?: unknown; diagnostics?: unknown[] }
type Machine = { compiler: TypstCompiler; fonts: PdfFonts }
let machine: Promise<Machine> | null = null

async function build(): Promise<Machine> {
  // Not import.meta: the pages' bundle is another folder. The launcher and the tests run in the project's folder.
  const root = process.cwd()
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  const [fonts] = await Promise.all([
    readPdfFonts(root),
    typst.default({ module_or_path: fs.readFileSync(path.join(root, 'node_modules', wasmFile)) }),
  ])
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const file of fonts.files) await builder.add_raw_font(file)
  const compiler = await builder.build()
  compiler.add_source(sourcePath, typstSource)
  return { compiler, fonts }
}

/** Ready to make files; the first call takes about half a second, and later ones nothing. */
function getMachine(): Promise<Machine> {
  machine ??= build().catch((error: unknown) => {
    machine = null
    throw error
  })
  return machine
}

/**
 * The PDF file of a paper: tagged, marked PDF/UA-1, fonts inside. Letters that no font of ours has become a mark with a
 * note under the text. The compiler keeps nothing of the paper.
 * @throws when Typst refuses the document, which is our fault and never the paper's
 */
export async function makePdf(paper: Paper, sheet: Sheet): Promise<Uint8Array> {
  const { compiler, fonts } = await getMachine()
  const t = translator(isLocale(paper.locale) ? paper.locale : 'en')
  const letterWords = { mark: t('paper.letterMark'), note: t('paper.letterNote') }
  const fitted = fitLetters(paper, (code) => fonts.letters.has(code), letterWords)
  const pageOf = t('paper.pageOf', { page: '{page}', pages: '{pages}' })
  compiler.map_shadow(dataPath, new TextEncoder().encode(typstData(fitted, sheet, { pageOf })))
  try {
    const { result, diagnostics } = compiler.compile(sourcePath, null, 'pdf', plainFaults) as Compiled
    compiler.unmap_shadow(dataPath) // nothing of a person stays in it
    if (!(result instanceof Uint8Array))
      throw new Error(`Typst made no file: ${diagnostics?.join(' ') ?? ''}`)
    return markAsAccessible(result)
  } catch (error) {
    machine = null // a fault inside WebAssembly leaves it in an unknown state: the next file gets a new one
    throw error
  }
}
