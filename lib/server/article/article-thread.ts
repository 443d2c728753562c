/**
 * The article check in a thread of the server (lib/server/article/article-checker.ts): the kit comes once, then texts. The report
 * leaves as finished HTML: making some thousand elements in the server's event loop held up every page for half a second.
 */
import { parentPort } from 'node:worker_threads'
import { reportView } from '@/lib/claims/report-view'
import { htmlOf } from '@/lib/texts/view'
import { analyseArticle } from '@/lib/claims/analyse'
import { compilePatterns } from '@/lib/claims/read-article'
import type { ArticleKit } from '@/lib/claims/article-kit'
import { makeReport } from '@/lib/claims/article-report'
import type { FromThread, ToThread } from '@/lib/server/article/article-checker'

let kit: ArticleKit | null = null

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'kit') {
    kit = message.kit
    compilePatterns(kit.patterns)
    return
  }
  let html: Uint8Array<ArrayBuffer> | null = null
  try {
    if (kit)
      html = new TextEncoder().encode(
        htmlOf(reportView(makeReport(message.text, analyseArticle(message.text, kit.patterns), kit), kit)),
      )
  } catch {
    // Null says so. Nothing of the text may reach a log.
  }
  // Given away and not copied: some megabytes, for which the event loop would stop.
  parentPort?.postMessage({ id: message.id, html } satisfies FromThread, html ? [html.buffer] : [])
})
