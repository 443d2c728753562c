import type http from 'node:http'
import { isOverTls } from '@/lib/server/front/security-headers'
import { localeAsked, type Locale } from '@/lib/texts/languages'

export type Encoding = 'br' | 'gzip' | 'identity'

/** The weight a browser gives an encoding, 0 to 1; null when it does not name it (RFC 9110, 12.5.3). */
function weightOf(accepted: string, name: string): number | null {
  for (const part of accepted.split(',')) {
    const [token, ...parameters] = part.split(';')
    if (token?.trim().toLowerCase() !== name) continue
    const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
    const value = weight === undefined ? 1 : Number(weight.slice(2))
    return Number.isFinite(value) ? value : 0
  }
  return null
}

/** The best of what the browser takes and we have. Without the header, or when it refuses the rest: as it is. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const anything = weightOf(accepted, '*') ?? 0
  const brotli = weightOf(accepted, 'br') ?? anything
  const gzip = weightOf(accepted, 'gzip') ?? anything
  if (brotli > 0 && brotli >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : 'identity'
}

/** Whether the browser's copy is the one named `etag` (weak comparison: a proxy may have weakened ours). */
export function isSameCopy(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** What a request says about the copy it wants. */
export type Asked = {
  encoding: Encoding
  ifNoneMatch: string | undefined
  isHead: boolean
  isTls: boolean
  /** The language of ours that the browser asks for: for an address that names none. */
  locale: Locale
}

export function askedBy(request: http.IncomingMessage, trustsProxy: boolean): Asked {
  return {
    encoding: chooseEncoding(request.headers['accept-encoding']),
    ifNoneMatch: request.headers['if-none-match'],
    isHead: request.method === 'HEAD',
    isTls: isOverTls(request, trustsProxy),
    locale: localeAsked(request.headers['accept-language']),
  }
}
