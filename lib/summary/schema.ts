import { z } from 'zod'
import { Day, Id } from '@/lib/sources/schema'
import { MatterAnswer } from '@/lib/matters/schema'

/** The longest text a person can write in one field, in characters. */
export const maxTextLength = 2000

export const YesNo = z.enum(['yes', 'no'])
export const SureId = z.enum(['s', 'u', 'r', 'e'])
export const Who = z.enum(['self', 'carer', 'carer-alone'])

/** What a person said on steps 5 and 6. Lives in the tab, or in one form post; never stored by us. */
export const Answers = z.strictObject({
  situation: Id.nullable().default(null),
  decision: Id.nullable().default(null),
  who: Who.nullable().default(null),
  matters: z.record(Id, MatterAnswer).default({}),
  own: z.string().default(''),
  quiz: z.record(Id, Id).default({}),
  sure: z.partialRecord(SureId, YesNo).default({}),
  questions: z.array(Id).default([]),
  ownQuestions: z.string().default(''),
  lean: Id.nullable().default(null),
  unsure: z.string().default(''),
})
export type Answers = z.infer<typeof Answers>

/** The text fields, which are capped in length. */
export const textFields = ['own', 'ownQuestions', 'unsure'] as const
export type TextField = (typeof textFields)[number]

/** Who the summary is about: only in a share made for check-in, and only when the person adds it. */
export const Identity = z.strictObject({ name: z.string().trim().min(1).max(120), birthDate: Day })
export type Identity = z.infer<typeof Identity>
