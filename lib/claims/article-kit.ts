/**
 * What a check needs besides the text: the patterns, and the words for everything it can find. The page carries it
 * as data, so that nothing is asked for while a text is being checked.
 */
import { z } from 'zod'
import type { Verdict } from '@/lib/claims/schema'
import { questionSchema, warningSignsFileSchema, type ArticlePatterns } from './sign-schema'

const Sign = warningSignsFileSchema.shape.signs.element

/** The families of signs, in the order of the page that explains them. */
export const signGroups = ['evidence', 'safety', 'mechanism', 'hype', 'authority', 'commerce'] as const
export type SignGroup = (typeof signGroups)[number]

/** One warning sign with its words and sources, ready to be shown. */
export const WarningSign = z.object({
  id: Sign.shape.id,
  group: z.enum(signGroups),
  name: z.string(),
  what: z.string(),
  why: z.string(),
  ask: z.string(),
  sources: Sign.shape.sources,
  /** Ids of its families of phrases, which links may still name. */
  formerly: z.array(z.string()).default([]),
})
export type WarningSign = z.infer<typeof WarningSign>

export const MissingItem = z.strictObject({
  name: z.string().min(3).max(60),
  why: z.string().min(10),
  ask: questionSchema,
})
export const Sample = z.strictObject({ title: z.string().min(3), text: z.string().min(100).max(5_000) })

/** `prisma/content/words.en/article-check.yaml` */
export const ArticleWords = z.strictObject({ missing: z.record(z.string(), MissingItem), sample: Sample })
export type ArticleWords = z.infer<typeof ArticleWords>

export type ClaimEntry = {
  id: string
  condition: string
  /** Our paraphrase of what the article says. */
  claim: string
  verdict: z.infer<typeof Verdict>
  verdictWords: string
}

export type ArticleKit = {
  locale: string
  /** Version of the content, for the note. */
  version: string
  patterns: ArticlePatterns
  signs: WarningSign[]
  claims: ClaimEntry[]
  missing: ({ id: string } & z.infer<typeof MissingItem>)[]
  conditions: { id: string; name: string }[]
  sample: z.infer<typeof Sample>
  /** How often the check is right on texts that it was not made from, of 100, by the language of the text. */
  often: Readonly<Record<string, Often>>
  /** Interface words; `{name}` is a gap, filled by `fillGaps` of fill-gaps.ts. */
  words: ReportWords
}

/** What a finished check is put into words with: all but the phrases. */
export type ReportKit = Omit<ArticleKit, 'patterns'>

/** Of 100 marks, how many are right; of 100 signs, how many are missed. */
export type Often = { right: number; missed: number }

type Shares = { precision: number; recall: number }
/** The figures of `often` from shares of 1, by language; what nobody measured is left out. */
export function oftenOf(measured: Readonly<Record<string, Shares | null>>): ArticleKit['often'] {
  return Object.fromEntries(
    Object.entries(measured).flatMap(([language, shares]) =>
      shares
        ? [
            [
              language,
              { right: Math.round(shares.precision * 100), missed: Math.round((1 - shares.recall) * 100) },
            ],
          ]
        : [],
    ),
  )
}

/** Keys of `articleCheck.report` in the interface messages. */
export type ReportWords = Record<string, string>
