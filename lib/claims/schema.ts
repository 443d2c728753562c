import { z } from 'zod'
import { Day, Id } from '@/lib/sources/schema'

export const Verdict = z.enum(['supported', 'partly', 'uncertain', 'unsupported', 'contradicted'])

/** Something the articles say (paraphrased) or leave the reader to think (`inference`), with our verdict. */
export const Claim = z.strictObject({
  id: Id,
  verdict: Verdict,
  /** true: the article does not say it in words; it is what a reader would take from it. */
  inference: z.boolean().default(false),
  sources: z.array(Id).min(1),
  checkedOn: Day,
  nextReview: Day,
})
export type Claim = z.infer<typeof Claim>

export const ClaimWords = z.strictObject({
  claim: z.string().min(1),
  why: z.array(z.string().min(1)).min(1),
  limits: z.array(z.string().min(1)).default([]),
})
export type ClaimWords = z.infer<typeof ClaimWords>
