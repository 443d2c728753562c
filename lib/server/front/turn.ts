import type http from 'node:http'

/** Answers someone whose turn does not come in time: a page that says so, and in how many seconds to try again. */
export function answerBusy(response: http.ServerResponse, seconds: number, html: string): void {
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(seconds),
  })
  response.end(html)
}

/**
 * Calls `over` once: when the function that it gives back is called, or when the answer is given to the line. Not when
 * the other side has taken the answer, which may be slow; nor when the other side leaves, because the work goes on:
 * then `afterGoneMs` later at the latest.
 */
export function onceAnswered(
  response: http.ServerResponse,
  afterGoneMs: number,
  over: () => void,
): () => void {
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const endTurn = () => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    over()
  }
  const end = response.end.bind(response) as (...all: unknown[]) => http.ServerResponse
  response.end = (...all: unknown[]) => {
    endTurn()
    return end(...all)
  }
  response.once('close', () => {
    if (!isOver) timer = setTimeout(endTurn, afterGoneMs).unref()
  })
  return endTurn
}
