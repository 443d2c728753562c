import { describe, expect, test } from 'vitest'
import { Visit, visitCalendar } from '@/lib/summary/visit-calendar'
import { translator } from '@/lib/texts/translate'

const t = translator('en')
const now = new Date('2026-11-29T08:00:00Z')
const fileOf = (given: object) => visitCalendar(Visit.parse(given), t, 'one', now)
/** Lines as RFC 5545 folds them, put together again. */
const lines = (file: string) => file.replaceAll('\r\n ', '').trimEnd().split('\r\n')

describe('the calendar file of a visit', () => {
  const zone = process.env.TZ
  for (const place of ['UTC', 'America/New_York', 'Pacific/Kiritimati'])
    test(`says the time on the clinic's wall, wherever the server stands (${place})`, () => {
      process.env.TZ = place
      const said = lines(fileOf({ day: '2026-12-03', time: '09:30' }))
      process.env.TZ = zone ?? ''
      expect(said).toContain('DTSTART:20261203T093000')
      expect(said).toContain('DTEND:20261203T100000')
      expect(said).toContain('DTSTAMP:20261129T080000Z')
      expect(said).toContain('TRIGGER:-P1D')
    })

  test('has an entry for the morning after only for who asks, past the end of a month too', () => {
    const one = lines(fileOf({ day: '2026-11-30', time: '16:00' }))
    expect(one.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    const two = lines(fileOf({ day: '2026-11-30', time: '16:00', after: 'yes' }))
    expect(two.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2)
    expect(two).toContain('DTSTART:20261201T100000')
  })

  test('names no illness, no address and nobody', () => {
    const file = fileOf({ day: '2026-12-03', time: '09:30', after: 'yes' })
    expect(file).not.toMatch(/heart|liver|https?:|ORGANIZER|ATTENDEE|URL/i)
  })

  test('ends each line as the standard says, none longer than 75 bytes', () => {
    const file = fileOf({ day: '2026-12-03', time: '09:30', after: 'yes' })
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('a day that is none, or no time, is refused', () => {
    for (const given of [
      { day: '2026-02-30', time: '09:30' },
      { day: '2026-12-03', time: '25:00' },
      { day: '2026-12-03', time: '9' },
      { day: '12026-12-03', time: '09:30' },
      { day: '2026-12-03', time: '09:30', after: 'no' },
      {},
    ])
      expect(Visit.safeParse(given).success, JSON.stringify(given)).toBe(false)
  })
})
