import { z } from 'zod'
import { CertaintyLevel } from '@/lib/numbers/schema'
import { Day, Id } from '@/lib/sources/schema'

/**
 * What a rating starts from. `randomised` and `prognosis` start high, the others low. `prognosis`: one group followed,
 * and only how often something happened is rated, not whether the option did it (docs/how-to/rate-certainty.md).
 */
export const RatingStart = z.enum(['randomised', 'observational', 'prognosis', 'case-series'])
export type RatingStart = z.infer<typeof RatingStart>

/** GRADE's domains: the first five rate down, a large effect rates up. */
export const RatingDomain = z.enum([
  'bias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'publication',
  'large',
])
export type RatingDomain = z.infer<typeof RatingDomain>

/** 1: serious, 2: very serious. */
const Steps = z.int().min(1).max(2)
const Line = z.string().min(1)

/** What one rater said: the level, and how many steps each domain took (down, but for `large`). */
export const RaterVerdict = z.strictObject({
  level: CertaintyLevel,
  /** Left out: the same start as the agreed rating. */
  start: RatingStart.optional(),
  bias: Steps.optional(),
  inconsistency: Steps.optional(),
  indirectness: Steps.optional(),
  imprecision: Steps.optional(),
  publication: Steps.optional(),
  large: Steps.optional(),
})
export type RaterVerdict = z.infer<typeof RaterVerdict>

const Rater = z.strictObject({
  rated: RaterVerdict,
  because: Line.describe('in one sentence; on no page'),
})

export const Rating = z.strictObject({
  /** "advanced/live-longer/lvad" (decision, question, option) or "cells/cord-cells/harms" (product, question). */
  of: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+(\/[a-z0-9-]+)?$/),
  /** The figures that led when it was rated. When others lead, the rating is void. */
  leads: z.array(Id).min(1),
  /** What the two agreed on; follows from `start`, `against` and `for`. */
  level: CertaintyLevel,
  start: RatingStart,
  /** Reasons that make us less sure, with the steps that each takes off. */
  against: z.record(Id, Steps).default({}),
  /** Reasons that make us more sure. Only one of the domain `large` lifts the level, by one step. */
  for: z.array(Id).default([]),
  /** Why the agreed level is the one it is, when the two had different ones: at most 25 words. On no page. */
  settled: z
    .string()
    .refine((text) => text.split(/\s+/).length <= 25, 'at most 25 words')
    .optional(),
  /** In the order in which they stand in every rating: the first and the second rater. */
  raters: z.tuple([Rater, Rater]),
  /** When it is not the day of the file. */
  ratedOn: Day.optional(),
})
export type Rating = z.infer<typeof Rating>

export const Ratings = z.strictObject({
  /** `makers`: the people who made Lantern. No clinician. (`ratedBy` is a source, beside a figure.) */
  by: z.literal('makers').default('makers'),
  ratedOn: Day,
  /** Every reason with its domain; its words stand in words.<locale>/ratings.yaml. */
  reasons: z.record(Id, RatingDomain).default({}),
  ratings: z.array(Rating).default([]),
})
export type Ratings = z.infer<typeof Ratings>

export const RatingsWords = z.strictObject({
  reasons: z.record(Id, Line.describe('a plain sentence or two that say why')).default({}),
})
export type RatingsWords = z.infer<typeof RatingsWords>

/** A rating as pages show it. */
export type RatingView = {
  /** null: its lead figure has changed since, so the rating is void until it is made again. */
  level: CertaintyLevel | null
  start: RatingStart
  /** In words, in the order of the content. */
  against: string[]
  for: string[]
  ratedOn: string
}
