import { z } from 'zod'
import { Day, Id, Tier } from '@/lib/sources/schema'

/**
 * A figure as its source printed it. Never converted here: pure functions in this folder turn it into
 * natural frequencies, ranges and pictures.
 */
export const Value = z.discriminatedUnion('type', [
  /** `events` of `total` people. `percent` is what the paper printed beside them, if it did. */
  z
    .strictObject({
      type: z.literal('counts'),
      events: z.int().min(0),
      total: z.int().positive(),
      percent: z.number().min(0).max(100).optional(),
    })
    .refine(({ events, total }) => events <= total, {
      message: 'more people are counted (events) than were in the group (total)',
    }),
  /** A printed percentage (for example a Kaplan-Meier estimate); `n` is the group size if printed. */
  z.strictObject({
    type: z.literal('percent'),
    value: z.number().min(0).max(100),
    n: z.int().positive().optional(),
  }),
  /** A printed span such as 25-35%. */
  z.strictObject({
    type: z.literal('percentSpan'),
    low: z.number().min(0).max(100),
    high: z.number().min(0).max(100),
  }),
  z.strictObject({
    type: z.literal('rate'),
    per100PersonYears: z.number().min(0),
    n: z.int().positive().optional(),
  }),
  /** Only a ratio was printed. Never shown without saying that the absolute numbers were not given. */
  z.strictObject({
    type: z.literal('ratioOnly'),
    measure: z.enum(['HR', 'RR', 'OR', 'rateRatio', 'winRatio', 'SIR']),
    value: z.number().positive(),
    low: z.number().positive().optional(),
    high: z.number().positive().optional(),
    level: z.number().optional(),
    p: z.string().optional(),
  }),
  /** A difference of means, or one group's change, for example points of ejection fraction. */
  z.strictObject({
    type: z.literal('meanDifference'),
    value: z.number(),
    low: z.number().optional(),
    high: z.number().optional(),
    p: z.string().optional(),
    unit: z.enum(['percentage-points', 'points', 'metres', 'millilitres', 'meld-points', 'percent-change']),
    /** 'between': cells against comparison group. 'within': before and after in one group. */
    of: z.enum(['between', 'within']),
  }),
  /** The source gives a finding in words and no figure we may print. */
  z.strictObject({
    type: z.literal('finding'),
    finding: z.enum(['no-clear-difference', 'better', 'worse', 'unsure']),
  }),
])
export type Value = z.infer<typeof Value>

/** The effect between two arms as printed. */
export const Effect = z.strictObject({
  measure: z.enum(['HR', 'RR', 'OR', 'RD', 'MD', 'rateRatio', 'winRatio']),
  value: z.number(),
  /** Which side the printed effect counts, when it is not the side of the figure (a ratio of deaths beside survival). */
  counts: z.enum(['bad', 'good']).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /** Confidence level of low..high in percent; 95 unless the paper says otherwise. */
  level: z.number().min(50).max(99.9).default(95),
  p: z.string().optional(),
})
export type Effect = z.infer<typeof Effect>

/** GRADE's four levels. */
export const CertaintyLevel = z.enum(['high', 'moderate', 'low', 'very-low'])
export type CertaintyLevel = z.infer<typeof CertaintyLevel>

/** Certainty of one figure as a body that rated it stated it. How sure we are ourselves stands in ratings.yaml. */
export const Certainty = z.union([
  z.strictObject({
    level: CertaintyLevel,
    ratedBy: Id.describe('source id'),
  }),
  z.strictObject({
    notRated: z.enum(['source-gives-none', 'rating-not-seen', 'no-comparison-group', 'talk-or-press-only']),
  }),
])
export type Certainty = z.infer<typeof Certainty>

export const Design = z.enum([
  'randomised-blinded',
  'randomised-sham',
  'randomised-open',
  'randomised-unclear',
  'randomised-secondary',
  'pooled-randomised',
  'pooled-mixed',
  'compared-not-randomised',
  'single-group',
])

export const FollowUp = z.strictObject({
  months: z.number().min(0).nullable().describe('null only for kind "around" or "not-stated"'),
  /** "until": to hospital discharge and the like; "around": the procedure itself. */
  kind: z.enum([
    'median',
    'mean',
    'exact',
    'estimate-at',
    'around',
    'until-discharge',
    'varied',
    'not-stated',
  ]),
})
export type FollowUp = z.infer<typeof FollowUp>

/** What a share of an end point is of: its people, or each time something was done. */
export const EndpointThing = z.enum(['people', 'tests', 'procedures'])
/** What a fact is of, where a language may have to name it: people unless said; `age`: years of a life. */
export const FactThing = z.enum([
  ...EndpointThing.options,
  'cells',
  'chance',
  'appeals',
  'centres',
  'search-results',
  'videos',
  'age',
])
export type Thing = z.infer<typeof FactThing>

/** A printed interval of one arm's own figure, in percent. */
const ArmRange = z.strictObject({ low: z.number(), high: z.number(), level: z.number().default(95) })

/** Where in the source, and the figures as printed, for the person who checks them. May hold digits. */
const Where = z.string().min(3)

