import Link from '@/components/ui/link'
import { Lines, Words } from '@/components/ui/words'
import type { CellProduct, StemCellsView } from '@/lib/products/data'
import { askedWords } from '@/lib/products/product-questions'
import { productHref } from '@/lib/journey/steps'
import type { Kit } from '@/lib/sentences/kit'

/** One family of cell products in its own lane: the same questions as any treatment, each with a status. */
export function ProductLane({
  product,
  about,
  conditionId,
  kit,
}: {
  product: CellProduct
  about: Pick<StemCellsView['about'], 'organQuestion'>
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  const id = `product-${product.id}`
  return (
    <section className="option flow" aria-labelledby={id}>
      <h3 id={id}>
        <Words text={product.name} kit={kit} plain />
      </h3>
      <Lines text={product.whatItIs} kit={kit} />
      <dl className="facts answers">
        {product.answers.map((answer) => (
          <div key={answer.question}>
            <dt>{askedWords(answer.question, about, t)}</dt>
            <dd className="flow">
              <p>
                <span className={`status status-${answer.status}`}>
                  {t(`stemCells.status.${answer.status}`)}
                </span>
              </p>
              <Lines text={answer.text} kit={kit} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="screen">
        <Link className="go second" href={productHref(locale, conditionId, product.id)}>
          {t('stemCells.more')}
          <span className="sr">: {product.name}</span>
        </Link>
      </p>
    </section>
  )
}
