import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatLogLine, logEvents } from '@/lib/log'

test('an entry is one line of JSON with the event and its counts', () => {
  expect(formatLogLine('info', 'share.created', { bytes: 4096 })).toBe(
    '{"level":"info","event":"share.created","bytes":4096}',
  )
})

test('nothing a person wrote gets in, even past the type checker', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 30 }), fc.string({ minLength: 1 }), (text, field) => {
      const line = formatLogLine('info', text as never, { [field]: text, code: text, ms: text } as never)
      const entry: unknown = JSON.parse(line)
      expect(entry).toEqual({ level: 'info', event: 'server.error' })
    }),
  )
})

test('numbers that are not finite are left out', () => {
  expect(formatLogLine('warn', 'health.not-ready', { ms: Number.NaN })).not.toContain('ms')
  expect(new Set(logEvents).size).toBe(logEvents.length)
})
