/**
 * The shape of the open data of our figures, in the words of the project. The OpenAPI document is made from it
 * (open-api.ts), so what is described is what is checked. A field is never renamed or taken away within v1.
 */
import { z } from 'zod'
import { ProductQuestion, ProductStatus, Product } from '@/lib/products/schema'
import { Certainty, CertaintyLevel, Design, Effect, FollowUp, Value } from '@/lib/numbers/schema'
import { RatingStart } from '@/lib/ratings/schema'
import { Day, Id, Source } from '@/lib/sources/schema'

const Line = z.string().min(1)
const Lines = z.array(Line)
const Address = z.string().regex(/^\//).describe('address on this site')
const Side = z.enum(['bad', 'good'])

/** The licence of all that stands in the files (LICENSE-CONTENT.md); an identifier of the SPDX list. */
export const licence = 'CC-BY-4.0'
const Licence = z
  .literal(licence)
  .describe('of our words and figures (SPDX); the studies belong to their authors')
const ContentVersion = z
  .string()
  .describe('which release of the content this is; another text, another version')

/** On top of every file: which release it is, and under what terms. */
export const Release = z.strictObject({
  apiVersion: z.literal('1'),
  contentVersion: ContentVersion,
  contentDate: Day.describe('day of the newest entry of the change log'),
  licence: Licence,
  attribution: Line.describe('what to write where you use it'),
  notice: Lines.describe('what a reader of the figures must know; show it with them'),
})
export type Release = z.infer<typeof Release>

/** How sure the people who made Lantern are of an answer, by GRADE's four levels. */
export const MakersRating = z.strictObject({
  of: z.string().describe('decision/outcome/option, or cells/product/question'),
  level: CertaintyLevel.nullable().describe('null: its lead figure changed since, so the rating is void'),
  ratedBy: z.literal('makers'),
  checkedByClinician: z.literal(false),
  words: Line.describe('"Rated by the people who made Lantern. No clinician has checked it."'),
  start: RatingStart,
  against: Lines.describe('what makes us less sure'),
  for: Lines.describe('what makes us more sure'),
  ratedOn: Day,
})
export type MakersRating = z.infer<typeof MakersRating>

/** Whole people of 100 or of 1,000, rounded as pages show them. */
const Share = z.strictObject({
  count: z.int().min(0),
  bound: z
    .enum(['exact', 'about', 'fewer-than', 'more-than'])
    .describe('fewer-than, more-than: too small or too large to round without saying nobody or everybody'),
  words: Line.describe('what these people had: "had died"'),
})

/** The figure as people see it: never for rates, ratios, means or words. */
export const People = z.strictObject({
  per: z.union([z.literal(100), z.literal(1000)]),
  bad: Share,
  good: Share,
  headline: Side.describe('the side that pages show first'),
})
export type People = z.infer<typeof People>

/** The likely range of the figure itself, in percent of the people that `counts` names. */
export const Range = z.union([
  z.strictObject({
    from: z.enum(['printed', 'computed']).describe("computed: Wilson's score interval, by us"),
    low: z.number(),
    high: z.number(),
    level: z.number().describe('confidence level in percent'),
  }),
  z.strictObject({
    from: z.literal('none'),
    reason: z.enum(['percentage-only', 'span-only', 'not-a-share', 'pooled-counts', 'not-compared']),
  }),
])
export type Range = z.infer<typeof Range>

/** The figure of one arm, whole by itself: it may be taken out of its file. */
export const Estimate = z.strictObject({
  id: Id,
  result: Id.describe('which end point of which study'),
  arm: z.strictObject({ id: Id, words: Line }),
  option: Id.nullable().describe('the option this arm stands for; null: none'),
  versus: Id.nullable().describe('the estimate it was compared with'),
  endpoint: z.strictObject({ id: Id, title: Line, bad: Line, good: Line }),
  counts: Side.describe('which side the printed figure counts'),
  value: Value.describe('as the source printed it'),
  denominator: z.int().positive().nullable().describe('people in this group; null: the source does not say'),
  people: People.nullable(),
  range: Range,
  effect: Effect.nullable().describe('of this arm against `versus`, as printed'),
  followUp: FollowUp.extend({ words: Line }),
  population: z.strictObject({ id: Id, words: Line }),
  design: Design,
  certainty: z.strictObject({
    bySource: Certainty.describe('by the source or a body that rated it'),
    byMakers: z.array(MakersRating).describe('of each answer in which this figure leads'),
  }),
  sources: z.array(Id).min(1).describe('ids in sources.json: the study first, then who rated it'),
  where: Line.describe('where in the source'),
  tier: z.enum(['A', 'B']).describe("A: read on the source's own page; B: read in a summary"),
  sourceStatus: Source.shape.status.describe('when this file was made'),
  notes: Lines.describe('limits and conflicts; show them with the figure'),
  checkedOn: Day,
  nextReview: Day,
  licence: Licence,
  contentVersion: ContentVersion,
})
export type Estimate = z.infer<typeof Estimate>

/** One end point of one study at one time, with every arm. */
export const Result = z.strictObject({
  id: Id,
  source: Id,
  endpoint: Id,
  arms: z.array(Estimate).min(1),
})
export type Result = z.infer<typeof Result>

const Option = z.strictObject({ id: Id, name: Line, page: Address })
const Review = z.strictObject({ byClinician: z.boolean(), words: Line })

/** A figure that stands first, with the group that it was compared with, over one denominator. */
export const Lead = z.strictObject({
  estimate: Estimate,
  versus: Estimate.nullable(),
  difference: z
    .strictObject({
      count: z.int().describe('people more (or fewer, below 0) than with `versus`, on `side`'),
      per: z.union([z.literal(100), z.literal(1000)]),
      side: Side,
    })
    .nullable(),
  reading: z.enum(['clear', 'unclear', 'untested']).describe('whether chance alone could explain the gap'),
})
export type Lead = z.infer<typeof Lead>

/** What one option has on one question. */
export const Cell = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figures'),
    option: Id,
    leads: z.array(Lead).min(1),
    estimates: z.array(Id).min(1).describe('every figure of the answer, in results.json'),
    certainty: MakersRating.nullable(),
    words: Line.nullable().describe('the answer in one sentence'),
  }),
  z.strictObject({ kind: z.literal('unknown'), option: Id, why: z.string() }),
  z.strictObject({ kind: z.literal('not-applicable'), option: Id, why: z.string() }),
])
export type Cell = z.infer<typeof Cell>

