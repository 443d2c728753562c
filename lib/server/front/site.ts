/**
 * Hands out the exported pages and files from memory, in front of Next. They are read once at the start, so they need
 * neither the database nor the disk afterwards, and two servers with the same release give the same ETags.
 * Why this and not a package: docs/decisions/0004-static-export.md.
 */
import fs from 'node:fs'
import type http from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { withSwitch } from '@/lib/server/build/alternates'
import { askedBy, isSameCopy, type Asked, type Encoding } from '@/lib/server/front/encoding'
import { readSiteList, type SiteFile, type SiteList } from '@/lib/server/build/export-site'
import { isOpen } from '@/lib/evidence/addresses'
import {
  fileHeaders,
  noHosts,
  openHeaders,
  transportHeader,
  type Hosts,
} from '@/lib/server/front/security-headers'
import { pageHeaders } from '@/lib/server/front/page-headers'
import { localeOfAddress, sourceLocale } from '@/lib/texts/translate'

type Copy = { etag: string; body: Buffer | null; bytes: number; found: string[]; same: string[] }
type Entry = {
  copies: Partial<Record<Encoding, Copy>>
  /** The page as it is. Rarely asked for and the largest: made from the gzip copy when it is. */
  plain: () => Promise<Buffer>
}

export type Site = {
  /** Answers when the address is one of ours; false leaves the request untouched. */
  answer: (request: http.IncomingMessage, response: http.ServerResponse) => boolean
  /** The kind page for 400 and 404, or for 500 and above, in the language of the address, or else of the browser. False when there is none. */
  answerError: (asked: Asked, response: http.ServerResponse, status: number, address: string) => boolean
  /**
   * The page that says, in the language of the address, that this page is not translated, and leads to it in the first
   * language. Null when there is none. `address`: from the site's list, never as it was sent.
   */
  untranslated: (address: string) => string | null
}

const gunzip = promisify(zlib.gunzip)

/** A page by its address, what the one beside a record may ask, and whether its links may be fetched before a tap. */
type PageOf = { address: string; hosts: Hosts; isFetchedAhead: boolean }

/** Scripts that run by themselves, under the policy that they come with: worker.js, check-article-worker.<hash>.js. */
const isWorker = /worker\.([\w-]+\.)?js$/

