import { z } from 'zod'

const Line = z.string().min(1)

/** The lists of what a good decision aid does, that we hold ourselves against. */
export const QualitySet = z.enum([
  'ipdas-qualifying',
  'ipdas-certifying',
  'ipdas-quality',
  'nice',
  'scotland',
  'pemat-understand',
  'pemat-act',
])

/**
 * met: the site does it today. not-yet: it does not, or only in part. needs-people: it takes a study, a clinician or
 * patients, and has not been done. does-not-apply: it is about something else (a test, a film).
 */
export const QualityState = z.enum(['met', 'not-yet', 'needs-people', 'does-not-apply'])

/** One item, in our own plain words, with where to see it and the test that keeps it true. */
export const QualityItem = z.strictObject({
  /** The item's id in our list of criteria, "IP-Q1". */
  id: z.string().regex(/^(IP-(Q|C|QL)|NI-[EH]|HS-[PC]|PE-)\d+$/),
  set: QualitySet,
  text: Line,
  state: QualityState,
  /** What is missing, or how we do it. Must be given unless the state is "met". */
  note: Line.optional(),
  /** The place of this site that meets it, as a path without the language: "/heart-failure/compare". */
  where: z
    .string()
    .regex(/^(\/[a-z0-9-]+)*(#[a-z0-9-]+)?$/, 'write a path without the language, such as /numbers#range')
    .optional(),
  test: z.strictObject({ file: z.string().regex(/^tests\/.+\.(test|spec)\.tsx?$/), title: Line }).optional(),
})
export type QualityItem = z.infer<typeof QualityItem>

/** prisma/content/shared/quality.yaml. */
export const Quality = z.strictObject({ items: z.array(QualityItem).min(1) })

/** The words of the items in another language: shared/words.<locale>/quality.yaml. */
export const QualityWords = z.strictObject({
  items: z.record(QualityItem.shape.id, z.strictObject({ text: Line, note: Line.optional() })),
})
export type QualityWords = z.infer<typeof QualityWords>
