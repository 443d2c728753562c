import { z } from 'zod'

/** kebab-case identifier used in URLs, files and the database. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

/** A calendar day, "2026-11-20". */
/** A day that the calendar has. */
export const Day = z.iso.date('write a day as YYYY-MM-DD')

/**
 * How a source was read.
 * A: the figures were read on the source's own page or a record of it.
 * B: the figures were read in a summary, a copy or a news report; the source note says so on the page.
 * Tier C (from memory only) is never stored, so it is not a value here.
 */
export const Tier = z.enum(['A', 'B'])

export const SourceKind = z.enum([
  'randomised-trial',
  'meta-analysis',
  'systematic-review',
  'cohort',
  'registry',
  'review',
  'guideline',
  'regulator',
  'trial-registration',
  'retraction-notice',
  'case-report',
  'laboratory',
  'patient-information',
  'news',
  'law',
  'survey',
])

export const SourceStatus = z.enum(['current', 'corrected', 'concern', 'retracted'])

/** Where we read it: the paper or record itself, a mirror of it, or somebody's summary. */
export const ReadAs = z.enum(['primary', 'mirror', 'registry', 'regulator', 'society', 'secondary', 'record'])

/** A person as medical papers print one: "van der Meer P", "Smith JA Jr"; the family name alone where no more is known. */
const Person = z
  .string()
  .regex(
    /^(?!.*\bet al\b)(?=.*\p{Ll})\p{L}[\p{L}'’. -]*?(?: \p{Lu}{1,4})?(?: (?:Jr|Sr|II|III|2nd|3rd))?$/u,
    'a person is a family name and initials, "Jones NR"; a body belongs into groups, a remark into the note of the source',
  )

/** Who wrote it, as data: what pages and reference managers show is made from it (lib/sources/citation.ts). */
export const Authors = z
  .strictObject({
    people: z.array(Person).default([]),
    /** Bodies, trial groups, publishers: each whole, with its commas. */
    groups: z.array(z.string().min(1)).default([]),
    /** There are more names than were written down. */
    others: z.boolean().default(false),
  })
  .refine(({ people, groups }) => people.length + groups.length > 0, {
    message: 'name people or groups; null when nothing is known',
  })
export type Authors = z.infer<typeof Authors>

export const Source = z.strictObject({
  id: Id,
  kind: SourceKind,
  tier: Tier,
  authors: Authors.nullable(),
  title: z.string(),
  /** Set when the title is our short form, not the printed one. */
  titleIsShort: z.boolean().default(false),
  container: z.string().nullable().describe('journal, publisher or site'),
  /**
   * What a reader must know of the page that was read, in whole plain sentences: "Read at zana.com.", "We read the
   * abstract." Pages and exports show it beside how the source was read; title, authors and container hold names only.
   */
  note: z.string().min(1).nullable().default(null),
  year: z.int().min(1900).max(2100).nullable(),
  doi: z.string().nullable(),
  pmid: z.string().nullable(),
  nct: z.string().nullable(),
  url: z.url().nullable(),
  people: z.int().positive().nullable().describe('number of people in the study, if it has one'),
  readAs: ReadAs,
  status: SourceStatus,
  checkedOn: Day,
  nextReview: Day,
})
export type Source = z.infer<typeof Source>
