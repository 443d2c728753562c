/**
 * Who may talk to the desk: a browser on this computer, on a page of the desk, with the key that the start printed. A page
 * of elsewhere cannot: its name does not lead here (Host), its forms carry its own Origin, and it does not know the key.
 */
import { timingSafeEqual } from 'node:crypto'
import type http from 'node:http'
import { words } from '@/lib/desk/desk-words'

/** Names of this computer that a browser may have in its address line. A foreign name that leads here is none of them. */
export const ownHosts = (port: number): string[] =>
  ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`)

/** Whether a text is the key, in a time that tells nothing about it. */
export function isKey(given: string, key: string): boolean {
  const [one, two] = [Buffer.from(given), Buffer.from(key)]
  return one.length === two.length && timingSafeEqual(one, two)
}

type Asked = Pick<http.IncomingMessage, 'method' | 'headers' | 'url'>

/** Where a request leads; or why it is refused, before anything is read of it. */
export function admit(
  { method, headers, url }: Asked,
  port: number,
  key: string,
): { ok: true; path: string; query: URLSearchParams } | { ok: false; status: number; why: string } {
  const other = { ok: false as const, status: 403, why: words.refusedOther }
  const host = headers.host ?? ''
  if (!ownHosts(port).includes(host)) return { ...other, status: 421 }
  if (method !== 'GET' && method !== 'POST') return { ...other, status: 405 }
  // Sec-Fetch-Site is absent in old browsers; where it is, a link or a form of another site shows.
  const from = headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin' && !(method === 'GET' && from === 'none')) return other
  if (method === 'POST' && headers.origin !== `http://${host}`) return other
  const address = URL.parse(url ?? '/', `http://${host}`)
  if (!address) return { ok: false, status: 400, why: words.noSuch }
  const [, given = '', ...rest] = address.pathname.split('/')
  if (!isKey(given, key)) return { ok: false, status: 403, why: words.refusedKey }
  return { ok: true, path: `/${rest.join('/')}`, query: address.searchParams }
}

/** The headers of every answer: no other site may frame it, read it or be told its address. */
export function deskHeaders(previewOrigin: string | null): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      `frame-src ${previewOrigin ?? "'none'"}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    // The address holds the key: only the desk's own pages are told it, and a form then has an Origin.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}
