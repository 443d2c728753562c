import { ProductFigures } from '@/components/products/product-figures'
import { Lines } from '@/components/ui/words'
import type { CellAnswer, StemCellsView } from '@/lib/products/data'
import { askedWords } from '@/lib/products/product-questions'
import type { Kit } from '@/lib/sentences/kit'

/** The answers of one family of cell products: status, words, and every number with its range. */
export function ProductAnswers({
  answers,
  about,
  figuresOf,
  kit,
}: {
  answers: readonly CellAnswer[]
  about: StemCellsView['about']
  figuresOf: (place: string) => Omit<React.ComponentProps<typeof ProductFigures>, 'kit'>
  kit: Kit
}) {
  const { t } = kit
  return answers.map((answer) => (
    <section key={answer.question} className="option flow" aria-labelledby={answer.question}>
      <h3 id={answer.question}>{askedWords(answer.question, about, t)}</h3>
      <p>
        <span className={`status status-${answer.status}`}>{t(`stemCells.status.${answer.status}`)}</span>
      </p>
      {answer.status === 'harm-seen' && <p className="note">{t('stemCells.harmSeenMeans')}</p>}
      <Lines text={answer.text} kit={kit} />
      <ProductFigures {...figuresOf(answer.question)} kit={kit} />
    </section>
  ))
}
