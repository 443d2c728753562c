import { z } from 'zod'
import { Id } from '@/lib/sources/schema'
import { matterAnswers } from '@/lib/matters/names'

export const MatterAnswer = z.enum(matterAnswers)
export type MatterAnswer = z.infer<typeof MatterAnswer>

/**
 * One item of the what-matters exercise and, in words, what it points towards and against. A pointer rests on the figures
 * of the row that asks the same, or, where no row does, on a fact that the words of the option state
 * (prisma/pipeline/check-matters.ts).
 */
export const Matter = z.strictObject({
  id: Id,
  decisions: z.array(Id).min(1),
  /** The row of the decisions that asks the same; null when none does. */
  outcome: Id.nullable(),
  /** Options this would speak for or against when it matters; never a cell product. */
  towards: z.array(Id).default([]),
  against: z.array(Id).default([]),
  /** "decision/option": where that row is not known or shows no clear difference, nothing points. */
  notClear: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'write decision/option')).default([]),
})
export type Matter = z.infer<typeof Matter>
export const Matters = z.strictObject({ matters: z.array(Matter).min(3) })

export const MattersWords = z.strictObject({
  lead: z.array(z.string().min(1)).min(1),
  matters: z.record(
    Id,
    z.strictObject({
      /** "How much does … matter to you?" */
      question: z.string().min(1),
      /** Short label for the summary: "Living longer". */
      label: z.string().min(1),
      /** One sentence on why this could differ between the options; may hold placeholders. */
      help: z.string().min(1),
      /** One reason per option named in towards or against. */
      because: z.record(Id, z.string().min(1)).default({}),
    }),
  ),
})
export type MattersWords = z.infer<typeof MattersWords>
