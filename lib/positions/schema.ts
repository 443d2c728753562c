import { z } from 'zod'
import { Id } from '@/lib/sources/schema'

/**
 * How strongly a body says it, in the words that people are shown. `recommended`: its strongest grade (class I, strong, "offer");
 * `suggested`: the next one (class IIa, conditional, "consider"); `possible`: the weakest (class IIb, "may be considered");
 * `suggested-against` and `not-recommended`: the same on the other side; `extra-checks`: only with special care or in research;
 * `no-grade`: the part that was read names no grade.
 */
export const Strength = z.enum([
  'recommended',
  'suggested',
  'possible',
  'no-grade',
  'extra-checks',
  'suggested-against',
  'not-recommended',
])
export type Strength = z.infer<typeof Strength>

/** When a body said it: the year, with month and day when the page prints them. */
const Said = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, "2023", or a day, "2023-05-01"')

/** What a body says on a topic, as it was read. */
const Position = z.strictObject({
  body: Id,
  strength: Strength,
  /** Null: the pages that were read print none, and the page says so. */
  date: Said.nullable(),
  sources: z.array(Id).min(1, 'name at least one source id from sources'),
  where: z.string().min(10).describe('the printed words, and where they stand'),
})

/** A body whose position on a topic nobody could read. */
const NotFound = z.strictObject({
  body: Id,
  /** Words of `whys`: no page could be opened, only its start, or a list that does not name the topic. */
  why: Id,
  /** What was read instead, when something was. */
  sources: z.array(Id).default([]),
  tried: z.string().min(10).describe('what was looked for and where'),
})

const Topic = z.strictObject({
  id: Id,
  said: z.array(Position).default([]),
  notFound: z.array(NotFound).default([]),
})
export type Topic = z.infer<typeof Topic>

export const Positions = z.strictObject({
  /** Who writes guidelines, in the order of the page. `topics`: those it was asked about; left out: every one. */
  bodies: z.array(z.strictObject({ id: Id, topics: z.array(Id).optional() })).default([]),
  topics: z.array(Topic).default([]),
})
export type Positions = z.infer<typeof Positions>

const Line = z.string().min(1)

export const BodyWords = z.strictObject({
  name: Line,
  /** Who they are, in a few words. */
  who: Line,
})

export const PositionsWords = z.strictObject({
  bodies: z.record(Id, BodyWords).default({}),
  topics: z.record(Id, Line).default({}),
  /** By topic, then by body: one sentence of at most twenty words. */
  said: z.record(Id, z.record(Id, Line)).default({}),
  whys: z.record(Id, Line).default({}),
})
export type PositionsWords = z.infer<typeof PositionsWords>

/** The name of one position in the database: what its citations and its words are found by. */
export const positionKey = (topicId: string, bodyId: string): string => `${topicId}/${bodyId}`
