import { z } from 'zod'
import { Day, Id } from '@/lib/sources/schema'

const Line = z.string().min(1)

/** Who signed off what. Empty today: every page says "not yet reviewed by a clinician". */
export const Review = z.strictObject({
  id: Id,
  person: Line,
  role: Line,
  /** What ties the person to a treatment or its makers, in their own words; "none" is said, not left out. */
  interests: Line,
  date: Day,
  /** Content ids such as "heart-failure/decisions/advanced" and the hash they had when signed. */
  covers: z.array(z.strictObject({ content: Line, hash: z.string().length(64) })).min(1),
  /** Written by the desk when it saves a change: which piece is no longer signed by this, and why. A record, no rule. */
  voided: z.array(z.strictObject({ content: Line, date: Day, by: Line, why: Line })).default([]),
})
export const Reviews = z.strictObject({ reviews: z.array(Review) })