export const Decision = z.strictObject({
  id: Id,
  name: Line,
  question: Line,
  page: Address,
  findings: z.strictObject({ page: Address, csv: Address }).describe('the summary-of-findings table'),
  fhir: Address.describe('the same as a document of FHIR R5'),
  review: Review,
  options: z.array(Option).min(2).describe('from the least to the most done to the body: no ranking'),
  outcomes: z.array(
    z.strictObject({
      id: Id,
      question: Line,
      tone: z.enum(['benefit', 'harm']),
      page: Address,
      cells: z.array(Cell),
    }),
  ),
})
export type Decision = z.infer<typeof Decision>

/** A family of cell products, in a lane of its own: no doctor offers it as an option. */
export const OpenProduct = z.strictObject({
  id: Id,
  name: Line,
  page: Address,
  answers: z.array(
    z.strictObject({
      question: ProductQuestion,
      asked: Line,
      status: ProductStatus,
      statusWords: Line,
      words: Lines,
      estimates: z.array(Estimate),
      sources: z.array(Id),
      certainty: MakersRating.nullable(),
    }),
  ),
  trials: z.array(Product.shape.trials.element.omit({ estimates: true }).extend({ estimates: z.array(Id) })),
  running: Product.shape.running,
  sources: z.array(Id),
})
export type OpenProduct = z.infer<typeof OpenProduct>

const Named = z.strictObject({ id: Id, name: Line })
/** On top of every file of one condition. */
const ofCondition = { release: Release, condition: Named }

export const ResultsFile = z.strictObject({
  ...ofCondition,
  results: z.array(Result),
})
export type ResultsFile = z.infer<typeof ResultsFile>
export const DecisionsFile = z.strictObject({
  ...ofCondition,
  decisions: z.array(Decision),
})
export type DecisionsFile = z.infer<typeof DecisionsFile>
export const ProductsFile = z.strictObject({
  ...ofCondition,
  review: Review,
  products: z.array(OpenProduct),
})
export type ProductsFile = z.infer<typeof ProductsFile>

const OpenSource = z.strictObject({ ...Source.shape, page: Address })
export const SourcesFile = z.strictObject({ release: Release, sources: z.array(OpenSource) })
export type SourcesFile = z.infer<typeof SourcesFile>

export const IndexFile = z.strictObject({
  release: Release,
  openapi: Address,
  sources: Address,
  languages: z.array(
    z.strictObject({
      id: z.string().describe('ISO 639'),
      conditions: z.array(Named.extend({ results: Address, decisions: Address, products: Address })),
    }),
  ),
})
export type IndexFile = z.infer<typeof IndexFile>

/** What every address below /api/evidence answers that is not there, or is asked in another way than by GET. */
export const Refusal = z.strictObject({
  code: z.enum(['not-found', 'method-not-allowed']),
  message: Line,
  index: Address,
  openapi: Address,
})
export type Refusal = z.infer<typeof Refusal>
