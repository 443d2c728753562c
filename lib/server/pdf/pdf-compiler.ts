/**
 * Makes PDF files: Typst as WebAssembly in a thread of this process. It has no access to files, the network or packages:
 * all it can read is one document, one data file, a clinic's logo and our fonts. Why this way: docs/decisions/0007-pdf-with-typst.md.
 */
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { makePdfQueue } from '@/lib/server/pdf/pdf-queue'
import { log } from '@/lib/log'
import type { Paper } from '@/lib/paper/schema'
import type { Sheet } from '@/lib/paper/typst'

/** A paper as JSON, and the sheet it is for. */
export type ToThread = { paper: string; sheet: Sheet }
/** A file. `isLogoLost`: without the logo that its paper has, as that could not be read or drawn. */
export type Made = { file: Uint8Array<ArrayBuffer>; isLogoLost: boolean }
/** Null: the paper could not be made. The fonts come once, from the first thread, which unpacked them. */
export type FromThread = { made: Made | null } | { fonts: Uint8Array[] }
/** Half a second of work that a thread need not do again. */
export type GivenToThread = { fonts: Uint8Array[] | null }

/** Typst keeps some 3 MB of every file that it made: after so many, a new thread begins with nothing (a second). */
const mostFiles = 40
/** A summary takes a tenth of a second, the longest a second and more. What takes longer than this on a busy machine would never end. */
const withinMs = 60_000

/** Thrown when a file took too long: a text of endless length, or a machine that has much else to do. */
export class PdfSlowError extends Error {}

type Thread = { make: (asked: ToThread) => Promise<Made>; isOver: () => boolean }

/**
 * Asked for by name at run time: a bundler that sees `new Worker` makes a bundle of the thread's file, and the copy does
 * not find Typst.
 */
const { Worker } = process.getBuiltinModule('node:worker_threads')

let fonts: Uint8Array[] | null = null

/** A thread that makes one file at a time. After a fault it is not used again: what a panic left behind is not known. */
function startThread(): Thread {
  // Not import.meta: the pages' bundle is another folder. The launcher and the tests run in the project's folder.
  const worker = new Worker(path.join(process.cwd(), 'lib/server/pdf/pdf-worker.mjs'), {
    workerData: { fonts } satisfies GivenToThread,
    execArgv: [],
  })
  let waiting: { done: (made: Made) => void; fail: (error: Error) => void } | null = null
  let left = mostFiles
  worker.unref()
  const end = (error: Error) => {
    left = 0
    waiting?.fail(error)
    waiting = null
    void worker.terminate()
  }
  worker.on('message', (message: FromThread) => {
    if ('fonts' in message) return void (fonts = message.fonts)
    const { made } = message
    if (!made) return end(new Error('The file could not be made'))
    waiting?.done(made)
    waiting = null
    worker.unref()
    if (left === 0) void worker.terminate()
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The thread that makes PDF files ended')))
  return {
    isOver: () => left === 0,
    make: (asked) =>
      new Promise<Made>((resolve, reject) => {
        left -= 1
        worker.ref() // the process stays for as long as somebody waits
        worker.postMessage(asked)
        const timer = setTimeout(() => end(new PdfSlowError('The file took too long')), withinMs)
        const after =
          <Value>(act: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(timer)
            act(value)
          }
        waiting = { done: after(resolve), fail: after(reject) }
      }),
  }
}

/** Makes one file at a time, so that a file that breaks or takes too long takes no other with it. */
function makeMaker(): (asked: ToThread) => Promise<Made> {
  let thread: Thread | null = null
  /** Over when the file before is made, or failed. */
  let before: Promise<unknown> = Promise.resolve()
  return async (asked) => {
    const mine = before.then(() => {
      if (!thread || thread.isOver()) thread = startThread()
      return thread.make(asked)
    })
    before = mine.catch(() => {})
    return mine
  }
}

const askedOf = (paper: Paper, sheet: Sheet): ToThread => ({ paper: JSON.stringify(paper), sheet })

const inQueue = makePdfQueue()
const makeInTurn = makeMaker()

/**
 * The PDF file of a paper: tagged, marked PDF/UA-1, fonts inside. Letters that no font of ours has become a mark with a
 * note under the text. The first file of a process takes about a second longer.
 * @throws PdfBusyError when too many wait; PdfSlowError after a minute; another error when it cannot be made, which is our
 * fault and never the paper's
 */
export async function makePdf(paper: Paper, sheet: Sheet): Promise<Uint8Array> {
  const { file, isLogoLost } = await makeWithLogo(paper, sheet)
  if (isLogoLost) log('warn', 'logo.not-drawn')
  return file
}

/** The same, with whether the paper's logo had to be left out: it cannot be drawn, or makes the file larger than 200 kB. */
export async function makeWithLogo(paper: Paper, sheet: Sheet): Promise<Made> {
  const asked = askedOf(paper, sheet)
  return inQueue(asked.paper.length, () => makeInTurn(asked))
}

/** Makes the file of one paper; waits for nobody else's. @throws as `makePdf` does, but is never too busy */
export type MakeOne = (paper: Paper, sheet: Sheet) => Promise<Made>

/**
 * Does each job, in as many threads as there are processors, and gives what came of them in their order: for a build,
 * during which nobody else waits for a file.
 * @throws what the first job that fails throws
 */
export async function makeMany<Job, Result>(
  jobs: readonly Job[],
  act: (job: Job, make: MakeOne) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const waiting = jobs.entries()
  const takeFromWaiting = async () => {
    const make = makeMaker()
    for (const [at, job] of waiting)
      results[at] = await act(job, (paper, sheet) => make(askedOf(paper, sheet)))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, takeFromWaiting))
  return results
}