/** One group of a study and its figure. Its id is what decisions, sentences and addresses name. */
export const Arm = z.strictObject({
  id: Id,
  /** Who: words in `arms`, for example "bypass and medicines". */
  arm: Id,
  /** The option this arm stands for; left out for an arm that is no option (say, an older pump). */
  option: Id.nullable().default(null),
  /** The arm that the others of the result were compared with: one in every result of several arms. */
  comparator: z.boolean().default(false),
  /** A comparator that is told by itself where a page or a sentence names it; without this the first arm comes along. */
  toldAlone: z.boolean().default(false),
  value: Value,
  range: ArmRange.nullable().default(null),
  /** The printed effect of this arm, in a result of three arms or more; of two arms it stands on the result. */
  effect: Effect.nullable().default(null),
  /** What this arm says otherwise than its result. */
  where: Where.optional(),
  notes: z.array(Id).optional(),
  checkedOn: Day.optional(),
  nextReview: Day.optional(),
})
export type Arm = z.infer<typeof Arm>

/** One end point of one study at one time: what its arms share, the arms, and the effect between them as printed. */
export const Result = z.strictObject({
  /** The study: an id of sources.yaml. */
  source: Id,
  where: Where,
  /** What is counted; words in `endpoints`. */
  endpoint: Id,
  /** Which side of the endpoint the printed figures count: the bad event, or the people without it. */
  counts: z.enum(['bad', 'good']),
  followUp: FollowUp,
  /** Words in `populations`. */
  population: Id,
  design: Design,
  certainty: Certainty,
  tier: Tier,
  /** Words in `notes`: limits and conflicts the dossier gives; shown with the figures. */
  notes: z.array(Id).default([]),
  checkedOn: Day,
  nextReview: Day,
  /** A group without a comparison is a result of one arm. */
  arms: z.array(Arm).min(1),
  /** Printed effect of the arm that is not the comparator, against the comparator. */
  effect: Effect.nullable().default(null),
})
export type Result = z.infer<typeof Result>

/** The figure of one arm with all that its result says of it (lib/numbers/estimates.ts). */
export type Estimate = Omit<Result, 'arms' | 'effect'> &
  Pick<Arm, 'id' | 'arm' | 'option' | 'value' | 'range'> & {
    /** The other arm that this one is told beside; null when it is told alone. */
    comparator: string | null
    /** Printed effect of this arm against its comparator. */
    effect: Effect | null
  }

/** Any other quantity a sentence needs: a length of stay, a price, a year, an age limit. */
export const Fact = z.strictObject({
  id: Id,
  value: z.union([
    z.number(),
    z.strictObject({ low: z.number(), high: z.number() }),
    z.strictObject({ atLeast: z.number() }),
    z.strictObject({ upTo: z.number() }),
    Day,
    z.string().regex(/^\d{4}-\d{2}$/),
  ]),
  unit: z.enum([
    'in-100',
    'in-1000',
    'people',
    'count',
    'minutes',
    'hours',
    'days',
    'weeks',
    'months',
    'years',
    'year',
    'month',
    'date',
    'usd',
    'cny',
    'gbp',
    'kilograms',
    'millilitres',
    'litres',
    'grams',
    'percentage-points',
    'percent',
    'points',
    'metres',
    'kilometres',
    'times',
    'million-people',
  ]),
  approximate: z.boolean().default(false),
  thing: FactThing.default('people'),
  source: Id,
  where: Where,
  tier: Tier,
})
export type Fact = z.infer<typeof Fact>

export const Numbers = z.strictObject({
  endpoints: z
    .array(
      z.strictObject({
        id: Id,
        /** Which side is shown first and large. The other side is always shown too. */
        headline: z.enum(['bad', 'good']),
        /** Of anything but people the page draws no people. */
        thing: EndpointThing.default('people'),
      }),
    )
    .default([]),
  results: z.array(Result).default([]),
  facts: z.array(Fact).default([]),
})
export type Numbers = z.infer<typeof Numbers>

const Line = z.string().min(1)

export const NumberWords = z.strictObject({
  endpoints: z
    .record(
      Id,
      z.strictObject({
        title: Line.describe('"Death from any cause"'),
        inSentence: Line.describe(
          'the title inside a sentence, where a difference of means is named',
        ).optional(),
        bad: Line.describe('completes "59 in 100 …": "had died"'),
        good: Line.describe('completes "41 in 100 …": "were alive"'),
      }),
    )
    .default({}),
  arms: z.record(Id, Line.describe('inside a sentence: "an invented pump"')).default({}),
  armsFirst: z
    .record(Id, Line.describe('the same at the start of a line, where the language writes it otherwise'))
    .default({}),
  populations: z
    .record(Id, Line.describe('completes "People …"; a full plain sentence about who was studied'))
    .default({}),
  notes: z.record(Id, z.array(Line).min(1)).default({}),
})
export type NumberWords = z.infer<typeof NumberWords>

/** The source facts that stand beside a figure. */
export const FigureSource = z.strictObject({
  id: Id,
  short: Line.describe('"Velazquez EJ et al, 2016"'),
  title: Line,
  tier: Tier,
  status: z.enum(['current', 'corrected', 'concern', 'retracted']),
  kind: z.string(),
})
export type FigureSource = z.infer<typeof FigureSource>

/** An estimate with its words: what pages and sentences need to show it. */
export type Figure = Estimate & {
  endpointWords: { title: string; inSentence?: string | undefined; bad: string; good: string }
  headline: 'bad' | 'good'
  thing: z.infer<typeof EndpointThing>
  armWords: string
  /** The same at the start of a line. */
  armWordsFirst: string
  populationWords: string
  noteWords: string[]
  sourceShown: FigureSource
}

/** Every figure and fact that the pages of one condition may name, by id. */
export type FigureBook = {
  estimates: Record<string, Figure>
  facts: Record<string, Fact>
}
