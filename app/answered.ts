import 'server-only'
import { connection } from 'next/server'
import { getPostedFields } from '@/lib/launch/posted-fields'
import { noAnswers, readAnswers, type ReadAnswers } from '@/lib/summary/answers'
import { getAnswerable } from '@/lib/summary/data'
import type { Locale } from '@/lib/words/translate'

/** The answers that were posted with this request; nothing answered on a plain visit. Never cached. */
export async function postedAnswers(locale: Locale, conditionId: string): Promise<ReadAnswers> {
  await connection()
  const fields = getPostedFields()
  if (!fields) return { answers: noAnswers, leftOut: false, tooLong: [] }
  return readAnswers(fields, await getAnswerable(locale, conditionId))
}

/** A page built ahead: nobody has answered anything. */
export const nothingPosted: ReadAnswers = { answers: noAnswers, leftOut: false, tooLong: [] }
