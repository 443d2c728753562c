import { AnswerMark } from '@/components/products/answer-mark'
import { CellIcon } from '@/components/products/cell-icon'
import Link from '@/components/ui/link'
import { Words } from '@/components/ui/words'
import { productHref } from '@/lib/journey/steps'
import type { CellProduct, StemCellsView } from '@/lib/products/data'
import { productGrid } from '@/lib/products/grid'
import { askedWords, shortQuestion } from '@/lib/products/product-questions'
import { ProductQuestion } from '@/lib/products/schema'
import { largestTrial } from '@/lib/products/trial-order'
import type { Kit } from '@/lib/sentences/kit'

/** How many people took part in the largest trial of a family. */
function Largest({ product, kit }: { product: CellProduct; kit: Kit }) {
  const largest = largestTrial(product.trials)
  if (!largest) return null
  return (
    <p className="note">
      <span className="number" data-figure={`source:${largest.source}`}>
        {kit.t('stemCells.largest', { count: largest.people })}
      </span>
    </p>
  )
}

/**
 * Every family of cell products and what is known of it, question by question: marks under one head, the key above.
 * In the order of the content, and no family has a sum: it is no ranking.
 */
export function ProductGrid({
  products,
  about,
  conditionId,
  kit,
}: {
  products: readonly CellProduct[]
  about: Pick<StemCellsView['about'], 'organQuestion' | 'organ'>
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  const { rows, key } = productGrid(products, kit.book)
  return (
    <div className="lane">
      <ul className="lane-key" aria-label={t('stemCells.key')}>
        {key.map((mark) => (
          <li key={mark}>
            <AnswerMark mark={mark} kit={kit} />
          </li>
        ))}
      </ul>
      <div className="lane-head" aria-hidden="true">
        <span className="lane-what">{t('stemCells.products')}</span>
        {ProductQuestion.options.map((question) => (
          <span key={question} className="lane-asked">
            <CellIcon of={question} />
            <span>{shortQuestion(question, about, t)}</span>
          </span>
        ))}
      </div>
      <ul>
        {rows.map(({ product, marks }) => (
          <li key={product.id} id={`product-${product.id}`} className="lane-row">
            <div>
              <h3>
                <Link href={productHref(locale, conditionId, product.id)}>
                  <Words text={product.name} kit={kit} plain />
                </Link>
              </h3>
              <Largest product={product} kit={kit} />
            </div>
            <ul className="lane-marks">
              {marks.map(({ question, mark }) => (
                <li key={question}>
                  <span className="sr">{askedWords(question, about, t)}</span>{' '}
                  <AnswerMark mark={mark} kit={kit} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
