import { z } from 'zod'
import { Id } from '@/lib/sources/schema'

const Line = z.string().min(1)
const Lines = z.array(Line).min(1)

/** A page of the site itself: home, how to read numbers, about, privacy, licence. */
export const SitePage = z.strictObject({
  title: Line,
  lead: Lines,
  sections: z
    .array(
      z.strictObject({
        id: Id,
        title: Line,
        text: Lines.optional(),
        items: Lines.optional(),
        after: Lines.optional(),
      }),
    )
    .default([]),
})
export type SitePage = z.infer<typeof SitePage>

export const SitePages = z.strictObject({ pages: z.record(Id, SitePage) })
