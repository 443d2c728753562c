import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { Matter, MattersWords } from '@/lib/matters/schema'
import { listWords } from '@/lib/texts/data'
import { withWords } from '@/lib/texts/with-words'
import type { Locale } from '@/lib/texts/translate'

const words = MattersWords.shape.matters.valueType
export type MatterView = Matter & z.infer<typeof words>

/** The items of the what-matters exercise with their words, and its opening lines. */
export async function getMatters(
  locale: Locale,
  conditionId: string,
): Promise<{ lead: string[]; matters: MatterView[] }> {
  const [rows, texts, leads] = await Promise.all([
    db.matter.findMany({ where: { conditionId }, orderBy: { order: 'asc' } }),
    listWords(locale, conditionId, 'matter', words),
    listWords(locale, conditionId, 'matters', z.array(z.string())),
  ])
  const matters = withWords(
    rows,
    texts,
    ({ id, decisionIds, outcomeId, towards, against, notClear }, text) => ({
      ...Matter.parse({ id, decisions: decisionIds, outcome: outcomeId, towards, against, notClear }),
      ...text,
    }),
  )
  return { lead: leads.get('lead') ?? [], matters }
}
