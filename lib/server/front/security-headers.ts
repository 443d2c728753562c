/**
 * The headers that every answer carries: pages, files, API replies, errors. Tried by tests/e2e/front.spec.ts on all
 * routes. What each one is for: docs/how-to/put-behind-a-proxy.md.
 */
import type http from 'node:http'

/** Hosts that the one page beside a clinic's record may ask, and those that may show it in a frame. */
export type Hosts = { asked: readonly string[]; framed: readonly string[] }
export const noHosts: Hosts = { asked: [], framed: [] }

/** For answers that run no script but our own module: finished pages, errors. */
export const strictPolicy = contentPolicy([])

/** The policy of a page that Next keeps: the same, and the framework's own inline scripts by their hash. */
export function contentPolicy(scriptHashes: readonly string[], { asked, framed }: Hosts = noHosts): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...asked].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framed.length ? framed.join(' ') : "'none'"}`,
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ')
}

/** What no page of ours uses, so no script that got in could either. */
const switchedOff = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/** Independent of the page. A page's address tells which illness someone reads about: it is never passed on. */
export const baseHeaders: readonly [name: string, value: string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', switchedOff.map((feature) => `${feature}=()`).join(', ')],
  ['X-Frame-Options', 'DENY'],
]

/**
 * For scripts, styles, fonts, pictures and API replies. The rest governs documents and workers, and a first visit loads ten
 * such files and asks for one reply: a kilobyte each of headers that no browser reads. A worker is no such file: it lives
 * under the policy of its own script. Another script that were made to run as one could ask nobody.
 */
export const fileHeaders: readonly [name: string, value: string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
]

/**
 * For the open data (lib/evidence) and for nothing else: any site may read it. It is the same for everybody, no cookie
 * or key is ever looked at, and the one thing a page elsewhere learns is what is public.
 * Why this is safe: docs/decisions/0060-open-data.md.
 */
export const openHeaders: readonly [name: string, value: string][] = [
  ...fileHeaders.map(([name, value]): [string, string] => [
    name,
    name === 'Cross-Origin-Resource-Policy' ? 'cross-origin' : value,
  ]),
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'ETag'],
]

/** Two years, once a browser has come over TLS. Without `includeSubDomains`: other hosts are not ours to decide on. */
export const transportHeader: readonly [name: string, value: string] = [
  'Strict-Transport-Security',
  'max-age=63072000',
]

/**
 * True when the person came over TLS. Only a proxy can know, and only one we were told to believe
 * (LANTERN_TRUST_PROXY=1): anyone can send the header.
 */
export function isOverTls(request: http.IncomingMessage, trustsProxy: boolean): boolean {
  if (!trustsProxy) return false
  const said = request.headers['x-forwarded-proto']
  return (Array.isArray(said) ? said[0] : said)?.split(',')[0]?.trim() === 'https'
}

/**
 * Sets all of them with the strict policy; a page that needs another policy sets it later.
 * @param isData the reply of a route handler: no document that a browser would run
 */
export function protect(response: http.ServerResponse, isTls: boolean, isData = false): void {
  const page = [...baseHeaders, ['Content-Security-Policy', strictPolicy] as const]
  for (const [name, value] of isData ? fileHeaders : page) response.setHeader(name, value)
  if (isTls) response.setHeader(...transportHeader)
}
