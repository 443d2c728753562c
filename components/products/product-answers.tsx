import { LevelMark } from '@/components/numbers/certainty'
import { AnswerMark } from '@/components/products/answer-mark'
import { CellIcon } from '@/components/products/cell-icon'
import { ProductFigures } from '@/components/products/product-figures'
import { OurRating } from '@/components/ratings/our-rating'
import { Lines } from '@/components/ui/words'
import { markOf } from '@/lib/products/answer-mark'
import type { CellAnswer, StemCellsView } from '@/lib/products/data'
import { askedWords } from '@/lib/products/product-questions'
import { sourceRatings } from '@/lib/ratings/source-ratings'
import type { Kit } from '@/lib/sentences/kit'

type Figures = Omit<React.ComponentProps<typeof ProductFigures>, 'kit' | 'level'>

/** What stands behind one answer: the rest of its words, the people, and why we are this sure. One tap away. */
function Behind({
  answer,
  asked,
  figures,
  kit,
}: {
  answer: CellAnswer
  asked: string
  figures: Figures
  kit: Kit
}) {
  const { t } = kit
  const hasFigures = answer.estimates.length > 0
  if (!hasFigures && answer.text.length < 2) return null
  return (
    <details>
      <summary>
        <span>
          {t(hasFigures ? 'stemCells.peopleAndWhy' : 'stemCells.moreOnThis')}
          <span className="sr">: {asked}</span>
        </span>
      </summary>
      <div>
        <Lines text={answer.text.slice(1)} kit={kit} />
        {answer.status === 'harm-seen' && <p className="note">{t('stemCells.harmSeenMeans')}</p>}
        <ProductFigures {...figures} level={3} kit={kit} />
        {hasFigures && (
          <div className="flow">
            <h3>{t('ratings.this')}</h3>
            <OurRating
              rating={answer.rating}
              bySource={sourceRatings(answer.estimates, kit.book)}
              of={asked}
              kit={kit}
            />
            <p className="note">{t('ratings.byUs')}</p>
          </div>
        )}
      </div>
    </details>
  )
}

/** The five answers of one family of cell products: what is known, in a line or two, and how sure we are. */
export function ProductAnswers({
  answers,
  about,
  figuresOf,
  kit,
}: {
  answers: readonly CellAnswer[]
  about: Pick<StemCellsView['about'], 'organQuestion'>
  figuresOf: (place: string) => Figures
  kit: Kit
}) {
  return (
    <div className="five">
      {answers.map((answer) => {
        const asked = askedWords(answer.question, about, kit.t)
        return (
          <section key={answer.question} aria-labelledby={answer.question}>
            <CellIcon of={answer.question} />
            <h2 id={answer.question}>{asked}</h2>
            <div className="five-told">
              <AnswerMark mark={markOf(answer, kit.book)} kit={kit} />
              {answer.rating?.level && <LevelMark level={answer.rating.level} kit={kit} />}
            </div>
            <Lines text={answer.text.slice(0, 1)} kit={kit} />
            <Behind answer={answer} asked={asked} figures={figuresOf(answer.question)} kit={kit} />
          </section>
        )
      })}
    </div>
  )
}
