import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { cache } from 'react'
import { getDecision, listDecisions, listOptions, getCondition } from '@/lib/journey/data'
import { getMatters } from '@/lib/matters/data'
import { listClinicQuestions, listQuiz } from '@/lib/readiness/data'
import type { Answerable } from '@/lib/summary/answers'
import type { Locale } from '@/lib/words/translate'

/** The fields of the form being answered now. They live as long as the request and are written nowhere. */
type Posted = { fields: [string, string][] }
const shared = globalThis as typeof globalThis & { lanternPosted?: AsyncLocalStorage<Posted> }
const posted = (shared.lanternPosted ??= new AsyncLocalStorage<Posted>())

/** The fields that were posted with this request, or null for a plain visit. See lib/launch/form-posts.ts. */
export function getPostedFields(): [string, string][] | null {
  return posted.getStore()?.fields ?? null
}

/** What can be answered for a condition. */
export const getAnswerable = cache(async (locale: Locale, conditionId: string): Promise<Answerable> => {
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
export const listFullDecisions = cache(async (locale: Locale, conditionId: string) => {
  const names = await listDecisions(locale, conditionId)
  const decisions = await Promise.all(names.map(({ id }) => getDecision(locale, conditionId, id)))
  return decisions.filter((decision) => decision !== null)
})
