/**
 * Requests to a record: to its own address only, without cookies, referrer, cache or redirects, and with an end. What comes
 * is read up to a size: a record may hold thousands of pages of one person.
 */

/** How long a record may take, in milliseconds. */
export const patienceMs = 15_000
/** The largest answer that is read, in bytes. */
const mostBytes = 4_000_000

export type Asked =
  | { ok: true; json: unknown; location: string | null }
  /** `status`: null when no whole answer came in time; 413 when it was too large. */
  | { ok: false; status: number | null; json: unknown }

async function textOf(response: Response): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > mostBytes) {
      void reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Asks once and never throws. */
export async function askRecord(address: string, init: RequestInit = {}): Promise<Asked> {
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), patienceMs)
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: end.signal,
      ...init,
    })
    const text = await textOf(response)
    if (text === null) return { ok: false, status: 413, json: null }
    const json = parsed(text)
    if (!response.ok) return { ok: false, status: response.status, json }
    return { ok: true, json, location: response.headers.get('location') }
  } catch {
    return { ok: false, status: null, json: null }
  } finally {
    clearTimeout(timer)
  }
}
