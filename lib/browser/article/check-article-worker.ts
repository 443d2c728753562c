/**
 * The article check off the main thread: patterns come once, then one text at a time. Built into
 * public/check-article-worker.js by lib/server/build/make-assets.ts. Asks the network for nothing and keeps nothing.
 */
import { analyseArticle } from '@/lib/claims/analyse'
import { compilePatterns } from '@/lib/claims/read-article'
import type { ArticleCheck, ArticlePatterns } from '@/lib/claims/sign-schema'

export type ToWorker =
  { kind: 'patterns'; patterns: ArticlePatterns; warmUp: string } | { kind: 'text'; id: number; text: string }
export type FromWorker =
  { kind: 'ready' } | { kind: 'checked'; id: number; check: ArticleCheck } | { kind: 'failed'; id: number }

let patterns: ArticlePatterns | null = null

const answer = (message: FromWorker) => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'patterns') {
    patterns = data.patterns
    compilePatterns(patterns)
    // The first text is read at full speed when the browser has seen the work once.
    for (let run = 0; run < 3; run++) analyseArticle(data.warmUp.repeat(5), patterns)
    answer({ kind: 'ready' })
    return
  }
  try {
    if (!patterns) throw new Error('the patterns have not come yet')
    answer({ kind: 'checked', id: data.id, check: analyseArticle(data.text, patterns) })
  } catch {
    answer({ kind: 'failed', id: data.id })
  }
})
