import { z } from 'zod'

/** A block of phrase patterns, one per line; lines starting with `//` are remarks. Read by `phrase.ts`. */
const patternBlockSchema = z
  .union([z.string(), z.array(z.string())])
  .transform((block) =>
    (typeof block === 'string' ? block.split('\n') : block)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('//')),
  )

/** A question, with the mark of any script that we write: "?", "？", "؟". */
export const questionSchema = z
  .string()
  .min(4)
  .regex(/[?？؟]$/u, 'ends with a question mark')

const idSchema = z.string().regex(/^[a-z][a-z0-9_-]*$/)

/**
 * Fires when words from at least `min` different lists stand within `within` words of each other: how
 * "one treatment for many unrelated diseases" is told from a list of symptoms of one disease.
 */
const varietySchema = z.object({
  lists: z.array(z.string()).min(2),
  min: z.int().min(2).max(12),
  within: z.int().min(3).max(80),
  weight: z.enum(['strong', 'usual', 'weak']).default('usual'),
})

/** How a sign or claim is recognised. `strong` needs no support, `weak` needs an advert around it or a second hit. */
const patternsSchema = z.object({
  strong: patternBlockSchema.default([]),
  usual: patternBlockSchema.default([]),
  weak: patternBlockSchema.default([]),
  /** A sentence holding one of these is not counted for this sign. */
  unless: patternBlockSchema.default([]),
  variety: z.array(varietySchema).default([]),
})

const signSourceSchema = z.object({
  key: z.string(),
  title: z.string(),
  publisher: z.string(),
  year: z.union([z.string(), z.number()]).transform(String),
  url: z.url(),
  also: z.url().optional(),
})

/** `prisma/content/warning-signs.yaml` */
export const warningSignsFileSchema = z.object({
  /** What people are shown. */
  signs: z.array(
    z.object({
      id: idSchema,
      group: z.enum(['evidence', 'safety', 'mechanism', 'hype', 'authority', 'commerce']),
      sources: z.array(signSourceSchema).min(1),
    }),
  ),
  /** Phrases below the signs: evidence that is weighed with everything else. */
  families: z.array(
    z.object({
      id: idSchema,
      /** The sign that these phrases speak for. */
      sign: idSchema,
      /** True when the wanted words are themselves negative ("no side effects", "not only the symptoms"). */
      countsWhenNegated: z.boolean().default(false),
      /** True when the words themselves doubt or warn ("results may vary"), so doubt around them is no reason to pass over. */
      countsWhenDoubted: z.boolean().default(false),
      /** False when a question ("Is it safe?") does not say the thing. */
      countsInQuestions: z.boolean().default(true),
      /** True when finding these phrases speaks for the text being an advert (promises do, a price or a place does not). */
      marksAdvert: z.boolean().default(false),
      patterns: patternsSchema,
    }),
  ),
})
export type WarningSignsFile = z.infer<typeof warningSignsFileSchema>

/** `prisma/content/words.en/warning-signs.yaml` */
export const warningSignWordsFileSchema = z.object({
  signs: z.array(
    z.object({
      id: idSchema,
      /** Short name, shown beside the mark. */
      name: z.string().min(3).max(60),
      /** One calm sentence about the passage. */
      what: z.string().min(10),
      why: z.string().min(10),
      /** A question to ask instead. */
      ask: questionSchema,
    }),
  ),
})
export type WarningSignWordsFile = z.infer<typeof warningSignWordsFileSchema>

/** `prisma/content/<condition>/claim-patterns.yaml`; a condition without it is not looked for. */
export const claimPatternsFileSchema = z.object({
  /** Words that tell a text about this illness from others. */
  condition: patternBlockSchema,
  claims: z.array(
    z.object({
      id: idSchema,
      /** Phrases, each enough on its own within one sentence. */
      patterns: patternBlockSchema.default([]),
      /** Groups of phrases that must all be met within `sentences` sentences of each other. */
      together: z
        .array(z.object({ sentences: z.int().min(1).max(8), all: z.array(patternBlockSchema).min(2).max(5) }))
        .default([]),
      /** Phrases that count only if the text also lacks these items (ids of the `missing` list). */
      whenMissing: z.array(idSchema).default([]),
      unless: patternBlockSchema.default([]),
      countsWhenNegated: z.boolean().default(false),
      /** True when the claim itself doubts or advises, so doubt around it is no reason to pass over. */
      countsWhenDoubted: z.boolean().default(false),
      /** True for what a reader would only take from a text that promotes: not looked for in one that informs. */
      promotedOnly: z.boolean().default(false),
      /** True when the text must speak of a cell product somewhere for this claim to be meant. */
      needsCells: z.boolean().default(true),
    }),
  ),
})
export type ClaimPatternsFile = z.infer<typeof claimPatternsFileSchema>

