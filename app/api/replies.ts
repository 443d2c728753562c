import { asOneRequest } from '@/lib/db/asked-once'
import { TooLateError, within } from '@/lib/db/within'
import { failureOf, httpStatus, retryAfterSeconds, type ErrorCode } from '@/lib/errors'
import {
  formRefusal,
  maxFormBytes,
  readBody,
  refusalPage,
  type FormRefusal,
} from '@/lib/server/front/form-posts'
import { log } from '@/lib/log'
import { localeAsked } from '@/lib/texts/languages'
import { sourceLocale } from '@/lib/texts/translate'

/** A refusal as route handlers answer it: `{ "code": "not-found" }` with its status, kept by nobody. */
export function refuse(code: ErrorCode, headers: Record<string, string> = {}): Response {
  const again: Record<string, string> =
    code === 'database-unavailable' ? { 'retry-after': retryAfterSeconds } : {}
  return Response.json(
    { code },
    { status: httpStatus[code], headers: { 'cache-control': 'no-store', ...again, ...headers } },
  )
}

/** Longer than any healthy statement, shorter than a person's patience. */
const withinMs = 10_000

/**
 * What `work` gives, asking the database for each thing once; a 503 when the database is away, full, or slower than
 * 10 s; a 500 when the mistake is ours. What was not answered was not promised: the caller may ask again.
 */
export async function orUnavailable<Given>(
  work: () => Promise<Given>,
  headers: Record<string, string> = {},
): Promise<Given | Response> {
  try {
    return await within(withinMs, asOneRequest(work))
  } catch (error) {
    const code = failureOf(error)
    if (code === 'unexpected') log('error', 'request.refused', { code })
    else {
      const why = error instanceof TooLateError ? 'timeout' : 'database'
      log('warn', 'request.refused', { code, why })
    }
    return refuse(code, headers)
  }
}

/** A refusal for someone who sent a form: a page of plain words with a way back; a 503 says when to come again. */
export function refuseForm(
  status: FormRefusal,
  locale: string = sourceLocale,
  againSeconds = retryAfterSeconds,
): Response {
  return new Response(refusalPage(status, `/${locale}`), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 ? { 'retry-after': againSeconds } : {}),
    },
  })
}

/**
 * The fields of a form that one of our own pages sent by a plain post, or the page that says why it was refused. What
 * was sent is in no log and in no part of the answer.
 */
export async function readFormFields(request: Request): Promise<[string, string][] | Response> {
  // Its language is a field of the form, which is not read yet.
  const asked = localeAsked(request.headers.get('accept-language'))
  try {
    const text = await readBody(request.body ?? [], maxFormBytes)
    const refused = formRefusal((name) => request.headers.get(name))
    if (refused) return refuseForm(refused, asked)
    return text === null ? refuseForm(413, asked) : [...new URLSearchParams(text)]
  } catch {
    return refuseForm(400, asked)
  }
}

/**
 * The JSON of a request. `unsupported` when it does not call itself JSON (a form on another site cannot), `too-large`,
 * or `bad-request` when it is no JSON or did not arrive whole.
 */
export async function readJson(
  request: Request,
  maxBytes: number,
): Promise<{ ok: true; value: unknown } | { ok: false; code: ErrorCode }> {
  try {
    const text = await readBody(request.body ?? [], maxBytes)
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
      return { ok: false, code: 'unsupported' }
    return text === null ? { ok: false, code: 'too-large' } : { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, code: 'bad-request' }
  }
}