/** Headers as Node sends them fastest: names and values in one flat list. */
function headersOf(file: SiteFile, etag: string, page: PageOf | null, ahead: string): string[] {
  const flat = ['ETag', etag, 'Cache-Control']
  flat.push(file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (file.isCompressed) flat.push('Vary', 'Accept-Encoding')
  if (page?.isFetchedAhead) flat.push('Speculation-Rules', `"${ahead}"`)
  if (isOpen(`/${file.file}`)) return [...flat, ...openHeaders.flat()]
  const isFile = !file.type.startsWith('text/html') && !isWorker.test(file.file)
  if (isFile) return [...flat, ...fileHeaders.flat()]
  return [...flat, ...pageHeaders(page?.address ?? '', page?.hosts ?? noHosts, file.scripts).flat()]
}

/**
 * Unpacks when asked to, and once for all who ask meanwhile: two hundred lines that ask and never read share one copy. It
 * is in memory for as long as somebody takes it.
 */
function unpacking(packed: Buffer): () => Promise<Buffer> {
  let made: WeakRef<Buffer> | undefined
  let making: Promise<Buffer> | undefined
  return () => {
    const held = made?.deref()
    if (held) return Promise.resolve(held)
    making ??= gunzip(packed)
      .then((body) => {
        made = new WeakRef(body)
        return body
      })
      .finally(() => (making = undefined))
    return making
  }
}

function readEntry(folder: string, file: SiteFile, page: PageOf | null, ahead: string): Entry {
  const copy = (encoding: Encoding, body: Buffer | null): Copy => {
    const etag = encoding === 'identity' ? `"${file.etag}"` : `"${file.etag}-${encoding}"`
    const bytes = body?.length ?? file.bytes
    const same = headersOf(file, etag, page, ahead)
    const found = [...same, 'Content-Type', file.type, 'Content-Length', String(bytes)]
    if (encoding !== 'identity') found.push('Content-Encoding', encoding)
    return { etag, body, bytes, found, same }
  }
  const full = path.join(folder, file.file)
  if (!file.isCompressed) {
    const body = fs.readFileSync(full)
    return { copies: { identity: copy('identity', body) }, plain: () => Promise.resolve(body) }
  }
  const packed = fs.readFileSync(`${full}.gz`)
  return {
    copies: {
      br: copy('br', fs.readFileSync(`${full}.br`)),
      gzip: copy('gzip', packed),
      identity: copy('identity', null),
    },
    plain: unpacking(packed),
  }
}

function send(asked: Asked, response: http.ServerResponse, entry: Entry, status: number): void {
  const copy = entry.copies[asked.encoding] ?? entry.copies.identity
  if (!copy) return
  const withTransport = (headers: string[]) => (asked.isTls ? [...headers, ...transportHeader] : headers)
  if (status === 200 && isSameCopy(asked.ifNoneMatch, copy.etag)) {
    response.writeHead(304, withTransport(copy.same))
    response.end()
    return
  }
  const headers = withTransport(copy.found)
  if (asked.isHead) {
    response.writeHead(status, headers)
    response.end()
  } else if (copy.body) {
    response.writeHead(status, headers)
    response.end(copy.body)
  } else {
    void entry.plain().then(
      (body) => {
        response.writeHead(status, headers)
        response.end(body)
      },
      () => response.destroy(),
    )
  }
}

/** Path of a request without its query; null for forms other than `/path`. */
export function pathOf(url: string | undefined): string | null {
  if (!url?.startsWith('/')) return null
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

/**
 * Reads a finished export into memory. Null when there is none: Next then serves everything.
 * @param hosts what the page beside a record may ask and be shown by
 */
export function loadSite(nextFolder: string, trustsProxy: boolean, hosts = noHosts): Site | null {
  const list = readSiteList(nextFolder)
  if (!list) return null
  const folder = path.join(nextFolder, 'lantern-site')
  const entries = entriesOf(list, folder, hosts)
  /** Few and small, and filled for each answer: kept as text. */
  const untranslated = new Map(
    Object.entries(list.untranslated).map(([locale, { file }]) => [
      locale,
      zlib.gunzipSync(fs.readFileSync(path.join(folder, `${file}.gz`))).toString('utf8'),
    ]),
  )
  return {
    answer: (request, response) => {
      const entry = entries.get(pathOf(request.url) ?? '')
      if (!entry) return false
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      send(askedBy(request, trustsProxy), response, entry, 200)
      return true
    },
    answerError: (asked, response, status, address) => {
      const locale = (address.split('/')[1] ?? '').toLowerCase()
      const kind = status < 500 ? '404' : '500'
      const entry =
        entries.get(`${kind} ${locale}`) ??
        (asked.locale === sourceLocale ? undefined : entries.get(`${kind} ${asked.locale}`)) ??
        entries.get(kind) ??
        entries.get(`${kind} ${sourceLocale}`)
      if (entry) send(asked, response, entry, status)
      return entry !== undefined
    },
    untranslated: (address) => {
      const page = untranslated.get(localeOfAddress(address))
      return page === undefined ? null : withSwitch(page, address)
    },
  }
}

function entriesOf(list: SiteList, folder: string, hosts: Hosts): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const [address, file] of Object.entries(list.pages))
    entries.set(address, readEntry(folder, file, { address, hosts, isFetchedAhead: true }, list.ahead))
  // Without the hint to fetch ahead: a private link is among them.
  for (const [address, file] of Object.entries(list.live))
    entries.set(address, readEntry(folder, file, { address, hosts, isFetchedAhead: false }, list.ahead))
  for (const [address, file] of Object.entries(list.assets))
    entries.set(address, readEntry(folder, file, null, list.ahead))
  const error = (name: string, file: SiteFile) => entries.set(name, readEntry(folder, file, null, list.ahead))
  if (list.notFound) error('404', list.notFound)
  for (const [locale, file] of Object.entries(list.missing)) error(`404 ${locale}`, file)
  for (const [locale, file] of Object.entries(list.failed)) error(`500 ${locale}`, file)
  return entries
}
