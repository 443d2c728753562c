import { z } from 'zod'

const list = z.array(z.string().min(1))

/**
 * The words of a language by which a translation is compared with its source (`prisma/content/shared/translations/<language>.yaml`).
 * An entry is a piece of a regular expression, without capitals.
 */
export const languageRulesSchema = z.strictObject({
  /** Whether words stand apart, so that "no" is not found in "noche". */
  wholeWords: z.boolean(),
  words: z.strictObject({
    /** Words that deny. */
    not: list,
    /** What holds such a word and denies nothing; taken out before. */
    seemsNot: list,
    /** What is no denial, and what another language may say with one ("awake", "out of hospital"). */
    nearlyNot: list,
    /** Moderate certainty. */
    probably: list,
    /** What another language may say with such a word ("chance"). */
    nearlyProbably: list,
    /** Low certainty. */
    may: list,
    /** What nobody knows. */
    unknown: list,
    more: list,
    fewer: list,
    /** Numbers written as words, by their digits. */
    numbers: z.record(z.string().regex(/^\d+$/), list),
  }),
  /** Texts that a rule finds and that are right all the same, with the reason. `texts`: "file path rule" of the source. */
  exceptions: z.array(z.strictObject({ why: z.string().min(10), texts: list })).default([]),
})

export type LanguageRules = z.infer<typeof languageRulesSchema>

/** The terms that all translators of a language use (`prisma/content/shared/translations/<language>.terms.yaml`). */
export const languageTermsSchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      source: z.string().min(1),
      is: z.string().min(1),
      /** The page where it was seen; "usual" for everyday words. */
      seen: z.string().min(1).optional(),
    }),
  ),
})
