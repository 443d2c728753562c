import type { ErrorCode } from '@/lib/errors'

/**
 * A log that cannot take a payload. What a person writes, ticks or pastes must never reach a log file, so an
 * entry is an event from a closed list plus named counts and short labels from closed lists: there is no field
 * that accepts free text. To log something new, add its name here, where a reviewer sees it.
 */
export const logEvents = [
  'server.listening',
  'server.stopping',
  'server.error',
  'library.said',
  'database.ready',
  'database.lost',
  'database.restarted',
  'database.not-restarted',
  'health.not-ready',
  'pages.not-made',
  'logo.not-drawn',
  'request.refused',
  'share.created',
  'share.opened',
  'share.revoked',
  'share.expired-deleted',
  'share.sweep-failed',
  'share.clock-jumped',
  'source.checked',
] as const

export type LogEvent = (typeof logEvents)[number]

/** Counts and measurements, each with its unit in the name. */
export type LogNumbers = Partial<
  Record<'ms' | 'status' | 'count' | 'bytes' | 'port' | 'attempt' | 'pid' | 'exitCode', number>
>

type Why =
  | ('database' | 'timeout' | 'signal' | 'limit')
  /** Why the embedded database does not come back; the folder's faults: lib/server/database/usable-folder.ts. */
  | ('damaged' | 'in-use' | 'failed')
  | `folder-${'file' | 'place' | 'denied' | 'read-only' | 'full' | 'links' | 'gone' | 'disk'}`

/** Labels from closed lists only. */
export type LogLabels = { code?: ErrorCode; why?: Why }

const levels = { info: process.stdout, warn: process.stderr, error: process.stderr }

/**
 * Writes one JSON line: `{"level":"info","event":"share.created","bytes":4096}`.
 * Fields outside the closed lists, and values that are not finite numbers or known labels, are dropped even
 * when a caller got past the type checker.
 */
export function log(level: keyof typeof levels, event: LogEvent, fields: LogNumbers & LogLabels = {}): void {
  // Not by the console: what libraries say there is closed (lib/server/process/close-console.ts).
  levels[level].write(`${formatLogLine(level, event, fields)}\n`)
}

const numberFields = new Set(['ms', 'status', 'count', 'bytes', 'port', 'attempt', 'pid', 'exitCode'])
const labelFields = new Set(['code', 'why'])

/** The line `log` writes, without the clock: whoever runs Lantern stamps the time when collecting it. */
export function formatLogLine(level: string, event: LogEvent, fields: LogNumbers & LogLabels): string {
  const entry: Record<string, string | number> = {
    level,
    event: logEvents.includes(event) ? event : 'server.error',
  }
  for (const [name, value] of Object.entries(fields)) {
    if (numberFields.has(name) && typeof value === 'number' && Number.isFinite(value)) entry[name] = value
    // Labels are short words: a length and shape check stops a sentence passed through a cast.
    if (labelFields.has(name) && typeof value === 'string' && /^[a-z-]{1,24}$/.test(value))
      entry[name] = value
  }
  return JSON.stringify(entry)
}
