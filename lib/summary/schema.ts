import { z } from 'zod'
import { Day, Id } from '@/lib/sources/schema'
import { MatterAnswer } from '@/lib/matters/schema'
import { SureId, YesNo } from '@/lib/readiness/schema'
import { whos } from '@/lib/summary/names'

export const Who = z.enum(whos)

/** What a person said on steps 5 and 6. Lives in the tab, or in one form post; never stored by us. */
export const Answers = z.strictObject({
  situation: Id.nullable().default(null),
  decision: Id.nullable().default(null),
  who: Who.nullable().default(null),
  matters: z.record(Id, MatterAnswer).default({}),
  /** Picked as one of the three that matter most. */
  top: z.array(Id).default([]),
  own: z.string().default(''),
  quiz: z.record(Id, Id).default({}),
  sure: z.partialRecord(SureId, YesNo).default({}),
  questions: z.array(Id).default([]),
  ownQuestions: z.string().default(''),
  lean: Id.nullable().default(null),
  unsure: z.string().default(''),
  /** What the person read about cells, and what they want to ask about it. */
  cellsRead: z.string().default(''),
  cellsAsk: z.string().default(''),
})
export type Answers = z.infer<typeof Answers>

/** Who the summary is about: only in a share made for check-in, and only when the person adds it. */
export const Identity = z.strictObject({ name: z.string().trim().min(1).max(120), birthDate: Day })
export type Identity = z.infer<typeof Identity>
