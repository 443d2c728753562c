import { cellMetadata, cellsParts, conditionParams } from '@/app/page-parts'
import { CellItems } from '@/components/products/cell-items'
import { CellPage } from '@/components/products/cell-page'

export const dynamicParams = false
export const generateStaticParams = conditionParams

type Props = PageProps<'/[locale]/[condition]/stem-cells/harms'>

export const generateMetadata = cellMetadata('harms')

export default async function HarmsPage(props: Props) {
  const parts = await cellsParts(props)
  const { cells, t, kit, termsIn, sources } = parts
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
