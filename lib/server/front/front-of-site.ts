/**
 * Everything between the line and Next. Finished files first; then, under the headers that every answer carries, what is
 * answered here: links that lost their `#`, refusals, our addresses in another spelling, and all that is not on the site's
 * list. Only an address from that list goes on to Next, and of the request only a closed list of headers.
 * Why: docs/decisions/0015-a-closed-front.md.
 */
import type http from 'node:http'
import { linkPageOf, meaningOf, type SiteAddresses } from '@/lib/server/front/addresses'
import { makeArticleGate } from '@/lib/server/front/article-gate'
import type { ClientModules } from '@/lib/server/build/client-parts'
import { askedBy, type Asked } from '@/lib/server/front/encoding'
import { answerRefusal, isFormPost, pageOfForm, withFormPosts } from '@/lib/server/front/form-posts'
import type { Limits } from '@/lib/server/front/limits'
import type { Later } from '@/lib/server/front/new-lines'
import type { Metrics } from '@/lib/server/front/metrics'
import { withPolicies } from '@/lib/server/front/front-of-next'
import { withPageTurns } from '@/lib/server/front/page-turns'
import { answerNotReady } from '@/lib/server/front/not-ready'
import { missingPage, untranslatedPage } from '@/lib/server/front/plain-page'
import { straighten } from '@/lib/server/front/plain-path'
import { answerOpen } from '@/lib/server/front/open-data'
import { isOverTls, protect, type Hosts } from '@/lib/server/front/security-headers'
import { securityText } from '@/lib/server/front/security-text'
import type { Handler } from '@/lib/server/front/serve'
import { pathOf, type Site } from '@/lib/server/front/site'
import { locales } from '@/lib/texts/translate'
import { onlyPassedHeaders } from '@/lib/server/front/request-headers'

type Parts = {
  /** The exported pages; null when there are none, and Next then serves all that is on the list. */
  site: Site | null
  /** What exists on this site. */
  addresses: SiteAddresses
  /** Next's own handler; null while a new release is made: finished files are handed out, and nothing else is. */
  next: Handler | null
  modules: ClientModules | null
  trustsProxy: boolean
  limits?: Limits
  metrics?: Metrics
  /** Whom to tell about a weakness (LANTERN_CONTACT). */
  contact?: string | undefined
  /** When a page that waited for its turn may be made. */
  later?: Later
  /** What the page beside a record may ask and be shown by (LANTERN_RECORDS). */
  hosts?: Hosts | undefined
}

function isReadable(path: string): boolean {
  try {
    // A zero byte is in no address of ours, and file systems end a name at it.
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** Whether a page answers a form, but for the check of an article. */
const isAnswerInTurn = (url: string) =>
  url.endsWith('/answered') && !url.endsWith('/check-an-article/answered')

const isReading = ({ method }: http.IncomingMessage) => method === 'GET' || method === 'HEAD'

/** Why a request is answered here and goes no further; null when it may pass. Route handlers judge their own methods. */
function refusal(request: http.IncomingMessage): { status: number; allow?: string } | null {
  const path = pathOf(request.url)
  if (path === null || !isReadable(path)) return { status: 400 }
  if (request.headers.host === undefined && request.httpVersion !== '1.0') return { status: 400 }
  if (isReading(request) || isFormPost(request)) return null
  const method = request.method ?? ''
  if (path.startsWith('/api/') && method !== 'TRACE' && method !== 'CONNECT') return null
  // Next would take any method for a page, and a POST for one of its own protocols, which nothing here speaks.
  return { status: method === 'OPTIONS' ? 204 : 405, allow: 'GET, HEAD' }
}

function answerEmpty(response: http.ServerResponse, status: number, headers: http.OutgoingHttpHeaders): void {
  response.writeHead(status, { 'Content-Length': 0, 'Cache-Control': 'no-store', ...headers })
  response.end()
}

/** Sends a page that was made for this answer. */
function sendPage(asked: Asked, response: http.ServerResponse, status: number, html: string): void {
  protect(response, asked.isTls)
  const body = Buffer.from(html)
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  })
  response.end(asked.isHead ? undefined : body)
}

