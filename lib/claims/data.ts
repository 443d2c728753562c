import 'server-only'
import { db } from '@/lib/db/client'
import { Claim, ClaimWords } from '@/lib/claims/schema'
import { listCitations } from '@/lib/evidence/data'
import { listWords } from '@/lib/words/data'
import type { Locale } from '@/lib/words/translate'

export type ClaimView = Claim & ClaimWords

/** The claims of a condition's article with our verdicts, in the article's order. */
export async function listClaims(locale: Locale, conditionId: string): Promise<ClaimView[]> {
  const [rows, words, cited] = await Promise.all([
    db.claim.findMany({ where: { conditionId }, orderBy: { order: 'asc' } }),
    listWords(locale, conditionId, 'claim', ClaimWords),
    listCitations(conditionId, 'claim'),
  ])
  return rows.flatMap((row) => {
    const text = words.get(row.id)
    if (!text) return []
    const claim = Claim.parse({
      id: row.id,
      verdict: row.verdict,
      inference: row.inference,
      sources: cited.get(row.id) ?? [],
      checkedOn: row.checkedOn,
      nextReview: row.nextReview,
    })
    return [{ ...claim, ...text }]
  })
}
