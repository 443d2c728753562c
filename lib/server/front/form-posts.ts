/**
 * Plain form posts of the journey (no JavaScript): `POST /en/heart-failure/check` shows the same page as GET, made
 * with the answers in the form. The fields are handed to the page in memory for this one request, and are never
 * stored, logged, or put in an address. Next has no page that answers a POST, so this stands in front of it.
 */
import type http from 'node:http'
import { busyArticlePage, makeArticleGate, type ArticleGate } from '@/lib/server/front/article-gate'
import { plainPage } from '@/lib/server/front/plain-page'
import { pageOfShare, sharedText } from '@/lib/claims/shared-text'
import { withPostedFields } from '@/lib/posted-fields'
import type { Handler } from '@/lib/server/front/serve'
import { answerBusy } from '@/lib/server/front/turn'
import { localeOfAddress, translator } from '@/lib/texts/translate'

/** Pages that answer a form post; each has an `answered` page of its own that is made anew for every request. */
const formPath =
  /^\/([a-z]{2,3})\/(?:check-an-article(?:\/shared)?|([a-z0-9-]{1,64})\/(what-matters|check|summary))$/

/** The largest form in bytes. Three texts of 2,000 characters and every tick stay far below it. */
export const maxFormBytes = 64 * 1024
/** The form that takes a whole article: 200,000 letters, spaces and line ends as a form writes them. */
export const maxArticleBytes = 256 * 1024

/** The page that a form is posted to: the address itself, or the check for what another app shares. */
export const pageOfForm = (path: string): string => pageOfShare(path) ?? path

const isArticle = (path: string) => pageOfForm(path).endsWith('/check-an-article')
const limitOf = (path: string) => (isArticle(path) ? maxArticleBytes : maxFormBytes)

/**
 * A body of at most `limit` bytes as text, counted while it comes: what Content-Length says is not believed. Null:
 * larger. The rest of a larger one is read and let go, for as long as the server gives a request (lib/server/front/serve.ts):
 * left on the line, it would stand before the browser's next request, which then waits for nothing.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > limit ? null : Buffer.concat(chunks).toString('utf8')
}

/** Why a form can be refused: each has its sentence in the messages (`refused`). Nothing that was sent is repeated. */
export type FormRefusal = 400 | 403 | 404 | 405 | 413 | 415 | 429 | 503

/** The page that someone sees whose form was refused, in the language of the form's address. */
export function refusalPage(status: FormRefusal, address: string): string {
  const locale = localeOfAddress(address)
  const t = translator(locale)
  // A page that takes no form (405) and a form that is not there (404) are one thing to a person.
  return plainPage(locale, t('refused.title'), [
    t(`refused.${status === 405 ? 404 : status}`),
    t('refused.back'),
  ])
}

/** Answers with that page. */
export function answerRefusal(response: http.ServerResponse, status: FormRefusal, address = ''): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(refusalPage(status, address))
}

/** Whether what is sent can be a form of ours: not another kind of body, and not from a page of another site. */
export function formRefusal(header: (name: string) => string | null | undefined): 403 | 415 | null {
  if (!/^application\/x-www-form-urlencoded\b/i.test(header('content-type') ?? '')) return 415
  const site = header('sec-fetch-site') ?? 'none'
  return site === 'same-origin' || site === 'none' ? null : 403
}

/** Whether a request is one of the journey's forms, sent without JavaScript. */
export function isFormPost(request: Pick<http.IncomingMessage, 'method' | 'url'>): boolean {
  return request.method === 'POST' && formPath.test((request.url ?? '').split('?')[0] ?? '')
}

/** Wraps the page handler so that the journey's forms work without JavaScript. `gate`: who may have a text checked. */
export function withFormPosts(pages: Handler, gate: ArticleGate = makeArticleGate()): Handler {
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse, path: string) => {
    const body = await readBody(request, limitOf(path))
    if (body === null) return answerRefusal(response, 413, path)
    const posted = [...new URLSearchParams(body)]
    // Shared by an installed Lantern without its service worker: it is shown in the box, and not read here.
    const isShare = pageOfShare(path) !== null
    const fields: typeof posted = isShare ? [['shared', sharedText(posted)]] : posted
    let endTurn: (() => void) | undefined
    if (isArticle(path) && !isShare) {
      const text = fields.find(([name]) => name === 'text')?.[1] ?? ''
      const entered = await gate.enter(request, response, text.length)
      if (!entered.isIn) {
        const { seconds } = entered
        return answerBusy(response, seconds, busyArticlePage(path, text, seconds))
      }
      endTurn = entered.endTurn
    }
    request.method = 'GET'
    request.url = `${pageOfForm(path)}/answered`
    for (const header of ['content-type', 'content-length', 'transfer-encoding'])
      delete request.headers[header]
    // Not `no-store`: Back to the page would end in an error (Chromium keeps no posted page whole, and asks its disk).
    // Chromium writes the posted fields into the list of its open tabs whatever we say; "Leave quickly"
    // makes it drop this copy (app/api/forget).
    response.setHeader('cache-control', 'private, no-cache')
    withPostedFields(fields, () => pages(request, response), endTurn)
  }
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (!isFormPost(request)) return pages(request, response)
    const refused = formRefusal((name) => String(request.headers[name] ?? '') || null)
    if (refused) return answerRefusal(response, refused, path)
    void answer(request, response, path).catch(() => answerRefusal(response, 400, path))
  }
}
