/**
 * Checks posted texts in a thread of this process, so that no reading page waits for them. One at a time: who waits for
 * a turn is decided in front (lib/server/front/article-gate.ts). Why: docs/decisions/0016-one-reading-of-text.md.
 */
import path from 'node:path'
import type { ArticleKit } from '@/lib/claims/article-kit'

export type ToThread = { kind: 'kit'; kit: ArticleKit } | { kind: 'text'; id: number; text: string }
export type FromThread = { id: number; html: Uint8Array | null }

/** The longest text takes half a second on a calm machine. What takes longer than this would never end. */
const withinMs = 30_000

/** Asked for by name at run time: a bundler that sees `new Worker` makes a bundle of the thread's file. */
const { Worker } = process.getBuiltinModule('node:worker_threads')

type Waiting = { done: (html: Uint8Array) => void; fail: (error: Error) => void }
type Thread = { kit: ArticleKit; check: (text: string) => Promise<Uint8Array>; end: () => void }

function startThread(kit: ArticleKit): Thread {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  // Not import.meta: the pages' bundle is another folder. The launcher and the tests run in the project's folder.
  const worker = new Worker(path.join(process.cwd(), 'lib/server/article/article-worker.mjs'), {
    execArgv: [],
    // A text of 200,000 characters needs some 100 MB at the most; a runaway must not take the server with it.
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  worker.unref()
  const send = (message: ToThread) => worker.postMessage(message)
  const end = (error: Error) => {
    if (thread?.kit === kit) thread = null
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
    void worker.terminate()
  }
  worker.on('message', ({ id, html }: FromThread) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (html !== null) one?.done(html)
    else one?.fail(new Error('The article could not be checked'))
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The thread that checks articles ended')))
  send({ kind: 'kit', kit })
  return {
    kit,
    end: () => end(new Error('There is a newer release')),
    check: (text) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1)
        const timer = setTimeout(() => end(new Error('An article took too long to check')), withinMs)
        waiting.set(id, {
          done: (html) => {
            clearTimeout(timer)
            resolve(html)
          },
          fail: (error) => {
            clearTimeout(timer)
            reject(error)
          },
        })
        worker.ref() // the process stays for as long as somebody waits
        send({ kind: 'text', id, text })
      }),
  }
}

let thread: Thread | null = null

/**
 * The report on one text as HTML in UTF-8 (line ends as `withPlainLineEnds` makes them). The first one of a process takes about a second
 * longer. @throws when the thread died or the text took longer than 30 s; the next call starts a new thread
 */
export function checkInThread(text: string, kit: ArticleKit): Promise<Uint8Array> {
  if (thread && thread.kit !== kit) thread.end()
  thread ??= startThread(kit)
  return thread.check(text)
}
