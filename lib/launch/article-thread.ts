/** The article check in a thread of the server (lib/launch/article-checker.ts): the kit comes once, then texts. */
import { parentPort } from 'node:worker_threads'
import { analyseArticle, compilePatterns } from '@/lib/claims/analyse'
import type { ArticleKit } from '@/lib/claims/article-kit'
import { makeReport, type ArticleReport } from '@/lib/claims/article-report'

export type ToThread = { kind: 'kit'; kit: ArticleKit } | { kind: 'text'; id: number; text: string }
export type FromThread = { id: number; report: ArticleReport | null }

let kit: ArticleKit | null = null

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'kit') {
    kit = message.kit
    compilePatterns(kit.patterns)
    return
  }
  let report: ArticleReport | null = null
  try {
    if (kit) report = makeReport(message.text, analyseArticle(message.text, kit.patterns), kit)
  } catch {
    // Null says so. Nothing of the text may reach a log.
  }
  parentPort?.postMessage({ id: message.id, report } satisfies FromThread)
})
