import 'server-only'
import { QualityItem } from '@/lib/quality/schema'
import { listWords } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

/** The items we hold ourselves against, in the order of quality.yaml. */
export async function listQuality(locale: Locale): Promise<QualityItem[]> {
  return [...(await listWords(locale, 'shared', 'quality', QualityItem)).values()]
}
