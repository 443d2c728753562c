import 'server-only'
import type { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { GlossaryWords } from '@/lib/sentences/schema'
import { keptPerRelease } from '@/lib/release/data'
import { listWords } from '@/lib/texts/data'
import type { Locale } from '@/lib/texts/translate'
import { compareWords } from '@/lib/texts/intl'

const Term = GlossaryWords.shape.terms.valueType
export type GlossaryTerm = z.infer<typeof Term> & { id: string }

async function readGlossary(locale: Locale, conditionIds: readonly string[]): Promise<GlossaryTerm[]> {
  const maps = await Promise.all(
    ['shared', ...conditionIds].map((scope) => listWords(locale, scope, 'glossary', Term)),
  )
  const terms = new Map<string, GlossaryTerm>()
  for (const map of maps) for (const [id, term] of map) if (!terms.has(id)) terms.set(id, { id, ...term })
  return [...terms.values()].sort((a, b) => compareWords(a.term, b.term, locale))
}

const listWholeGlossary = keptPerRelease(async (locale: Locale) => {
  const conditions = await db.condition.findMany({ orderBy: { order: 'asc' }, select: { id: true } })
  return readGlossary(
    locale,
    conditions.map(({ id }) => id),
  )
})

/** Words explained: the condition's own and the shared ones, by term; all of them when no condition is given. */
export const listGlossary = once((locale: Locale, conditionId: string | null): Promise<GlossaryTerm[]> =>
  conditionId ? readGlossary(locale, [conditionId]) : listWholeGlossary(locale),
)
