import { z } from 'zod'
import { Day, Id } from '@/lib/sources/schema'

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
  /** The short answer, three lines at the most. Required in a condition's file. */
  gist: Lines.max(3).optional(),
  /** What else was found, all kinds together: on the page of the studies. */
  gistMore: Lines.optional(),
  /** What people were asked to pay, in a line or two with one range. The prices one by one stand in `prices`. */
  priceGist: Lines.optional(),
  whyEarlyTrialsLookedBetter: Lines.optional(),
  trialPicture: Lines.optional(),
  errorPicture: Lines.optional(),
  /** What we can and cannot say about guidelines. */
  guidelines: Lines.optional(),
  /** The question `organ-works-better`, of this illness's organ: "Will my heart work better?" Required in a condition's file. */
  organQuestion: Line.optional(),
  /** The organ in a word, at the head of a column: "Heart". Required in a condition's file. */
  organ: Line.optional(),
  products: z
    .record(
      Id,
      z.strictObject({
        name: Line,
        whatItIs: Lines,
        whatHappens: Lines,
        /** Of each answer, the first line is the short answer; the others stand one tap down. */
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
