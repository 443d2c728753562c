import 'server-only'
import { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { countSignedPieces, reviewLines, type ReviewLine } from '@/lib/reviews/reviews'
import { Review } from '@/lib/reviews/schema'
import type { Locale } from '@/lib/texts/translate'

/** The hash each piece of content has now, by content id ("heart-failure/decisions/advanced"). */
export const getContentHashes = once(async (locale: Locale): Promise<Record<string, string>> => {
  const rows = await db.contentHash.findMany({ where: { locale }, orderBy: { order: 'asc' } })
  return Object.fromEntries(rows.map(({ contentId, hash }) => [contentId, hash]))
})

/** Who signed off all of these pieces at the hash they have now; empty when any of them has no valid sign-off. */
export async function getReviewLines(locale: Locale, contents: readonly string[]): Promise<ReviewLine[]> {
  const rows = await db.review.findMany()
  if (!rows.length) return [] // as today: no need to look at hashes
  return reviewLines(contents, await getContentHashes(locale), z.array(Review).parse(rows))
}

export type ReviewPiece = { content: string; hash: string; reviews: ReviewLine[] }

/** Every piece of a condition that can be signed off, with the hash it has now and who has signed it at that hash. */
export async function getReviewPieces(locale: Locale, conditionId: string): Promise<ReviewPiece[]> {
  const [hashes, rows] = await Promise.all([getContentHashes(locale), db.review.findMany()])
  const signOffs = z.array(Review).parse(rows)
  return Object.entries(hashes)
    .filter(([content]) => content.startsWith(`${conditionId}/`))
    .map(([content, hash]) => ({
      content,
      hash,
      reviews: reviewLines([content], { [content]: hash }, signOffs),
    }))
}

/** How many pieces of all content there are, and how many somebody has signed off at the hash that they have now. */
export async function countSigned(locale: Locale): Promise<{ signed: number; pieces: number }> {
  const [hashes, rows] = await Promise.all([getContentHashes(locale), db.review.findMany()])
  return countSignedPieces(hashes, z.array(Review).parse(rows))
}