const cueSchema = z.object({ weight: z.number().min(0.1).max(5), patterns: patternBlockSchema })

const share = z.number().min(0).max(1)
const promisesAndFacts = z.object({ promises: z.number().min(0), facts: z.number().min(0) })

/** How much what was found counts; what each number means stands beside it in the file. */
const weighingSchema = z.object({
  biologyShare: share,
  sellsPlainly: z.number().min(0),
  barelySells: z.number().min(0),
  ordinaryVariety: promisesAndFacts,
  varietyWeight: promisesAndFacts,
})
export type Weighing = z.infer<typeof weighingSchema>

/** `prisma/content/article-check.yaml`: word lists, negation, scopes, what an article should say. */
export const articleCheckFileSchema = z.object({
  /** False: the language sets no spaces between words, so every sign is read by itself. */
  setsSpaces: z.boolean().default(true),
  lists: z.record(idSchema, patternBlockSchema),
  negation: z.object({
    before: patternBlockSchema,
    notNegation: patternBlockSchema,
    after: patternBlockSchema,
    /** Words (lower case) that start a new clause after a comma, and subjects that start one after "and". */
    clauseStarts: z.array(z.string()),
    subjects: z.array(z.string()),
    /** Words for "and", after which such a subject starts a clause. */
    joins: z.array(z.string()).default(['and']),
    /** True when every comma ends what a "not" reaches, as in Chinese, where commas stand between clauses. */
    commaEndsClause: z.boolean().default(false),
    /** Words that say "no" inside a phrase, so that finding them there does not turn it round. */
    words: z
      .array(z.string())
      .default([
        'not',
        'no',
        'never',
        'none',
        'nor',
        'without',
        'cannot',
        'nobody',
        'nothing',
        'neither',
        'lack',
        'free',
      ]),
  }),
  /** A sentence (or a lead-in that ends in a colon) holding one of these is doubting or warning, not promoting. */
  doubt: patternBlockSchema,
  scopes: z.object({
    advert: z.array(cueSchema),
    abstract: z.array(cueSchema),
    critique: z.array(cueSchema),
    report: z.array(cueSchema),
    biology: z.array(cueSchema),
    leaflet: z.array(cueSchema),
  }),
  missing: z.array(z.object({ id: idSchema, present: patternBlockSchema })),
  weighing: weighingSchema,
  /** Families of words, by name; read for the signs beside the words themselves. */
  families: z.record(
    idSchema,
    z
      .string()
      .transform((words) => words.split(/\s+/).filter((word) => word !== ''))
      .or(z.array(z.string())),
  ),
})
export type ArticleCheckFile = z.infer<typeof articleCheckFileSchema>

const cuesSchema = z.array(cueSchema).default([])

/**
 * `prisma/content/words.<language>/article-patterns.yaml`: all phrases by which texts in another language than the first
 * are read. No weights were learnt there, so that rules alone decide (rules.ts).
 */
export const articleLanguageFileSchema = articleCheckFileSchema
  .omit({ weighing: true, families: true })
  .extend({
    scopes: z.strictObject({
      advert: cuesSchema,
      abstract: cuesSchema,
      critique: cuesSchema,
      report: cuesSchema,
      biology: cuesSchema,
      leaflet: cuesSchema,
    }),
    families: warningSignsFileSchema.shape.families,
  })
export type ArticleLanguageFile = z.infer<typeof articleLanguageFileSchema>

const languagePatternsSchema = z.object({
  check: articleCheckFileSchema.extend({
    /** In the order of the site. */
    conditions: z.array(z.object({ id: idSchema, patterns: patternBlockSchema })),
  }),
  families: warningSignsFileSchema.shape.families,
  claims: z.array(claimPatternsFileSchema.shape.claims.element.extend({ condition: idSchema })),
})
/** The patterns by which texts in one language are read. */
export type LanguagePatterns = z.infer<typeof languagePatternsSchema>

