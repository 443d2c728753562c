/**
 * Every refusal Lantern can answer with. A closed list, so that a page, a log line and a test name the same thing.
 * Expected refusals are values (`{ ok: false, code }`); only the unexpected throws.
 */
export const errorCodes = [
  'not-found',
  'bad-request',
  'too-large',
  'too-many-requests',
  'unsupported',
  'expired',
  'database-unavailable',
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What a mistake of ours throws. A lost database has no kind of its own: its driver throws plain errors. */
const ourMistakes = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'ZodError',
  'PrismaClientValidationError',
]

/**
 * What is behind an error that was thrown while the database was asked: a mistake of ours, or a database that is away,
 * restarting, locked, full or too slow. The one place that tells the two apart.
 */
export function failureOf(error: unknown): 'unexpected' | 'database-unavailable' {
  return error instanceof Error && ourMistakes.includes(error.name) ? 'unexpected' : 'database-unavailable'
}

/** Seconds after which it is worth trying again when the database was away. */
export const retryAfterSeconds = '30'

/** The result of something that may be refused: `{ ok: true, value }` or `{ ok: false, code }`. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; code: ErrorCode }

/** The HTTP status each code is answered with. */
export const httpStatus: Record<ErrorCode, number> = {
  'not-found': 404,
  'bad-request': 400,
  'too-large': 413,
  'too-many-requests': 429,
  unsupported: 415,
  expired: 404, // the same as never having existed, on purpose
  'database-unavailable': 503,
  unexpected: 500,
}
