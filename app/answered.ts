import 'server-only'
import { connection } from 'next/server'
import { stepParts, type StepParts } from '@/app/page-parts'
import type { StepId } from '@/lib/journey/steps'
import { getPostedFields } from '@/lib/posted-fields'
import { noAnswers, readAnswers, type ReadAnswers } from '@/lib/summary/answers'
import { getAnswerable } from '@/lib/summary/data'
import type { Locale } from '@/lib/texts/translate'

/** What the three steps that ask get: `isAnswered` when the page is made for one posted form. */
export type AnsweredProps = { params: Promise<{ locale: string; condition: string }>; isAnswered: boolean }

/** The answers that were posted with this request; nothing answered on a plain visit. Never cached. */
async function postedAnswers(locale: Locale, conditionId: string): Promise<ReadAnswers> {
  await connection()
  const fields = getPostedFields()
  return fields ? readAnswers(fields, await getAnswerable(locale, conditionId)) : nothingPosted
}

/** A page built ahead: nobody has answered anything. */
const nothingPosted: ReadAnswers = { answers: noAnswers, leftOut: false, tooLong: [] }

/** What a step that asks needs, with the answers so far; an unknown language or condition ends in the kind 404. */
export async function answeredStep(
  { params, isAnswered }: AnsweredProps,
  step: StepId,
): Promise<StepParts & ReadAnswers> {
  const { locale, condition } = await params
  const parts = await stepParts(locale, condition, step)
  const posted = isAnswered ? await postedAnswers(parts.locale, parts.condition.id) : nothingPosted
  return { ...parts, ...posted }
}
