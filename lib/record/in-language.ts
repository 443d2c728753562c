import { fieldsOf, readSharedAnswers } from '@/lib/record/shared-answers'
import { textOfBase64 } from '@/lib/record/text-of-base64'
import { readAnswers } from '@/lib/summary/answers'
import { writeNarrative } from '@/lib/summary/exports/narrative'
import { openQuestions } from '@/lib/summary/open-questions'
import type { SummaryParts } from '@/lib/summary/parts'
import { answerableIn, writeSummary } from '@/lib/summary/write-summary'
import { isListed, localesBut, type Locale } from '@/lib/texts/languages'

/** A shared summary as its answers: of which condition, in which language it was written. */
export type SharedSummary = NonNullable<ReturnType<typeof readSharedAnswers>> & { locale: Locale }

/** The answers of a summary that Lantern made; null for anything else, which can be shown only as it is. */
export function sharedSummary(json: string): SharedSummary | null {
  const read = readSharedAnswers(JSON.parse(json), textOfBase64)
  return read?.conditionId && isListed(read.locale) ? { ...read, locale: read.locale } : null
}

/** The languages in which it can be written once more. */
export const otherLanguages = ({ locale }: SharedSummary): Locale[] => localesBut(locale)

/**
 * The same answers with the words of another language: they are ids, so only what a person wrote stays as it was.
 * @param parts of the same condition in that language
 */
export function writeInLanguage(
  shared: SharedSummary,
  parts: SummaryParts,
): { title: string; markup: string } {
  const fields = fieldsOf(shared.items)
  const { answers } = readAnswers([...fields, ...openQuestions(parts, fields)], answerableIn(parts))
  const paper = writeSummary(parts, answers, { day: shared.day || null, giver: null })
  return { title: paper.title, markup: `<div>${writeNarrative(paper)}</div>` }
}
