/**
 * Stands in front of Next for everything that is not a finished file. HTML from Next is held back until it is whole:
 * a page without browser parts (a form's answer, an error) loses the framework and gets the strict policy; a page
 * with browser parts gets a policy that allows the framework's inline scripts by hash, and only those of known shape.
 * Everything else passes through as it comes.
 */
import { createHash } from 'node:crypto'
import type http from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { withLanguages } from '@/lib/server/build/alternates'
import { interactiveParts, type ClientModules } from '@/lib/server/build/client-parts'
import { withAwayNote, type AwayNote } from '@/lib/db/away'
import { retryAfterSeconds } from '@/lib/errors'
import { isRecordPage } from '@/lib/record/addresses'
import { fillPlace, withPageInsert, type PageInsert } from '@/lib/page-insert'
import { askedBy, isSameCopy, type Asked, type Encoding } from '@/lib/server/front/encoding'
import { answerRefusal } from '@/lib/server/front/form-posts'
import { flightOf, readPage, scriptHashes, withoutFramework } from '@/lib/server/build/page-html'
import { pageHeaders } from '@/lib/server/front/page-headers'
import { failurePage } from '@/lib/server/front/plain-page'
import {
  contentPolicy,
  noHosts,
  protect,
  strictPolicy,
  type Hosts,
} from '@/lib/server/front/security-headers'
import type { Handler } from '@/lib/server/front/serve'
import { pathOf, type Site } from '@/lib/server/front/site'

type Made = {
  body: Buffer
  policy: string
  scripts: readonly string[]
  packed: Partial<Record<Encoding, Buffer>>
}

/** Finished pages are recognised by Next's ETag, so that they are read and packed once. */
const maxKept = 100

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)
const fast = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }

/**
 * What the browser gets for a page that Next made, and the policy that fits it.
 * @param tie ties the page to its other languages
 */
export function makePage(
  made: string,
  modules: ClientModules | null,
  tie: (html: string) => string = (html) => html,
): { html: string; policy: string; scripts: readonly string[] } {
  const html = tie(made)
  const page = readPage(html)
  const parts = modules && page.strange.length === 0 ? interactiveParts(flightOf(page), modules) : null
  if (parts && parts.length === 0) {
    return { html: withoutFramework(page, (address) => address), policy: strictPolicy, scripts: [] }
  }
  const scripts = scriptHashes(page)
  return { html, policy: contentPolicy(scripts), scripts }
}

/** Holds back an HTML answer until it is whole; any other answer goes out as Next writes it. */
function holdBackHtml(response: http.ServerResponse, whenWhole: (body: Buffer) => void): void {
  const own = {
    write: response.write.bind(response),
    end: response.end.bind(response),
    writeHead: response.writeHead.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  }
  const chunks: Buffer[] = []
  const isHtml = () => String(response.getHeader('content-type') ?? '').startsWith('text/html')
  // Only steps aside: Next's compression has wrapped these methods meanwhile, and needs its wrapping kept (it holds
  // back the `drain` of a large answer until its own `write` has been called).
  const keep = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const held = {
    flushHeaders: () => {
      if (!isHtml()) own.flushHeaders()
    },
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status
      const headers = rest.find((value) => typeof value === 'object' && value !== null)
      const pairs = Array.isArray(headers)
        ? headers.flatMap((value, at) => (at % 2 ? [] : [[value, headers[at + 1]] as const]))
        : Object.entries(headers ?? {})
      for (const [name, value] of pairs)
        if (value !== undefined) response.setHeader(String(name), value as string | string[])
      return isHtml() ? response : own.writeHead(status)
    },
    write: (chunk: unknown, encoding?: unknown, done?: unknown) => {
      if (!isHtml()) return (own.write as (...all: unknown[]) => boolean)(chunk, encoding, done)
      keep(chunk, encoding)
      const callback = typeof encoding === 'function' ? encoding : done
      if (typeof callback === 'function') queueMicrotask(callback as () => void)
      return true
    },
    end: (chunk?: unknown, encoding?: unknown, done?: unknown) => {
      if (!isHtml()) return (own.end as (...all: unknown[]) => unknown)(chunk, encoding, done)
      if (typeof chunk !== 'function') keep(chunk, encoding)
      Object.assign(response, own)
      whenWhole(Buffer.concat(chunks))
      return response
    },
  }
  Object.assign(response, held)
}

function dropHeaders(response: http.ServerResponse, names: readonly string[]): void {
  for (const name of names) response.removeHeader(name)
}

/** The policy of a page; the page beside a record has the one of its address (lib/server/front/security-headers.ts). */
function setPolicy(
  response: http.ServerResponse,
  url: string,
  { policy, scripts }: Made,
  hosts: Hosts,
): void {
  if (!isRecordPage(url) || response.statusCode !== 200)
    return void response.setHeader('Content-Security-Policy', policy)
  response.removeHeader('X-Frame-Options')
  for (const [name, value] of pageHeaders(url, hosts, scripts)) response.setHeader(name, value)
}

