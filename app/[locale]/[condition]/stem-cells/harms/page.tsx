import { notFound } from 'next/navigation'
import { cellMetadata, cellParts, conditionParams } from '@/app/page-parts'
import { CellItems } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'
import { getStemCells } from '@/lib/products/data'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/harms'>

export const generateMetadata = cellMetadata('harms')

export default async function HarmsPage({ params }: Props) {
  const { locale, condition } = await params
  const parts = await cellParts(locale, condition)
  const cells = (await getStemCells(parts.locale, parts.condition.id)) ?? notFound()
  const { t, kit, termsIn, sources } = parts
  return (
    <CellPage
      page="harms"
      frame={parts}
      kit={kit}
      all={parts.all}
      lead={[t('stemCells.harmsLead')]}
      terms={termsIn(cells.harms)}
    >
      <div className="part" id="harms">
        <CellItems items={cells.harms} sources={sources} kit={kit} />
      </div>
    </CellPage>
  )
}
