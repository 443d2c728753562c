import { z } from 'zod'
import { Id } from '@/lib/sources/schema'
import { sureAnswers, sureIds } from '@/lib/readiness/names'

export const QuizQuestion = z.strictObject({
  id: Id,
  /** The decisions it belongs to; empty: asked whatever the decision (for example about cells). */
  decisions: z.array(Id).default([]),
  answers: z
    .array(z.strictObject({ id: Id, correct: z.boolean() }))
    .min(2)
    .max(4),
  sources: z.array(Id).default([]),
  estimates: z.array(Id).default([]),
})
export type QuizQuestion = z.infer<typeof QuizQuestion>
export const Quiz = z.strictObject({ questions: z.array(QuizQuestion).min(3) })

export const QuizWords = z.strictObject({
  questions: z.record(
    Id,
    z.strictObject({
      question: z.string().min(1),
      answers: z.record(Id, z.string().min(1)),
      /** Shown after any answer: explains again, never scores. */
      explain: z.array(z.string().min(1)).min(1),
    }),
  ),
  /** Questions for the clinic the person can pick. */
  clinicQuestions: z.record(Id, z.string().min(1)),
  /** What the team can write on the sheet for the visit, in the order of the sheet. */
  clinicFields: z.record(Id, z.string().min(1)),
})
export type QuizWords = z.infer<typeof QuizWords>

export const SureId = z.enum(sureIds)
export type SureId = z.infer<typeof SureId>
export const YesNo = z.enum(sureAnswers)

/** The SURE test, verbatim (Légaré 2010): four yes/no items, scored 0 to 4. */
export const Sure = z.strictObject({
  items: z.array(z.strictObject({ id: SureId, heading: z.string(), text: z.string() })).length(4),
  yes: z.string(),
  no: z.string(),
  citation: z.string(),
  copyright: z.string(),
  note: z.array(z.string().min(1)),
  source: Id,
})
export type Sure = z.infer<typeof Sure>
