import { ProductFigures } from '@/components/products/product-figures'
import { OurRating } from '@/components/ratings/our-rating'
import { Lines } from '@/components/ui/words'
import type { CellAnswer, StemCellsView } from '@/lib/products/data'
import { askedWords } from '@/lib/products/product-questions'
import { sourceRatings } from '@/lib/ratings/source-ratings'
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
      {answer.estimates.length > 0 && (
        <div className="flow">
          <h4>{t('ratings.this')}</h4>
          <OurRating
            rating={answer.rating}
            bySource={sourceRatings(answer.estimates, kit.book)}
            of={askedWords(answer.question, about, t)}
            kit={kit}
          />
          <p className="note">{t('ratings.byUs')}</p>
        </div>
      )}
    </section>
  ))
}
