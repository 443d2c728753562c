import type { FigureBook } from '@/lib/numbers/schema'
import { markOf, marksIn, type AnswerMark, type MarkedAnswer } from '@/lib/products/answer-mark'
import type { ProductQuestion } from '@/lib/products/schema'

type Asked = MarkedAnswer & { question: ProductQuestion }

/** Every family with the mark of each of its answers, and the marks that the key must explain. */
export function productGrid<P extends { answers: readonly Asked[] }>(
  products: readonly P[],
  book: FigureBook,
): { rows: { product: P; marks: { question: ProductQuestion; mark: AnswerMark }[] }[]; key: AnswerMark[] } {
  const rows = products.map((product) => ({
    product,
    marks: product.answers.map((answer) => ({ question: answer.question, mark: markOf(answer, book) })),
  }))
  return { rows, key: marksIn(rows.flatMap(({ marks }) => marks.map(({ mark }) => mark))) }
}
