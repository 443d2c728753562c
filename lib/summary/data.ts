import 'server-only'
import { once } from '@/lib/db/asked-once'
import { within } from '@/lib/db/within'
import { env } from '@/lib/env'
import { changedAddress } from '@/lib/reviews/changed-address'
import { getReviewLines } from '@/lib/reviews/data'
import { stepContents } from '@/lib/reviews/reviews'
import { getDecision, listDecisions, listOptions, getCondition } from '@/lib/journey/data'
import { getMatters } from '@/lib/matters/data'
import { getFigureBook } from '@/lib/numbers/data'
import { getSure, listClinicFields, listClinicQuestions, listQuiz } from '@/lib/readiness/data'
import { getRelease } from '@/lib/release/data'
import type { Answerable } from '@/lib/summary/answers'
import { makeSummaryParts } from '@/lib/summary/make-parts'
import { SummaryParts } from '@/lib/summary/parts'
import { listCheckedStatus } from '@/lib/watch/data'
import { makeKit } from '@/lib/sentences/kit'
import type { Locale } from '@/lib/texts/translate'

/** What can be answered for a condition. */
export const getAnswerable = once(async (locale: Locale, conditionId: string): Promise<Answerable> => {
  const [condition, decisions, options, { matters }, quiz, questions] = await Promise.all([
    getCondition(locale, conditionId),
    listDecisions(locale, conditionId),
    listOptions(locale, conditionId),
    getMatters(locale, conditionId),
    listQuiz(locale, conditionId),
    listClinicQuestions(locale, conditionId),
  ])
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  return {
    situations: ids(condition?.situations ?? []),
    decisions: ids(decisions),
    options: ids(options),
    matters: ids(matters),
    quiz: Object.fromEntries(quiz.map((question) => [question.id, ids(question.answers)])),
    clinicQuestions: ids(questions),
  }
})

/** Every decision of a condition in full, for the summary. */
export const listFullDecisions = once(async (locale: Locale, conditionId: string) => {
  const names = await listDecisions(locale, conditionId)
  const decisions = await Promise.all(names.map(({ id }) => getDecision(locale, conditionId, id)))
  return decisions.filter((decision) => decision !== null)
})

async function readSummaryParts(locale: Locale, conditionId: string): Promise<SummaryParts | null> {
  const [condition, decisions, { matters }, clinicQuestions, clinicFields, quiz, sure, release, book] =
    await Promise.all([
      getCondition(locale, conditionId),
      listFullDecisions(locale, conditionId),
      getMatters(locale, conditionId),
      listClinicQuestions(locale, conditionId),
      listClinicFields(locale, conditionId),
      listQuiz(locale, conditionId),
      getSure(locale),
      getRelease(),
      getFigureBook(locale, conditionId),
    ])
  if (!condition) return null
  const shown = stepContents(conditionId, 'summary', {
    options: [],
    decisions: decisions.map(({ id }) => id),
  })
  const content = {
    condition,
    decisions,
    matters,
    clinicQuestions,
    clinicFields,
    quiz,
    sure,
    release,
    reviews: await getReviewLines(locale, shown),
    changed: release && changedAddress(locale, release.version, env.LANTERN_PUBLIC_URL),
  }
  return SummaryParts.parse(makeSummaryParts(content, makeKit(locale, book, [])))
}

/** Parts of every condition as one release, with what has been found out since about its sources, makes them. */
let held: { madeFrom: string; parts: Map<string, Promise<SummaryParts | null>> } | null = null

/** Milliseconds after which what is in memory will do. With nothing in memory (a start) there is reason to wait. */
const withinMs = 3_000

/** What the parts are made from: another text, other parts. Null: the database is away. */
async function whatIsCurrent(isHeld: boolean): Promise<string | null> {
  try {
    const asked = Promise.all([getRelease(), listCheckedStatus()])
    const [release, checked] = await (isHeld ? within(withinMs, asked) : asked)
    return JSON.stringify([release?.contentHash, [...checked].sort()])
  } catch {
    return null
  }
}

/**
 * Everything that could stand in the summary of a condition, in finished words; null for an unknown condition. Kept in
 * memory until the content, or what is known about a source, is another. While the database is away the parts in memory
 * stand, with what was last known. @throws when the database is away and there are none
 */
export const getSummaryParts = once(
  async (locale: Locale, conditionId: string): Promise<SummaryParts | null> => {
    const key = `${locale} ${conditionId}`
    const madeFrom = await whatIsCurrent(held?.parts.has(key) ?? false)
    if (madeFrom !== null && held?.madeFrom !== madeFrom) held = { madeFrom, parts: new Map() }
    const known = held?.parts.get(key)
    if (known) return known
    if (!held || madeFrom === null) throw new Error('the database is away')
    const { parts } = held
    const read = readSummaryParts(locale, conditionId)
    parts.set(key, read)
    try {
      const made = await read
      if (!made) parts.delete(key) // names that anyone can make up are not kept
      return made
    } catch (error) {
      parts.delete(key) // ask again next time: the database may be back
      throw error
    }
  },
)
