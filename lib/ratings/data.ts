import 'server-only'
import { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { CertaintyLevel } from '@/lib/numbers/schema'
import { RatingStart, type RatingView } from '@/lib/ratings/schema'
import { listWords } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

/** How sure we are of every cell and answer of a condition, by its place (lib/ratings/rated-places.ts). */
export const getRatings = once(
  async (locale: Locale, conditionId: string): Promise<ReadonlyMap<string, RatingView>> => {
    const [rows, reasons] = await Promise.all([
      db.rating.findMany({ where: { conditionId }, orderBy: { order: 'asc' } }),
      listWords(locale, conditionId, 'rating-reason', z.string()),
    ])
    const wordsOf = (ids: readonly string[]) => ids.flatMap((id) => reasons.get(id) ?? [])
    return new Map(
      rows.map((row): [string, RatingView] => [
        row.place,
        {
          level: CertaintyLevel.nullable().parse(row.level),
          start: RatingStart.parse(row.start),
          against: wordsOf(row.againstIds),
          for: wordsOf(row.forIds),
          ratedOn: row.ratedOn,
        },
      ]),
    )
  },
)
