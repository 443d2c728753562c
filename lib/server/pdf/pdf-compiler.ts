/**
 * Makes PDF files: Typst as WebAssembly in a thread of this process. It has no access to files, the network or packages:
 * all it can read is one document, one data file and our fonts. Why this way: docs/decisions/0007-pdf-with-typst.md.
 */
import path from 'node:path'
import { readPdfFonts, type PdfFonts } from '@/lib/server/pdf/pdf-fonts'
import { makePdfQueue } from '@/lib/server/pdf/pdf-queue'
import { fitLetters } from '@/lib/paper/letters'
import { markAsAccessible } from '@/lib/paper/pdf-mark'
import type { Paper } from '@/lib/paper/schema'
import { dataPath, typstData, typstSource, type Sheet } from '@/lib/paper/typst'
import { localeOrFirst, translator } from '@/lib/texts/translate'

const wasmFile = 'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'
/** Typst keeps some 3 MB of every file that it made: after so many, a new thread begins with nothing (half a second). */
const mostFiles = 40
/** A summary takes a tenth of a second. What takes longer than this on a busy machine would never end. */
const withinMs = 60_000

type Waiting = { done: (file: Uint8Array) => void; fail: (error: Error) => void }
type Thread = { make: (data: string) => Promise<Uint8Array>; isWornOut: () => boolean }

/**
 * Asked for by name at run time: a bundler that sees `new Worker` makes a bundle of the thread's file, and the copy does
 * not find Typst.
 */
const { Worker } = process.getBuiltinModule('node:worker_threads')

function startThread(fonts: PdfFonts, root: string): Thread {
  const waiting = new Map<number, Waiting>()
  let made = 0
  const worker = new Worker(path.join(root, 'lib/server/pdf/pdf-worker.mjs'), {
    workerData: {
      wasm: path.join(root, wasmFile),
      fonts: fonts.files,
      source: typstSource,
      sourcePath: '/paper.typ',
      dataPath,
    },
    execArgv: [],
  })
  worker.unref()
  const end = (error: Error) => {
    made = mostFiles
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
    void worker.terminate()
  }
  const settle = (id: number, file: Uint8Array | null) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (file) asked?.done(file)
    else asked?.fail(new Error('Typst made no file'))
    if (waiting.size > 0) return
    worker.unref()
    if (made >= mostFiles) void worker.terminate()
  }
  worker.on('message', ({ id, file }: { id: number; file: Uint8Array | null }) => settle(id, file))
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The thread that makes PDF files ended')))
  return {
    isWornOut: () => made >= mostFiles,
    make: (data) =>
      new Promise((resolve, reject) => {
        const id = (made += 1)
        const timer = setTimeout(() => end(new Error('Typst took too long')), withinMs)
        const after =
          <Value>(act: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(timer)
            act(value)
          }
        waiting.set(id, { done: after(resolve), fail: after(reject) })
        worker.ref() // the process stays for as long as somebody waits
        worker.postMessage({ id, data })
      }),
  }
}

let fonts: Promise<PdfFonts> | null = null
const inQueue = makePdfQueue()
let thread: Thread | null = null

/**
 * The PDF file of a paper: tagged, marked PDF/UA-1, fonts inside. Letters that no font of ours has become a mark with a
 * note under the text. The first file of a process takes about half a second longer.
 * @throws PdfBusyError when too many wait; another error when Typst refuses the document, which is our fault and never the paper's
 */
export async function makePdf(paper: Paper, sheet: Sheet): Promise<Uint8Array> {
  // Not import.meta: the pages' bundle is another folder. The launcher and the tests run in the project's folder.
  const root = process.cwd()
  fonts ??= readPdfFonts(root).catch((error: unknown) => {
    fonts = null // the next file tries again
    throw error
  })
  const read = await fonts
  const t = translator(localeOrFirst(paper.locale))
  const letterWords = { mark: t('paper.letterMark'), note: t('paper.letterNote') }
  const fitted = fitLetters(paper, (code) => read.letters.has(code), letterWords)
  const pageOf = t('paper.pageOf', { page: '{page}', pages: '{pages}' })
  const data = typstData(fitted, sheet, { pageOf })
  return inQueue(data.length, async () => {
    if (!thread || thread.isWornOut()) thread = startThread(read, root)
    return markAsAccessible(await thread.make(data))
  })
}