/** Everything the engine needs, as plain JSON that can be posted to a Web Worker. */
export const articlePatternsSchema = languagePatternsSchema.extend({
  /** The other languages that texts are read in, by their key (lib/texts/languages.ts). */
  others: z.record(z.string(), languagePatternsSchema).default({}),
})
export type ArticlePatterns = z.infer<typeof articlePatternsSchema>

/** The phrases of all illnesses together, in the order given: what the engine reads. */
export function joinClaimPatterns(
  check: ArticleCheckFile,
  files: readonly { id: string; file: ClaimPatternsFile }[],
): Pick<LanguagePatterns, 'check' | 'claims'> {
  return {
    check: { ...check, conditions: files.map(({ id, file }) => ({ id, patterns: file.condition })) },
    claims: files.flatMap(({ id, file }) => file.claims.map((claim) => ({ ...claim, condition: id }))),
  }
}

/** How often the check was right on texts of sites that it had not seen (sign-training.ts says how it is counted). */
export const measuredSchema = z.object({
  texts: z.int(),
  recall: share,
  precision: share,
  falsePerQuietText: z.number().min(0),
  firstThreeRight: share,
  warningsLeftAlone: share,
  stanceRight: share,
  stanceSaid: z.int(),
  bySign: z.record(
    z.string(),
    z.object({ right: z.int(), missed: z.int(), false: z.int(), unclear: z.int() }),
  ),
})
export type Measured = z.infer<typeof measuredSchema>

/** Small whole numbers, one letter each (sextets.ts). */
const sextetsSchema = z.string().regex(/^[A-Za-z0-9+/]*$/)

/**
 * `bits`: buckets as a power of two. `step`: what one step of a weight is worth. `bias`: what each output starts from.
 * `gaps`: which buckets have weights, each as how far it is from the one before. `values`: their weights, bucket by bucket.
 */
const weightsSchema = z.object({
  bits: z.int().min(4).max(20),
  step: z.number(),
  bias: z.array(z.number()),
  gaps: sextetsSchema,
  values: sextetsSchema,
})

/** `sign-weights.json`: made by `npm run article:train`, never by hand. */
export const signModelSchema = z.object({
  madeFrom: z.object({
    texts: z.int(),
    sites: z.int(),
    ownTexts: z.int(),
    passages: z.int(),
    folds: z.int(),
  }),
  /** Null when there were too few sites to hold some out. */
  measured: measuredSchema.nullable(),
  signs: z.array(z.string()).min(1),
  /** How often each sign is clear in the texts. */
  often: z.array(share),
  /** One weight a sign for each bucket; those of the text have one more, for "sells". */
  sentence: weightsSchema,
  text: weightsSchema,
  /** Decision trees, one after the other, two letters a node: sign-model.ts. */
  forest: sextetsSchema.min(2),
  /** A sign is shown from here on; between the two it is "possibly" there. */
  shownFrom: share,
  possiblyFrom: share,
})
export type SignModel = z.infer<typeof signModelSchema>

/** One line of `check:article --jsonl`. */
export const articleLineSchema = z.object({ id: z.string(), text: z.string() })

/** A passage, as offsets (UTF-16 code units) into the text as it was given; `text` is that slice. */
export type Span = { start: number; end: number; text: string }

/**
 * Why a text could not be read: letters of another writing system, words of another language, signs that are no
 * language at all (an encoded file, keys pressed at random), or hardly anything but a link, which is not opened.
 */
export type Unreadable = 'script' | 'language' | 'code' | 'link'

/** What a text is for: it sells something, it informs, or the check cannot tell. */
export type Stance = 'sells' | 'informs' | 'cannot tell'

/** `score`: how sure the check is, 0 to 1. */
export type CheckedSign = { id: string; score: number; spans: Span[] }

export type ArticleCheck = {
  /** The language that the text was read in. */
  language: string
  stance: Stance
  /** Strongest first. */
  signs: CheckedSign[]
  /** Signs that are less sure than those that are shown; strongest first. */
  possible: CheckedSign[]
  claims: { id: string; condition: string; spans: Span[] }[]
  /** Ids of what the article does not say, in the order of the content file. */
  missing: string[]
  condition: string | null
  /** Null: the text was read. Else finding no sign says nothing. */
  unreadable: Unreadable | null
  /** Set when only the first `at` code units of `of` were read. */
  cut: { at: number; of: number } | null
}
