import Link from '@/components/ui/link'
import { productTrialsHref } from '@/lib/journey/steps'
import type { CellProduct } from '@/lib/products/data'
import type { Kit } from '@/lib/sentences/kit'

/**
 * The way to the trials of a family, and to each by its name. Their anchors stand here too: they were on this page
 * before the trials had one of their own.
 */
export function WayToTrials({
  product,
  conditionId,
  kit,
}: {
  product: CellProduct
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  const { trials, running } = product
  const page = productTrialsHref(locale, conditionId, product.id)
  return (
    <section aria-labelledby="trials">
      <h2 id="trials">{t('stemCells.trialsOfThis')}</h2>
      <p data-plain>{t('stemCells.trialCounts', { finished: trials.length, running: running.length })}</p>
      <ul className="toc">
        {trials.map(({ id, name, source }) => (
          <li key={id} id={`trial-${id}`} data-source={source}>
            <Link href={productTrialsHref(locale, conditionId, product.id, id)} data-plain>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <p id="running">
        <Link className="go second" href={page}>
          {t('stemCells.allTrialsOfThis')}
        </Link>
      </p>
    </section>
  )
}
