import Link from '@/components/ui/link'
import { productTrialsHref } from '@/lib/journey/steps'
import type { CellProduct } from '@/lib/products/data'
import type { Kit } from '@/lib/sentences/kit'

/** The way to the trials of each family. */
export function AllTrials({
  products,
  conditionId,
  kit,
}: {
  products: readonly CellProduct[]
  conditionId: string
  kit: Kit
}) {
  const { t, locale } = kit
  return (
    <section className="part" aria-labelledby="all-trials">
      <h2 id="all-trials">{t('stemCells.allTrials')}</h2>
      <ul className="ways">
        {products.map(({ id, name }) => (
          <li key={id}>
            <Link href={productTrialsHref(locale, conditionId, id)}>{name}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
