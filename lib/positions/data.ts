import 'server-only'
import { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { BodyWords, positionKey, Strength } from '@/lib/positions/schema'
import { listCitations } from '@/lib/sources/data'
import { listWords } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'

type Body = { id: string } & z.infer<typeof BodyWords>

export type PositionRow = {
  body: Body
  strength: Strength
  /** Null: the pages that were read print no date. */
  date: string | null
  text: string
  sources: string[]
}
export type NotFoundRow = { body: Body; why: string; sources: string[] }
export type TopicView = { id: string; name: string; said: PositionRow[]; notFound: NotFoundRow[] }

const Line = z.string()

/** What guidelines say, topic by topic in the order of positions.yaml; empty when a condition has none. */
export const listPositions = once(async (locale: Locale, conditionId: string): Promise<TopicView[]> => {
  const [rows, cited, bodies, topics, texts, whys] = await Promise.all([
    db.position.findMany({ where: { conditionId }, orderBy: { order: 'asc' } }),
    listCitations(conditionId, 'position'),
    listWords(locale, conditionId, 'position-body', BodyWords),
    listWords(locale, conditionId, 'position-topic', Line),
    listWords(locale, conditionId, 'position', Line),
    listWords(locale, conditionId, 'position-why', Line),
  ])
  const views = new Map<string, TopicView>()
  for (const { topicId, bodyId, strength, date, whyId } of rows) {
    const words = bodies.get(bodyId)
    const name = topics.get(topicId)
    if (!words || name === undefined) continue
    const view = views.get(topicId) ?? { id: topicId, name, said: [], notFound: [] }
    views.set(topicId, view)
    const key = positionKey(topicId, bodyId)
    const [body, sources] = [{ id: bodyId, ...words }, cited.get(key) ?? []]
    const text = texts.get(key)
    const why = whys.get(whyId ?? '')
    if (strength !== null && text !== undefined)
      view.said.push({ body, strength: Strength.parse(strength), date, text, sources })
    else if (strength === null && why !== undefined) view.notFound.push({ body, why, sources })
  }
  return [...views.values()]
})
