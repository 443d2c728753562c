import { Etag, type FailedDetail } from '@/lib/watch/schema'

/** What came back, before anybody has looked at what it says. */
export type Reply =
  | { kind: 'body'; text: string; etag: string | null }
  | { kind: 'not-modified' }
  | { kind: 'failed'; detail: FailedDetail }

/** What the gateway needs from the machine: handed in, so that tests need no real waiting. */
export type Machine = {
  fetch: typeof fetch
  /** Milliseconds on a clock that only goes forward. */
  now: () => number
  sleep: (ms: number) => Promise<void>
}

export type Manners = {
  /** Milliseconds between the starts of two requests to one place. */
  gapMs: number
  /** Milliseconds for one request, its whole body included. */
  timeoutMs: number
  /** The largest body that is read, in bytes after decompression. */
  maxBytes: number
  /** The longest Retry-After, in ms, that we wait for; a longer one ends the questions to that place for this run. */
  waitAtMostMs: number
  /** How often a question is asked again after 429, 502, 503, 504. */
  retries: number
  /** After so many failed questions in a row the place is left alone for `restMs`, then tried once more. */
  breakAfter: number
  restMs: number
}

export const goodManners: Manners = {
  gapMs: 1_000,
  timeoutMs: 20_000,
  maxBytes: 8_000_000,
  waitAtMostMs: 120_000,
  retries: 2,
  breakAfter: 3,
  restMs: 60_000,
}

/** Milliseconds to wait, from "120" or an HTTP date; null when the header says neither. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * 1_000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

const formats = {
  json: /^application\/([a-z.+-]*\+)?json\b/i,
  xml: /^(application|text)\/([a-z.+-]*\+)?xml\b/i,
}

/** Reads a body up to `maxBytes`; null when there is more, and then the connection is cut. */
async function readCapped(response: Response, maxBytes: number): Promise<string | null> {
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > maxBytes) {
    await response.body?.cancel().catch(() => {})
    return null
  }
  if (!response.body) return ''
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return new TextDecoder().decode(bytes)
}

type Attempt = Reply | { kind: 'later'; detail: 'too-many-requests' | 'server-error'; afterMs: number | null }

/**
 * One place outside, asked politely: one question at a time, spaced, bounded, and left alone when it is unwell.
 * The only file that reaches the network, through the `fetch` and the clock it is handed: so it stays pure.
 */
export class Gateway {
  #lastStart = Number.NEGATIVE_INFINITY
  #failuresInRow = 0
  #hasGivenUp = false

  /**
   * @param base fixed address without a trailing slash; nothing that a reply says can change where we ask
   * @param headers sent with every question, such as who we are
   */
  constructor(
    private readonly base: string,
    private readonly machine: Machine,
    private readonly manners: Manners = goodManners,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Asks once, and again after 429 or 5xx within the manners. Never throws. */
  async ask(path: string, format: 'json' | 'xml', etag: string | null): Promise<Reply> {
    const { breakAfter, restMs, retries, waitAtMostMs } = this.manners
    if (this.#hasGivenUp) return { kind: 'failed', detail: 'gave-up' }
    const isProbe = this.#failuresInRow >= breakAfter
    if (isProbe) await this.machine.sleep(restMs)
    for (let attempt = 0; ; attempt++) {
      const reply = await this.#attempt(path, format, etag)
      if (reply.kind !== 'later') return this.#settle(reply, isProbe)
      const afterMs = reply.afterMs ?? 2_000 * 2 ** attempt
      if (afterMs > waitAtMostMs) {
        // Told to stay away for longer than we wait: asking sooner would be rude.
        this.#hasGivenUp = true
        return { kind: 'failed', detail: reply.detail }
      }
      if (attempt >= retries || isProbe)
        return this.#settle({ kind: 'failed', detail: reply.detail }, isProbe)
      await this.machine.sleep(afterMs)
    }
  }

  /** Counts failures that speak about the place, not about one record. */
  #settle(reply: Reply, isProbe: boolean): Reply {
    const isPlaceUnwell = reply.kind === 'failed' && reply.detail !== 'not-known-there'
    this.#failuresInRow = isPlaceUnwell ? this.#failuresInRow + 1 : 0
    if (isPlaceUnwell && isProbe) this.#hasGivenUp = true
    return reply
  }

  async #attempt(path: string, format: 'json' | 'xml', etag: string | null): Promise<Attempt> {
    const { gapMs, timeoutMs, maxBytes } = this.manners
    const tooSoon = this.#lastStart + gapMs - this.machine.now()
    if (tooSoon > 0) await this.machine.sleep(tooSoon)
    this.#lastStart = this.machine.now()
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const response = await this.machine.fetch(`${this.base}${path}`, {
        redirect: 'manual',
        signal,
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          accept: format === 'json' ? 'application/json' : 'application/xml, text/xml',
          ...this.headers,
          ...(etag ? { 'if-none-match': etag } : {}),
        },
      })
      const verdict = judge(response, format, this.machine.now())
      if (verdict) {
        await response.body?.cancel().catch(() => {})
        // "Not modified" answers only who asked "modified since?".
        return verdict.kind === 'not-modified' && !etag ? { kind: 'failed', detail: 'wrong-format' } : verdict
      }
      const text = await readCapped(response, maxBytes)
      if (text === null) return { kind: 'failed', detail: 'too-large' }
      const tag = Etag.safeParse(response.headers.get('etag'))
      return { kind: 'body', text, etag: tag.success ? tag.data : null }
    } catch {
      return { kind: 'failed', detail: signal.aborted ? 'timeout' : 'no-connection' }
    }
  }
}

/** What the status line and headings already decide; null: read on. */
function judge(response: Response, format: 'json' | 'xml', nowMs: number): Attempt | null {
  const { status } = response
  if (status === 304) return { kind: 'not-modified' }
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { kind: 'failed', detail: 'redirect' }
  const afterMs = retryAfterMs(response.headers.get('retry-after'), nowMs)
  if (status === 429) return { kind: 'later', detail: 'too-many-requests', afterMs }
  if (status === 502 || status === 503 || status === 504)
    return { kind: 'later', detail: 'server-error', afterMs }
  if (status >= 500) return { kind: 'failed', detail: 'server-error' }
  if (status === 404 || status === 410) return { kind: 'failed', detail: 'not-known-there' }
  if (status !== 200) return { kind: 'failed', detail: 'refused' }
  return formats[format].test(response.headers.get('content-type') ?? '')
    ? null
    : { kind: 'failed', detail: 'wrong-format' }
}
