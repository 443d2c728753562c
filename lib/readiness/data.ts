import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { listCitations } from '@/lib/sources/data'
import { QuizQuestion, QuizWords, Sure } from '@/lib/readiness/schema'
import { listWords } from '@/lib/texts/data'
import { withWords } from '@/lib/texts/with-words'
import type { Locale } from '@/lib/texts/translate'

const questionWords = QuizWords.shape.questions.valueType

export type QuizView = {
  id: string
  decisions: string[]
  question: string
  answers: { id: string; correct: boolean; text: string }[]
  explain: string[]
  sources: string[]
}

/** The knowledge questions of a condition. Never scored. */
export async function listQuiz(locale: Locale, conditionId: string): Promise<QuizView[]> {
  const [rows, words, cited] = await Promise.all([
    db.quizQuestion.findMany({ where: { conditionId }, orderBy: { order: 'asc' } }),
    listWords(locale, conditionId, 'question', questionWords),
    listCitations(conditionId, 'question'),
  ])
  return withWords(rows, words, (row, text) => ({
    id: row.id,
    decisions: row.decisionIds,
    question: text.question,
    answers: QuizQuestion.shape.answers
      .parse(row.answers)
      .map((answer) => ({ ...answer, text: text.answers[answer.id] ?? '' })),
    explain: text.explain,
    sources: cited.get(row.id) ?? [],
  }))
}

/** Questions for the clinic that a person can pick. */
export async function listClinicQuestions(
  locale: Locale,
  conditionId: string,
): Promise<{ id: string; text: string }[]> {
  const words = await listWords(locale, conditionId, 'clinic-question', z.string())
  return [...words].map(([id, text]) => ({ id, text }))
}

/** What the team can write on the sheet for the visit. */
export async function listClinicFields(locale: Locale, conditionId: string): Promise<string[]> {
  return [...(await listWords(locale, conditionId, 'clinic-field', z.string())).values()]
}

/** The SURE test, verbatim; null in a language without a published translation that may be used. */
export async function getSure(locale: Locale): Promise<Sure | null> {
  return (await listWords(locale, 'shared', 'sure', Sure)).get('sure') ?? null
}
