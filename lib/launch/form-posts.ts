/**
 * Plain form posts of the journey (no JavaScript): `POST /en/heart-failure/check` shows the same page as GET, made
 * with the answers in the form. The fields are handed to the page in memory for this one request, and are never
 * stored, logged, or put in an address. Next has no page that answers a POST, so this stands in front of it.
 */
import type http from 'node:http'
import { plainPage } from '@/lib/launch/plain-page'
import { withPostedFields } from '@/lib/launch/posted-fields'
import type { Handler } from '@/lib/launch/serve'

/** Pages that answer a form post; each has an `answered` page of its own that is made anew for every request. */
const formPath = /^\/([a-z]{2})\/(?:check-an-article|([a-z0-9-]{1,64})\/(what-matters|check|summary))$/

/** The largest form in bytes. Three texts of 2,000 characters and every tick stay far below it. */
export const maxFormBytes = 64 * 1024
/** The form that takes a whole article: 200,000 letters, spaces and line ends as a form writes them. */
export const maxArticleBytes = 256 * 1024

const limitOf = (path: string) => (path.endsWith('/check-an-article') ? maxArticleBytes : maxFormBytes)

async function readBody(request: http.IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function refuse(response: http.ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(
    plainPage('en', 'That did not work', [
      text,
      "Go back with your browser's Back button: what you wrote is still there.",
    ]),
  )
}

/** Whether a request is one of the journey's forms, sent without JavaScript. */
export function isFormPost(request: http.IncomingMessage): boolean {
  return request.method === 'POST' && formPath.test((request.url ?? '').split('?')[0] ?? '')
}

/** Wraps the page handler so that the journey's forms work without JavaScript. */
export function withFormPosts(pages: Handler): Handler {
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (!isFormPost(request)) return pages(request, response)
    if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? ''))
      return refuse(response, 415, 'This page only takes its own form.')
    // Only our own pages may post here: a form on another site must not be able to.
    const site = request.headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      return refuse(response, 403, 'This form was sent from another site.')
    void readBody(request, limitOf(path))
      .then((body) => {
        if (body === null) return refuse(response, 413, 'The text is too long for one form.')
        const fields = [...new URLSearchParams(body)]
        request.method = 'GET'
        request.url = `${path}/answered`
        for (const header of ['content-type', 'content-length', 'transfer-encoding'])
          delete request.headers[header]
        response.setHeader('cache-control', 'no-store')
        withPostedFields(fields, () => pages(request, response))
      })
      .catch(() => refuse(response, 400, 'The form did not arrive whole. Please send it again.'))
  }
}
