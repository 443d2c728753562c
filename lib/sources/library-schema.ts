import { z } from 'zod'
import { Id, Source, SourceKind, SourceStatus, Tier } from '@/lib/sources/schema'

/** How many sources one reply holds unless it is asked for fewer. */
export const pageSize = 50

const year = z.coerce.number().int().min(1900).max(2100)
const yes = z.literal('yes')

/**
 * What can be asked of the library, as it stands in an address. Every field may be left out; all that are given
 * must hold. `about` names an option or a product of `condition`: "option:bypass", "product:bone-marrow-cells".
 */
export const LibraryQuery = z
  .strictObject({
    /** Words that must all stand in the title, authors, journal, DOI, PubMed or trial number; any order, any case. */
    q: z.string().trim().max(200).optional(),
    condition: Id.optional(),
    about: z
      .string()
      .regex(/^(option|product):[a-z0-9]+(-[a-z0-9]+)*$/, 'write option:<id> or product:<id>')
      .optional(),
    kind: SourceKind.optional(),
    from: year.optional(),
    to: year.optional(),
    tier: Tier.optional(),
    status: SourceStatus.optional(),
    /** Chance decided who was in which group, in at least one study behind it. */
    randomised: yes.optional(),
    /** People did not know which group they were in, as far as we read. */
    blinded: yes.optional(),
  })
  .refine((query) => !query.about || query.condition, {
    path: ['about'],
    message: 'an option or product belongs to a condition: give condition as well',
  })
export type LibraryQuery = z.infer<typeof LibraryQuery>

const entryFields = {
  id: true,
  kind: true,
  tier: true,
  authors: true,
  title: true,
  container: true,
  year: true,
  status: true,
} as const

/** One source in a list of results. */
export const LibraryEntry = Source.pick(entryFields)
export type LibraryEntry = z.infer<typeof LibraryEntry>

/** The answer of GET /api/sources. `next` is the offset of the next part, or null at the end. */
export const LibraryReply = z.strictObject({
  version: z.string(),
  total: z.int().min(0),
  next: z.int().min(1).nullable(),
  sources: z.array(LibraryEntry).max(pageSize),
})
export type LibraryReply = z.infer<typeof LibraryReply>

/** A source as it is exported: what a reference manager can hold, and how it was read. */
export const ExportedSource = Source.pick({
  ...entryFields,
  doi: true,
  pmid: true,
  nct: true,
  url: true,
  readAs: true,
  checkedOn: true,
  note: true,
})
export type ExportedSource = z.infer<typeof ExportedSource>