/** The handler for the web server of a finished build. */
export function makeFront({
  site,
  addresses,
  next,
  modules,
  trustsProxy,
  limits,
  metrics,
  contact,
  later,
  hosts,
}: Parts): Handler {
  const notReady: Handler = (request, response) => answerNotReady(request, response, 'updating', trustsProxy)
  const closed: Handler = (request, response) => {
    onlyPassedHeaders(request)
    next?.(request, response)
  }
  const pages = next ? withPolicies(closed, site, modules, trustsProxy, addresses.ready, hosts) : notReady
  const inTurn = withPageTurns(pages, trustsProxy, undefined, later)
  // A checked article has a turn of its own, in its thread; replies of handlers are small.
  const answers: Handler = (request, response) =>
    isAnswerInTurn(request.url ?? '') ? inTurn(request, response) : pages(request, response)
  const rest = withFormPosts(answers, makeArticleGate(limits?.weigh))

  /** The kind page for what is not here: from memory, the same for every address of a language. */
  const answerMissing = (request: http.IncomingMessage, response: http.ServerResponse, status: 400 | 404) => {
    const asked = askedBy(request, trustsProxy)
    const path = pathOf(request.url) ?? ''
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    if (site?.answerError(asked, response, status, path)) return
    sendPage(asked, response, status, missingPage(path))
  }

  return (request, response) => {
    if (isReading(request)) request.url = linkPageOf(request.url ?? '') ?? request.url
    if (site?.answer(request, response)) return metrics?.countFile(response.statusCode)
    metrics?.watch(request, response)
    const isData = pathOf(request.url)?.startsWith('/api/') ?? false
    protect(response, isOverTls(request, trustsProxy), isData)
    if (metrics?.answer(request, response)) return
    if (answerOpen(request, response, addresses)) return
    const refused = refusal(request)
    if (refused?.status === 400 && isReading(request)) return answerMissing(request, response, 400)
    if (refused?.status === 405 && request.method === 'POST') {
      // A browser's form, of a page that takes none: an empty answer would be a white page.
      request.resume()
      response.setHeader('Allow', refused.allow ?? '')
      return answerRefusal(response, 405, request.url)
    }
    if (refused) return answerEmpty(response, refused.status, refused.allow ? { Allow: refused.allow } : {})
    const isAsked = isReading(request) && pathOf(request.url) === '/.well-known/security.txt'
    const told = isAsked ? securityText(contact, locales, Date.now()) : null
    if (told !== null) {
      const body = Buffer.from(told)
      response.writeHead(200, {
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Length': body.length,
        'Cache-Control': 'no-cache',
      })
      return void response.end(request.method === 'HEAD' ? undefined : body)
    }
    if (isFormPost(request)) {
      if (!addresses.ready.has(pageOfForm(pathOf(request.url) ?? ''))) {
        request.resume() // what was sent with it is let go, so that the next request on the line is heard
        return answerRefusal(response, 404, request.url)
      }
    } else {
      straighten(request)
      const meaning = meaningOf(request.url ?? '', addresses, askedBy(request, trustsProxy).locale)
      if (meaning.kind === 'elsewhere' && isReading(request))
        return answerEmpty(response, 307, { Location: meaning.to })
      if (meaning.kind !== 'known') {
        request.resume()
        if (meaning.kind === 'untranslated') {
          const html = site?.untranslated(meaning.address) ?? untranslatedPage(meaning.address)
          return sendPage(askedBy(request, trustsProxy), response, 404, html)
        }
        return answerMissing(request, response, 404)
      }
      request.url = meaning.url
    }
    // Forms and data have limits of their own.
    const handler = isReading(request) && !isData ? inTurn : rest
    return limits ? limits.guard(request, response, handler) : handler(request, response)
  }
}
