import 'server-only'
import { db } from '@/lib/db/client'
import { QualityItem } from '@/lib/quality/schema'
import type { Locale } from '@/lib/texts/translate'

/** The items we hold ourselves against, in the order of quality.yaml. */
export async function listQuality(locale: Locale): Promise<QualityItem[]> {
  const rows = await db.qualityItem.findMany({ where: { locale }, orderBy: { order: 'asc' } })
  return rows.map(({ id, set, text, state, note, where, testFile: file, testTitle: title }) =>
    QualityItem.parse({
      id,
      set,
      text,
      state,
      note: note ?? undefined,
      where: where ?? undefined,
      test: file && title ? { file, title } : undefined,
    }),
  )
}
