import type { ProductQuestion } from '@/lib/products/schema'
import type { Translate } from '@/lib/texts/translate'

/** A question asked of every cell product, in words: the one about the organ names the organ of this illness. */
export function askedWords(
  question: ProductQuestion,
  { organQuestion }: { organQuestion: string },
  t: Translate,
): string {
  return question === 'organ-works-better' ? organQuestion : t(`stemCells.question.${question}`)
}

/** The same in a word or two, over a column: the one about the organ is the name of the organ. */
export function shortQuestion(question: ProductQuestion, { organ }: { organ: string }, t: Translate): string {
  return question === 'organ-works-better' ? organ : t(`stemCells.asked.${question}`)
}
