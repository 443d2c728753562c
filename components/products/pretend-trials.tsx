import Link from '@/components/ui/link'
import { productTrialsHref } from '@/lib/journey/steps'
import type { CellProduct } from '@/lib/products/data'
import { pretendTrials } from '@/lib/products/trial-order'
import type { Kit } from '@/lib/sentences/kit'
import { punctuationOf } from '@/lib/texts/punctuation'

/** Every trial with a pretend treatment, whatever it found: who took part, and whether its main aim was met. */
export function PretendTrials({
  products,
  conditionId,
  kit,
}: {
  products: readonly CellProduct[]
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  const { comma, gap } = punctuationOf(locale)
  const trials = pretendTrials(
    products.flatMap((product) => product.trials.map((trial) => ({ ...trial, product }))),
  )
  if (trials.length === 0) return null
  return (
    <section className="part" aria-labelledby="pretend-trials">
      <h2 id="pretend-trials">{t('stemCells.pretendTrials')}</h2>
      <p>{t('stemCells.pretendTrialsLead')}</p>
      <ul className="then">
        {trials.map(({ id, name, source, people, mainAim, product }) => (
          <li key={`${product.id} ${id}`} data-source={source}>
            <div>
              <Link href={productTrialsHref(locale, conditionId, product.id, id)} data-plain>
                {name}
              </Link>
              <p className="note">
                {product.name}
                {people !== null && (
                  <>
                    {comma + gap}
                    <span className="number" data-figure={`source:${source}`}>
                      {t('numbers.people', { count: people })}
                    </span>
                  </>
                )}
              </p>
            </div>
            <span className={`aim aim-${mainAim}`}>{t(`stemCells.mainAim.${mainAim}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
