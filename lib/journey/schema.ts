import { z } from 'zod'
import { Id } from '@/lib/sources/schema'

const Line = z.string().min(1)
const Lines = z.array(Line).min(1)
const SourceIds = z.array(Id)

/** Our own schematic drawings; a key here must exist in components/drawings. */
export const Drawing = z.enum([
  'heart',
  'blocked-artery-stent',
  'bypass',
  'icd',
  'crt',
  'mitral-clip',
  'heart-pump',
  'liver',
  'artificial-liver',
])
export type Drawing = z.infer<typeof Drawing>

/** Small drawings of one line style, beside a name; a key here must exist in components/drawings/sketch.tsx. */
export const Sketch = z.enum([
  'carry-on',
  'comfort',
  'tablets',
  'exercise',
  'stent',
  'emergency-stent',
  'bypass',
  'icd',
  'crt',
  'clip',
  'pump',
  'heart-transplant',
  'ward',
  'virus-tablets',
  'drip',
  'machine',
  'liver-transplant',
  'living-donor',
  'heart-attack',
  'weak-heart',
  'advanced-heart',
  'stent-again',
  'liver',
  'liver-sudden',
  'liver-weeks',
  'liver-scarred-sudden',
  'liver-scarred',
  'article',
])
export type Sketch = z.infer<typeof Sketch>

/** Signs of questions and tools; a key here must exist in components/drawings/icon.tsx. */
export const Icon = z.enum([
  'live',
  'feel',
  'hospital',
  'harm',
  'days',
  'later',
  'head',
  'own',
  'emergency',
  'read',
  'cause',
  'search',
  'care',
  'test',
  'ask',
  'operation',
  'device',
  'pill',
  'people',
  'organ',
  'money',
  'office',
  'studies',
  'active',
  'tried',
])
export type Icon = z.infer<typeof Icon>

/** Where something that an article names stands here: a thing of the condition, or one of four pages. */
export const ArticlePlace = z
  .string()
  .regex(
    /^(?:(?:situation|section|option|decision|claim):[a-z0-9-]+|page:(?:emergency|stem-cells|claims|before-you-pay))$/,
  )

export const Condition = z.strictObject({
  id: Id,
  order: z.int(),
  drawing: Drawing.nullable().default(null),
  sketch: Sketch.nullable().default(null),
  /** Parts of step 1, in order, on a page each; `optIn` parts (outlook) on one that the person opens by choice. */
  sections: z
    .array(
      z.strictObject({
        id: Id,
        optIn: z.boolean().default(false),
        icon: Icon.nullable().default(null),
        drawing: Drawing.nullable().default(null),
        /** For each row of the part's table, in order: where what it names stands. Only the map of an article has it. */
        places: z.array(z.array(ArticlePlace).min(1)).default([]),
        estimates: z.array(Id).default([]),
        sources: SourceIds,
      }),
    )
    .min(1),
  situations: z
    .array(
      z.strictObject({
        id: Id,
        sketch: Sketch.nullable().default(null),
        decisions: z.array(Id),
        sources: SourceIds,
      }),
    )
    .min(1),
  emergency: z.strictObject({ sources: SourceIds.min(1) }),
})
export type Condition = z.infer<typeof Condition>

const Section = z.strictObject({
  title: Line,
  text: Lines.optional(),
  items: Lines.optional(),
  after: Lines.optional(),
  table: z.strictObject({ caption: Line, head: Lines, rows: z.array(Lines).min(1) }).optional(),
})

export const ConditionWords = z.strictObject({
  name: Line,
  /** The name as it stands inside a sentence: "heart failure". */
  inSentence: Line,
  /** One line under the name on the first page. */
  short: Line,
  lead: Lines,
  sections: z.record(Id, Section),
  situations: z.record(
    Id,
    z.strictObject({
      name: Line,
      text: Lines,
      articleSays: Line.optional().describe('the words articles use for it'),
    }),
  ),
  emergency: z.strictObject({
    now: z.strictObject({ title: Line, items: Lines, action: Line }),
    sameDay: z.strictObject({ title: Line, items: Lines, action: Line }),
  }),
})
export type ConditionWords = z.infer<typeof ConditionWords>