/** The answer to a form whose page could not be made for want of the database. What was written stays in the form. */
function answerAway(response: http.ServerResponse, url: string): void {
  dropHeaders(response, ['etag', 'content-length', 'transfer-encoding', 'content-encoding', 'link', 'vary'])
  answerRefusal(response, 503, url)
}

/** Tags the copy of a finished page; true when the browser has this very copy, and is told so. */
function answerSameCopy(asked: Asked, response: http.ServerResponse, body: Buffer): boolean {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16)
  const etag = `"${hash}-${asked.encoding}"`
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', 'no-cache')
  if (!isSameCopy(asked.ifNoneMatch, etag)) return false
  response.removeHeader('content-type')
  response.statusCode = 304
  response.end()
  return true
}

async function pack(made: Made, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return made.body
  return (made.packed[encoding] ??= await (encoding === 'br' ? brotli(made.body, fast) : gzip(made.body)))
}

/**
 * Wraps Next's handler. `site` gives the pages for errors; `modules` tells which pages have browser parts; `addresses` are
 * all pages, for those that a page is in other languages; `hosts` are those of the page beside a record.
 */
export function withPolicies(
  next: Handler,
  site: Site | null,
  modules: ClientModules | null,
  trustsProxy: boolean,
  addresses: ReadonlySet<string> = new Set(),
  hosts = noHosts,
): Handler {
  const kept = new Map<string, Made>()

  const make = (body: Buffer, url: string, key: string | null): Made => {
    const known = key === null ? undefined : kept.get(key)
    if (known) return known
    const { html, policy, scripts } = makePage(body.toString('utf8'), modules, (html) =>
      withLanguages(html, url, addresses),
    )
    const made: Made = { body: Buffer.from(html), policy, scripts, packed: {} }
    if (key !== null) {
      if (kept.size >= maxKept) kept.clear()
      kept.set(key, made)
    }
    return made
  }

  const finish = async (
    asked: Asked,
    url: string,
    response: http.ServerResponse,
    body: Buffer,
    { isAway }: AwayNote,
    insert: PageInsert,
  ) => {
    if (isAway && response.statusCode >= 500) {
      response.statusCode = 503
      response.setHeader('retry-after', retryAfterSeconds)
      if (url.endsWith('/answered')) return answerAway(response, url)
    }
    if (response.statusCode === 404 || response.statusCode >= 500) {
      dropHeaders(
        response,
        response.getHeaderNames().filter((name) => name !== 'retry-after'),
      )
      if (site?.answerError(asked, response, response.statusCode, url)) return
      protect(response, asked.isTls)
      response.setHeader('Content-Type', 'text/html; charset=utf-8')
    }
    const nextTag = response.getHeader('etag')
    const isFinished = typeof nextTag === 'string' && response.statusCode === 200
    const shell =
      response.statusCode >= 500
        ? { body: Buffer.from(failurePage(url)), policy: strictPolicy, scripts: [], packed: {} }
        : make(body, url, isFinished ? `${nextTag} ${url}` : null)
    const made =
      insert.html && response.statusCode === 200
        ? { ...shell, body: fillPlace(shell.body, insert.html), packed: {} }
        : shell
    // The length and tag are those of Next's copy. Its hints to load the framework are of no use without it.
    dropHeaders(response, ['etag', 'content-length', 'transfer-encoding', 'content-encoding'])
    if (made.policy === strictPolicy) response.removeHeader('link')
    setPolicy(response, url, made, hosts)
    response.setHeader('Vary', 'Accept-Encoding')
    if (isFinished && answerSameCopy(asked, response, made.body)) return
    const packed = await pack(made, asked.encoding)
    if (asked.encoding !== 'identity') response.setHeader('Content-Encoding', asked.encoding)
    response.setHeader('Content-Length', packed.length)
    response.end(asked.isHead ? undefined : packed)
  }

  return (request, response) => {
    const { headers } = request
    const asked = askedBy(request, trustsProxy)
    const url = pathOf(request.url) ?? ''
    // Route handlers answer in JSON or files: Next packs those itself.
    const isPage = !url.startsWith('/api/') && !url.startsWith('/_next/')
    if (isPage) {
      // Next must give the whole page as it is: we pack it, and decide what the browser already has.
      for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name]
      if (asked.isHead) request.method = 'GET'
    }
    const note: AwayNote = { isAway: false }
    const insert: PageInsert = { html: null }
    holdBackHtml(response, (body) => {
      if (!isPage && response.statusCode !== 404) response.end(body)
      else void finish(asked, url, response, body, note, insert).catch(() => response.destroy())
    })
    withAwayNote(note, () => withPageInsert(insert, () => next(request, response)))
  }
}
