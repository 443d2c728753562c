import { z } from 'zod'
import { Id } from '@/lib/sources/schema'

const Line = z.string().min(1)

/** Words explained: `words.<locale>/glossary.yaml`. */
export const GlossaryWords = z.strictObject({
  terms: z.record(
    Id,
    z.strictObject({
      term: Line,
      /** Other spellings and forms that count as the term in running text. */
      forms: z.array(Line).default([]),
      meaning: z.array(Line).min(1),
      sources: z.array(Id).default([]),
    }),
  ),
})
export type GlossaryWords = z.infer<typeof GlossaryWords>