export const Option = z.strictObject({
  id: Id,
  /** Place in the fixed neutral order: least to most done to the body. */
  order: z.int(),
  /**
   * What it is for: the group in which it stands. Groups stand by their first option, and in each the fixed order
   * holds, so a group is no rank. Its title is in the words.
   */
  purpose: Id,
  drawing: Drawing.nullable().default(null),
  sketch: Sketch.nullable().default(null),
  /** Figures that belong to the option but to no decision (say, a stent in an emergency). */
  estimates: z.array(Id).default([]),
  sources: SourceIds.min(1),
})
export type Option = z.infer<typeof Option>
export const Options = z.strictObject({ options: z.array(Option).min(2) })

/** The same rows for every option, in this order. */
export const optionAspects = [
  'whatItIs',
  'maySuit',
  'mayNotSuit',
  'whatHappens',
  'benefits',
  'harms',
  'daysBody',
  'daysMood',
  'daysOthers',
  'carer',
  'changeMind',
  'ask',
] as const

export const OptionWords = z.strictObject({
  name: Line,
  short: Line.describe('one sentence, at most 16 words'),
  whatItIs: Lines,
  maySuit: Lines,
  mayNotSuit: Lines,
  whatHappens: Lines,
  benefits: Lines,
  harms: Lines,
  daysBody: Lines,
  daysMood: Lines,
  daysOthers: Lines,
  carer: Lines,
  changeMind: Lines,
  ask: Lines,
})
export type OptionWords = z.infer<typeof OptionWords>
export const OptionsWords = z.strictObject({
  /** The title of each group of options, in the order of the page. */
  purposes: z.record(Id, Line),
  options: z.record(Id, OptionWords),
})

/** What one option has on one outcome of one decision. `why` is a key of `whys` in the words. */
export const Cell = z.union([
  z.strictObject({
    estimates: z.array(Id).min(1),
    /** The figures that people see first, everywhere: see docs/how-to/write-content.md. Left out: the first one. */
    lead: z.array(Id).min(1).optional(),
    /** Why the most favourable figures of the cell may lead, for the person who checks it. On no page. */
    leadBecause: z.string().min(20).optional(),
  }),
  z.strictObject({ unknown: Id }),
  z.strictObject({ notApplicable: Id }),
])
export type Cell = z.infer<typeof Cell>

export const Decision = z.strictObject({
  id: Id,
  order: z.int(),
  situations: z.array(Id).min(1),
  /** In the fixed neutral order; at least two; always with `carry-on-as-now`. */
  options: z.array(Id).min(2),
  outcomes: z
    .array(
      z.strictObject({
        id: Id,
        /** Draws benefit people in pine and harm people in plum. */
        tone: z.enum(['benefit', 'harm']),
        /** One of the questions on the sheet for the visit: at most four of each decision, one of harm among them. */
        onSheet: z.boolean().default(false),
        cells: z.record(Id, Cell),
      }),
    )
    .min(1),
  /** Rows of words only: "what would my days be like". Taken from the options' words. */
})
export type Decision = z.infer<typeof Decision>
export const Decisions = z.strictObject({ decisions: z.array(Decision).min(1) })

export const DecisionsWords = z.strictObject({
  decisions: z.record(
    Id,
    z.strictObject({
      /** The decision in one explicit question. */
      question: Line,
      /** Short name for menus and the summary. */
      name: Line,
      lead: Lines,
      outcomes: z.record(
        Id,
        z.strictObject({
          /** The patient's question: "Will I live longer?" */
          question: Line,
          /** Plain answer with placeholders; neutral; says what the studies found. */
          answer: Lines,
          /**
           * By option, for each cell with figures: what its lead figures mean for a person, in one sentence of at most
           * 14 words with the time. What else it must hold: prisma/pipeline/check-glances.ts.
           */
          atAGlance: z.record(Id, Line).default({}),
        }),
      ),
    }),
  ),
  whys: z.record(Id, Line).default({}),
})
export type DecisionsWords = z.infer<typeof DecisionsWords>
