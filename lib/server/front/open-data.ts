/**
 * What is asked below /api/evidence and is no file there: programmers get JSON that says where the index is, under the
 * headers of the open data, so that a page on another site can read that too.
 */
import type http from 'node:http'
import { indexAddress, isOpen, openApiAddress } from '@/lib/evidence/addresses'
import type { Refusal } from '@/lib/evidence/schema'
import { meaningOf, type SiteAddresses } from '@/lib/server/front/addresses'
import { plainPath } from '@/lib/server/front/plain-path'
import { openHeaders } from '@/lib/server/front/security-headers'
import { sourceLocale, translator } from '@/lib/texts/translate'

const methods = 'GET, HEAD, OPTIONS'

function refusalOf(code: Refusal['code']): Buffer {
  const t = translator(sourceLocale)
  const message = code === 'not-found' ? t('openData.missing') : t('openData.method')
  const refusal: Refusal = { code, message, index: indexAddress, openapi: openApiAddress }
  return Buffer.from(`${JSON.stringify(refusal)}\n`)
}
const missing = refusalOf('not-found')
const method = refusalOf('method-not-allowed')

/**
 * Answers a request below /api/evidence that no file answered; false leaves any other request untouched. The files
 * themselves were handed out before this (site.ts). Nothing of the request is in the answer.
 */
export function answerOpen(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  addresses: SiteAddresses,
): boolean {
  if (!isOpen(plainPath(request.url).toLowerCase())) return false
  request.resume() // what was sent with it is let go, so that the next request on the line is heard
  for (const [name, value] of openHeaders) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'no-store')
  const empty = (status: number, headers: http.OutgoingHttpHeaders) => {
    response.writeHead(status, { 'Content-Length': 0, ...headers })
    response.end()
  }
  const refuse = (code: Refusal['code'], body: Buffer, headers: http.OutgoingHttpHeaders = {}) => {
    response.writeHead(code === 'not-found' ? 404 : 405, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': body.length,
      ...headers,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  if (request.method === 'OPTIONS') {
    // A page elsewhere that asks with If-None-Match asks first if it may.
    empty(204, {
      Allow: methods,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
    return true
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse('method-not-allowed', method, { Allow: methods })
    return true
  }
  const meaning = meaningOf(request.url ?? '', addresses)
  if (meaning.kind === 'elsewhere' && isOpen(meaning.to)) empty(307, { Location: meaning.to })
  else refuse('not-found', missing)
  return true
}
