import 'server-only'
import { env } from '@/lib/env'
import { shortCitation, whoAndWhen } from '@/lib/sources/citation'
import { changedAddress } from '@/lib/reviews/changed-address'
import { onPaper } from '@/lib/sources/paper-name'
import { getReviewLines } from '@/lib/reviews/data'
import { getStemCells } from '@/lib/products/data'
import { listSources } from '@/lib/sources/data'
import { stepContents } from '@/lib/reviews/reviews'
import type { Source } from '@/lib/sources/schema'
import { getCondition } from '@/lib/journey/data'
import { getFigureBook } from '@/lib/numbers/data'
import { makeCompared } from '@/lib/handouts/compared-lines'
import { writeHandouts, type Handout } from '@/lib/handouts/write-handouts'
import { pictureOf } from '@/lib/paper/pictures'
import { getSure } from '@/lib/readiness/data'
import { getRelease } from '@/lib/release/data'
import { getSummaryParts, listFullDecisions } from '@/lib/summary/data'
import { footOf } from '@/lib/summary/make-parts'
import { makeKit } from '@/lib/sentences/kit'
import { ended, labelled, sentences } from '@/lib/texts/punctuation'
import { translator, type Locale } from '@/lib/texts/translate'

/** A source in a line, as its page names it, with what must be said about it. */
function citation(source: Source, locale: Locale): string {
  const t = translator(locale)
  const who = whoAndWhen(source)
  const lines = [
    ended(who ? labelled(who, source.title, locale) : source.title, locale),
    ...(source.tier === 'B' ? [t('source.tierB')] : []),
    ...(source.status === 'current' ? [] : [t(`source.${source.status}`)]),
  ]
  return sentences(lines, locale)
}

/** What stands on a handout, long or short, for the line that says who reviewed it. */
function contentsOf(conditionId: string, name: string): string[] {
  const decisions = name.startsWith('compare-') ? [name.slice('compare-'.length)] : []
  const ids = { options: [], decisions }
  if (decisions.length) return stepContents(conditionId, 'compare', ids)
  if (name === 'about') return stepContents(conditionId, 'condition', ids)
  if (name === 'stem-cells') return stepContents(conditionId, 'stemCells', ids)
  return [...stepContents(conditionId, 'matters', ids), ...stepContents(conditionId, 'check', ids)]
}

/** Every handout of a condition, written out; empty for an unknown condition. */
export async function getHandouts(locale: Locale, conditionId: string): Promise<Handout[]> {
  const [condition, decisions, cells, sure, parts, sources, release, book] = await Promise.all([
    getCondition(locale, conditionId),
    listFullDecisions(locale, conditionId),
    getStemCells(locale, conditionId),
    getSure(locale),
    getSummaryParts(locale, conditionId),
    listSources(),
    getRelease(),
    getFigureBook(locale, conditionId),
  ])
  if (!condition || !cells || !parts) return []
  const kit = makeKit(locale, book, [])
  const changed = release && changedAddress(locale, release.version, env.LANTERN_PUBLIC_URL)
  const names = ['about', ...decisions.map(({ id }) => `compare-${id}`), 'stem-cells', 'worksheet']
  const feet = new Map(
    await Promise.all(
      names.map(async (name) => {
        const reviews = await getReviewLines(locale, contentsOf(conditionId, name))
        return [name, footOf({ release, reviews, changed }, kit)] as const
      }),
    ),
  )
  const content = {
    condition,
    decisions,
    cells,
    sure,
    parts,
    compared: decisions.map((decision) => makeCompared(decision, kit)),
    citations: new Map(sources.map((source) => [source.id, citation(onPaper(source), locale)])),
    shortCitations: new Map(sources.map((source) => [source.id, shortCitation(onPaper(source))])),
    footOf: (name: string) => feet.get(name.replace(/-all$/, '')) ?? parts.foot,
  }
  return writeHandouts(content, (from) => pictureOf(from, book), kit)
}
