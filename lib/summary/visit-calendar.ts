/**
 * The visit as a calendar file (iCalendar, RFC 5545), for any calendar app. Many calendars lie on someone else's server:
 * the entry names no illness and no address of ours.
 */
import ical, { ICalAlarmType, type ICalCalendar } from 'ical-generator'
import { z } from 'zod'
import type { Translate } from '@/lib/texts/translate'

const day = z.iso.date()
const time = z.iso.time({ precision: -1 })
/** Years that a calendar file can name and a person can mean. */
const isNear = (value: string) => value >= '2000-01-01' && value < '2100-01-01'

/** What the form asks for. `after`: also remind me the next day. */
export const Visit = z.object({
  day: day.refine(isNear),
  time,
  after: z.literal('yes').optional(),
})
export type Visit = z.infer<typeof Visit>

/** How long a visit stands in the calendar, in minutes. */
const minutes = 30
const hour = 3_600_000

/** A clock on the wall as the library writes it: it takes the parts of UTC for times without a zone. */
const onTheWall = (day: string, time: string) => new Date(`${day}T${time}:00Z`)

function addEvent(
  calendar: ICalCalendar,
  event: { id: string; stamp: Date; start: Date; minutes: number; summary: string; description: string },
): ReturnType<ICalCalendar['createEvent']> {
  const { start, minutes: length, ...rest } = event
  return calendar.createEvent({
    ...rest,
    start,
    end: new Date(start.getTime() + length * 60_000),
    floating: true, // the time of wherever the clinic is
  })
}

/**
 * The file. A reminder comes a day before; with `after` a second entry stands at ten the morning after.
 * @param id of the visit in the calendar: new for each file, from nothing that a person said
 * @param now when the file is made
 */
export function visitCalendar(visit: Visit, t: Translate, id: string, now: Date): string {
  const calendar = ical({ prodId: { company: 'Lantern', product: 'Lantern', language: 'EN' } })
  const start = onTheWall(visit.day, visit.time)
  const words = { summary: t('visit.entry'), description: t('visit.entryHint') }
  addEvent(calendar, { id, stamp: now, start, minutes, ...words }).createAlarm({
    type: ICalAlarmType.display,
    trigger: 24 * 3600,
    description: words.summary,
  })
  if (visit.after) {
    const next = new Date(onTheWall(visit.day, '10:00').getTime() + 24 * hour)
    const after = { summary: t('visit.entryAfter'), description: t('visit.entryAfterHint') }
    addEvent(calendar, { id: `${id}-after`, stamp: now, start: next, minutes: 15, ...after })
  }
  return `${calendar.toString()}\r\n`
}
