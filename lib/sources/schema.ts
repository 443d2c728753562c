import { z } from 'zod'

/** kebab-case identifier used in URLs, files and the database. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

/** A calendar day, "2026-11-20". */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as YYYY-MM-DD')

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
    'a person is a family name and initials, "Jones NR"; a body belongs into groups, a remark into note',
  )

/** Who wrote it, as data: what pages and reference managers show is made from it (lib/sources/citation.ts). */
export const Authors = z
  .strictObject({
    people: z.array(Person).default([]),
    /** Bodies, trial groups, publishers: each whole, with its commas. */
    groups: z.array(z.string().min(1)).default([]),
    /** There are more names than were written down. */
    others: z.boolean().default(false),
    /** What must be said about the names: "via news", "authors not noted". Never a name. */
    note: z.string().min(1).optional(),
  })
  .refine(({ people, groups, note }) => people.length + groups.length > 0 || note, {
    message: 'name people or groups, or say in note why there are none; null when nothing is known',
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

export const Verdict = z.enum(['supported', 'partly', 'uncertain', 'unsupported', 'contradicted'])

/** What is known about one cell product on one of the patient's questions. */
export const ProductStatus = z.enum([
  'works',
  'no-clear-difference',
  'may-help-unsure',
  'being-tested',
  'not-known-yet',
  'harm-reported',
  'harm-seen',
  'harmful',
])
export type ProductStatus = z.infer<typeof ProductStatus>

/**
 * What may be said of the harms of a product. `harm-seen`: a figure tells how many people in a study had one;
 * `harm-reported`: harm was reported, and how often is not known; `harmful`: more harm with it than without, by a
 * source that says so. The rule: docs/how-to/write-content.md.
 */
const harmStatuses: readonly ProductStatus[] = ['not-known-yet', 'harm-reported', 'harm-seen', 'harmful']

const SourceIds = z.array(Id).min(1, 'name at least one source id from sources')

/** One of the patient's questions asked of every cell product, same order everywhere. */
export const ProductQuestion = z.enum([
  'live-longer',
  'feel-better',
  'hospital',
  'organ-works-better',
  'harms',
])
export type ProductQuestion = z.infer<typeof ProductQuestion>

export const Product = z.strictObject({
  id: Id,
  /** Every question must be answered. `estimates` are shown as figures beside the words. */
  answers: z.array(
    z
      .strictObject({
        question: ProductQuestion,
        status: ProductStatus,
        estimates: z.array(Id).default([]),
        sources: z.array(Id).default([]),
      })
      .refine(
        ({ question, status }) =>
          question === 'harms' ? harmStatuses.includes(status) : !status.startsWith('harm-'),
        { error: `harms: ${harmStatuses.join(', ')}; the other questions: any but harm-…`, path: ['status'] },
      ),
  ),
  /** Finished trials, sham-controlled and randomised first. */
  trials: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      source: Id,
      randomised: z.boolean(),
      sham: z.boolean().describe('the comparison group had a pretend procedure or placebo'),
      blinded: z.boolean().nullable().describe('null: not stated in what we read'),
      people: z.int().positive().nullable(),
      mainAim: z.enum(['met', 'not-met', 'not-clear', 'no-single-aim']),
      estimates: z.array(Id).default([]),
    }),
  ),
  running: z.array(
    z.strictObject({
      id: Id,
      registration: z.string().describe('NCT, ISRCTN or ChiCTR number'),
      source: Id,
      people: z.int().positive().nullable(),
      state: z.enum([
        'recruiting',
        'not-yet-recruiting',
        'active',
        'completed-no-results',
        'stopped',
        'unknown',
      ]),
      checkedOn: Day,
    }),
  ),
  sources: SourceIds,
})
export type Product = z.infer<typeof Product>

export const RegulatorAnswer = z.strictObject({
  id: Id,
  /** ISO 3166 code, or EU. */
  country: z.string().regex(/^[A-Z]{2}$/),
  answer: z.enum(['yes', 'no', 'for-a-time', 'withdrawn', 'rules', 'warning']),
  date: z.union([Day, z.string().regex(/^\d{4}(-\d{2})?$/)]),
  sources: SourceIds,
})

export const StemCells = z.strictObject({
  products: z.array(Product).default([]),
  regulators: z.array(RegulatorAnswer).default([]),
  /** Ratio estimates of randomised trials, drawn against the line of no difference. */
  trialPicture: z.array(Id).default([]),
  /** Why early trials looked better: mean-difference estimates ordered by the number of errors found. */
  errorPicture: z.array(Id).default([]),
  prices: z.array(z.strictObject({ id: Id, sources: SourceIds })).default([]),
  harms: z.array(z.strictObject({ id: Id, sources: SourceIds })).default([]),
  /** How to tell a real trial from a sale. */
  checks: z.array(z.strictObject({ id: Id, sources: SourceIds })).default([]),
  /** Questions to ask before paying. */
  questions: z.array(z.strictObject({ id: Id, sources: z.array(Id).default([]) })).default([]),
})
/** prisma/content/shared/stem-cells.yaml holds what is the same for every condition; products only stand in a condition's file. */
export type StemCells = z.infer<typeof StemCells>

const Line = z.string().min(1)
const Lines = z.array(Line).min(1)

export const StemCellWords = z.strictObject({
  /** Names the hope first, without judging. Required in a condition's file. */
  lead: Lines.optional(),
  /** The one paragraph to remember. Required in a condition's file. */
  gist: Lines.optional(),
  whyEarlyTrialsLookedBetter: Lines.optional(),
  trialPicture: Lines.optional(),
  errorPicture: Lines.optional(),
  /** What we can and cannot say about guidelines. */
  guidelines: Lines.optional(),
  /** The question `organ-works-better`, of this illness's organ: "Will my heart work better?" Required in a condition's file. */
  organQuestion: Line.optional(),
  products: z
    .record(
      Id,
      z.strictObject({
        name: Line,
        whatItIs: Lines,
        whatHappens: Lines,
        answers: z.partialRecord(ProductQuestion, Lines),
        trials: z.record(Id, Lines).default({}),
        running: z.record(Id, Line).default({}),
      }),
    )
    .default({}),
  regulators: z.record(Id, z.strictObject({ place: Line, text: Lines })).default({}),
  prices: z.record(Id, Lines).default({}),
  harms: z.record(Id, Lines).default({}),
  checks: z.record(Id, Lines).default({}),
  questions: z.record(Id, Line).default({}),
})
export type StemCellWords = z.infer<typeof StemCellWords>
