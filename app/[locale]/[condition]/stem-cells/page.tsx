import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cellParts, conditionParams } from '@/app/page-parts'
import { Onward } from '@/components/layout/onward'
import { Opening } from '@/components/layout/opening'
import { SiteFrame } from '@/components/layout/site-frame'
import { WordsHere } from '@/components/layout/words-here'
import { ProductGrid } from '@/components/products/product-grid'
import { Ways } from '@/components/products/ways'
import { Lines } from '@/components/ui/words'
import { cellPages, type CellPageId } from '@/lib/journey/steps'
import { waysTo } from '@/lib/products/cell-ways'
import { getStemCells } from '@/lib/products/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

const beforeGrid: readonly CellPageId[] = ['before-you-pay', 'harms']

type Props = PageProps<'/[locale]/[condition]/stem-cells'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, condition } = await params
  const { t, name, all } = await cellParts(locale, condition)
  return { title: all.name, description: t('stemCells.about', { name }) }
}

export default async function StemCellsPage({ params }: Props) {
  const { locale: l, condition: c } = await params
  const parts = await cellParts(l, c)
  const { locale, t, release, kit, termsIn, condition, place, all } = parts
  const { about, products } = (await getStemCells(locale, condition.id)) ?? notFound()
  const lead = about.lead?.slice(0, 1) ?? []
  return (
    <SiteFrame locale={locale} t={t} release={release} place={place}>
      <Opening title={all.name} lead={lead} kit={kit} />
      <div className="wrap sheet cells">
        <section className="short" aria-labelledby="gist">
          <h2 id="gist">{t('stemCells.gist')}</h2>
          <Lines text={about.gist} kit={kit} />
        </section>
        {/* Price and harms before the grid: a person who is about to pay must not scroll for them. */}
        <Ways ways={waysTo(beforeGrid, parts)} />
        <section aria-labelledby="products">
          <h2 id="products">{t('stemCells.products')}</h2>
          <ProductGrid products={products} about={about} conditionId={condition.id} kit={kit} />
        </section>
        <div className="flag">
          <p>{t('stemCells.unknownMeans')}</p>
          <p>{t('stemCells.harmSeenMeans')}</p>
        </div>
        <Ways
          ways={waysTo(
            cellPages.map(({ id }) => id).filter((id) => !beforeGrid.includes(id)),
            parts,
          )}
        />
        <Onward locale={locale} t={t} conditionId={condition.id} step="stemCells" />
      </div>
      <WordsHere terms={termsIn(lead, about.gist)} kit={kit} />
    </SiteFrame>
  )
}
